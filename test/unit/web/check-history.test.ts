import { beforeAll, describe, expect, it } from 'vitest';
import { days, plus } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { aSession, aTrackingDesk } from '#test/support/tracking.ts';
import {
  type Anchor,
  checkHistory,
  type History,
  verdictOf,
} from '../../../web/citizen/check-history.ts';

let history: string;
let anchor: string;

/** What the API answers a day later, as text. */
beforeAll(async () => {
  const desk = await aTrackingDesk('returned');
  desk.setTo(plus(desk.clock.now(), days(1)));
  await desk.anchorDays();
  const { token } = await aSession(desk);
  const [proven, kept] = [
    await desk.proveHistory(token),
    await desk.readAnchor('2026-11-23' as VietnamDay),
  ];
  if (!proven.ok || !kept.ok) throw new Error('no proof');
  history = JSON.stringify(proven.value);
  anchor = JSON.stringify(kept.value);
});

const check = (changed: (h: History, a: Anchor) => void, isAnchored = true) => {
  const told = JSON.parse(history) as History;
  const kept = JSON.parse(anchor) as Anchor;
  changed(told, kept);
  return checkHistory(told, isAnchored ? kept : undefined);
};

const broken = async (changed: (h: History, a: Anchor) => void) =>
  (await check(changed)).filter(({ ok }) => !ok).map(({ what }) => what);

const put = (thing: unknown, path: string, value: unknown): void => {
  const [last = '', ...rest] = path.split('.').reverse();
  const at = rest
    .reverse()
    .reduce<object>((inner, member) => Reflect.get(inner, member), Object(thing));
  Reflect.set(at, last, value);
};

describe('the proof in the page', () => {
  it('holds for what the API answers, down to the anchor', async () => {
    const findings = await check(() => undefined);
    expect(findings.map(({ what, ok }) => [what, ok])).toEqual([
      ['chain', true],
      ['texts', true],
      ['anchor', true],
      ['rest', true],
    ]);
    expect(verdictOf(findings)).toBe('proven');
  });

  it('proves nothing without an anchor', async () => {
    const findings = await check(() => undefined, false);
    expect(verdictOf(findings)).toBe('unproven');
    expect(findings.map(({ what }) => what)).toEqual(['chain', 'texts']);
  });

  it.each<[string, (h: History, a: Anchor) => void, string]>([
    ['an event’s time', (h) => put(h, 'events.0.recordedAt', 1), 'chain'],
    ['an event’s fact', (h) => put(h, 'events.1.fact.type', 'x'), 'chain'],
    ['an event’s number', (h) => put(h, 'events.1.version', 9), 'chain'],
    ['the events’ order', (h) => h.events.reverse(), 'chain'],
    ['an event less', (h) => h.events.shift(), 'chain'],
    ['no event at all', (h) => h.events.splice(0), 'chain'],
    ['the dossier', (h) => put(h, 'dossierId', 'X'), 'chain'],
    ['the anchor’s root', (_, a) => put(a, 'root', 'f'.repeat(64)), 'anchor'],
    ['the anchor’s count', (_, a) => put(a, 'count', 99), 'anchor'],
    ['the proof’s own anchor', (h) => put(h, 'proof.anchor.count', 99), 'anchor'],
    ['the proof’s way', (h) => put(h, 'proof.path', [{ side: 'left', hash: 'a' }]), 'anchor'],
    ['which event is proven', (h) => put(h, 'proof.version', 1), 'anchor'],
  ])('sees a change of %s', async (_, changed, what) => {
    expect(await broken(changed)).toContain(what);
    expect(verdictOf(await check(changed))).toBe('broken');
  });

  it('sees what was slipped in on a day that is anchored', async () => {
    expect(await broken((h) => put(h, 'proof.version', 1))).toContain('rest');
  });

  it('sees words that are not those that were sealed', async () => {
    const told = {
      dossierId: 'D',
      events: [
        {
          dossierId: 'D',
          version: 1,
          recordedAt: 1,
          effectiveAt: 1,
          actor: 'a',
          fact: { type: 'x', reason: { hmacSha256: 'no' } },
          prevHash: '0'.repeat(64),
          hash: 'f'.repeat(64),
          texts: [{ at: 'reason', salt: 'a'.repeat(64), text: 'other words' }],
        },
      ],
    } as unknown as History;
    const findings = await checkHistory(told, undefined);
    expect(findings.find(({ what }) => what === 'texts')).toEqual({
      what: 'texts',
      ok: false,
      version: 1,
    });
  });
});
