import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/node/seals.ts';
import { type Anchor, anchorOf } from '#domain/anchor/anchor.ts';
import { GENESIS, linkText } from '#domain/dossier/chain.ts';
import type { WrittenEvent } from '#domain/history/written-event.ts';
import { days, minutes, plus } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { chain } from '#test/support/chained.ts';
import { aSession, aTrackingDesk } from '#test/support/tracking.ts';
import * as script from '../../../tools/verify-history.mjs';

let folder: string;
let history: string;
let anchor: string;

/** What the API answers a day later, as text. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verify-history-'));
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

afterAll(() => rmSync(folder, { recursive: true }));

const isProven = (historyText: string, anchorText: string): boolean => {
  try {
    return script.verify(JSON.parse(historyText), JSON.parse(anchorText)).isProven;
  } catch {
    return false;
  }
};

describe('the published verifier', () => {
  it('proves what the API answers', () => {
    expect(isProven(history, anchor)).toBe(true);
  });

  it('hashes what the domain hashes, whatever an event holds', () => {
    const anEvent = fc.record({
      dossierId: fc.string(),
      version: fc.nat(),
      recordedAt: fc.nat(),
      effectiveAt: fc.nat(),
      actor: fc.string({ unit: 'binary' }),
      capacity: fc.option(fc.constantFrom('clerk', 'leader'), { nil: undefined }),
      fact: fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()),
    });
    fc.assert(
      fc.property(anEvent, fc.string(), (event, previous) => {
        const recorded = event as unknown as WrittenEvent;
        const sent = JSON.parse(JSON.stringify(event));
        expect(script.linkText(sent, previous)).toBe(linkText(recorded, previous));
      }),
    );
  });

  it('sees any character of the history changed', () => {
    const anywhere = fc.nat({ max: history.length - 1 });
    fc.assert(
      fc.property(anywhere, fc.string({ minLength: 1, maxLength: 1 }), (at, other) => {
        fc.pre(other !== history[at] && other.trim() !== '');
        expect(isProven(history.slice(0, at) + other + history.slice(at + 1), anchor)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('sees any character of the anchor changed', () => {
    for (const [at, character] of [...anchor].entries()) {
      const other = character === '0' ? '1' : '0';
      expect(isProven(history, anchor.slice(0, at) + other + anchor.slice(at + 1))).toBe(false);
    }
  });

  const events = () => JSON.parse(history).events as { version: number; recordedAt: number }[];
  const forged: readonly (readonly [string, (h: Record<string, unknown>) => void])[] = [
    ['an event less', (h) => (h['events'] as unknown[]).pop()],
    ['no event at all', (h) => (h['events'] as unknown[]).splice(0)],
    ['two events swapped', (h) => (h['events'] as unknown[]).reverse()],
    ['the history of another dossier', (h) => Object.assign(h, { dossierId: 'X' })],
    ['a proof of no steps', (h) => Object.assign(h['proof'] as object, { path: [] })],
    ['a proof of an earlier event', (h) => Object.assign(h['proof'] as object, { version: 1 })],
  ];

  it.each(forged)('does not prove %s', (_, forge) => {
    const changed = JSON.parse(history);
    forge(changed);
    expect(script.verify(changed, JSON.parse(anchor)).isBroken).toBe(true);
  });

  const against = (other: Anchor): boolean => {
    const changed = JSON.parse(history);
    changed.proof.anchor = other;
    return isProven(JSON.stringify(changed), JSON.stringify(other));
  };

  it('does not prove against an anchor that is not its own hash, though both sides tell it', () => {
    expect(against({ ...(JSON.parse(anchor) as Anchor), count: 1 })).toBe(false);
  });

  it('does not prove against the anchor of a day on which the event was not recorded', () => {
    const hashes = JSON.parse(history).events.map(({ hash }: { hash: string }) => hash);
    expect(against(anchorOf('2026-11-23' as VietnamDay, hashes, undefined, sha256))).toBe(true);
    expect(against(anchorOf('2026-11-24' as VietnamDay, hashes, undefined, sha256))).toBe(false);
  });

  it('does not prove a history whose beginning is gone, chained anew', () => {
    const changed = JSON.parse(history);
    changed.events = chain(changed.events.slice(1), GENESIS, sha256);
    expect(script.verify(changed, undefined).isBroken).toBe(true);
  });

  it('sees an event that was chained on after the day was anchored', () => {
    const changed = JSON.parse(history);
    const last = changed.events.at(-1);
    const late = { ...last, version: last.version + 1, recordedAt: last.recordedAt + minutes(1) };
    changed.events.push(...chain([late], last.hash, sha256));
    const told = script.verify(changed, JSON.parse(anchor));
    expect(told.isBroken).toBe(true);
    changed.events.pop();
    const tomorrow = { ...late, recordedAt: last.recordedAt + days(1) };
    changed.events.push(...chain([tomorrow], last.hash, sha256));
    expect(script.verify(changed, JSON.parse(anchor)).isProven).toBe(true);
  });

  const run = (historyText: string, anchorText: string | undefined, byStdin = false) => {
    const files = { history: join(folder, 'history.json'), anchor: join(folder, 'anchor.json') };
    writeFileSync(files.history, historyText);
    writeFileSync(files.anchor, anchorText ?? '');
    const args = [
      byStdin ? '-' : files.history,
      ...(anchorText === undefined ? [] : [files.anchor]),
    ];
    const { status, stdout } = spawnSync(process.execPath, ['tools/verify-history.mjs', ...args], {
      encoding: 'utf8',
      ...(byStdin && { input: historyText }),
    });
    return { status, stdout };
  };

  it('says so in Vietnamese and English, from a file and from standard input', () => {
    for (const byStdin of [false, true]) {
      const { status, stdout } = run(history, anchor, byStdin);
      expect(status).toBe(0);
      expect(stdout).toContain('ĐÚNG: lịch sử nguyên vẹn · RIGHT: this history is intact');
      expect(stdout).toContain(`Sự kiện 1–${events().length} đã có trong ngày 2026-11-23`);
    }
  });

  it.each([
    ['1 for a changed history', () => run(history.replace('bd-vi-thanh', 'bd-nga-bay'), anchor), 1],
    ['1 for a file that is none', () => run('nothing', anchor), 1],
    ['2 without an anchor', () => run(history, undefined), 2],
  ])('ends with %s', (_, ran, status) => {
    expect(ran().status).toBe(status);
  });
});
