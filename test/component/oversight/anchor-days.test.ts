import { describe, expect, it } from 'vitest';
import { makeMemoryAnchors } from '#adapters/memory/anchors.ts';
import { makeMemoryUnitOfWork } from '#adapters/memory/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { type Anchor, anchorOf } from '#domain/anchor/anchor.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import type { SealedText } from '#domain/history/sealed-text.ts';
import type { WrittenEvent } from '#domain/history/written-event.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { days, hours, instant, minutes } from '#domain/time/instant.ts';
import { plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { RecordedDays } from '#ports/anchors.ts';
import { dossierId, monday9 } from '#test/support/dossiers.ts';
import { anchorDays, aTrackingDesk } from '#test/support/tracking.ts';
import { writing } from '#test/support/worlds.ts';

type Texts = readonly SealedText[];

/** Everything at the desk happened on this day at 09:00. */
const monday = '2026-11-23' as VietnamDay;
const inDays = (n: number) => plusDays(monday, n);
/** Half an hour after Vietnam's midnight. */
const night = (n: number) => instant(monday9 + days(n) - hours(8) - minutes(30));

describe('the anchors', () => {
  it('stand for a day when it is over, not before', async () => {
    const desk = await aTrackingDesk('returned');
    desk.setTo(instant(night(1) - minutes(20)));
    expect((await desk.anchorDays()).anchored).not.toContain(monday);
    desk.setTo(night(1));
    expect((await desk.anchorDays()).anchored).toContain(monday);
    const hashes = await desk.recorded.hashesOf(monday);
    expect(hashes.length).toBeGreaterThan(10);
    const anchor = await desk.anchors.find(monday);
    expect(anchor).toMatchObject({ count: hashes.length, day: monday });
  });

  it('begin with the first day on which anything was recorded', async () => {
    const desk = await aTrackingDesk('returned');
    desk.setTo(night(5));
    const { anchored } = await desk.anchorDays();
    expect(anchored).toEqual([0, 1, 2, 3, 4].map(inDays));
    expect(await desk.anchors.find(monday)).toMatchObject({ previous: GENESIS });
  });

  it('are made good after missed nights, without a gap and chained', async () => {
    const desk = await aTrackingDesk('returned');
    desk.setTo(night(1));
    await desk.anchorDays();
    desk.setTo(night(4));
    expect((await desk.anchorDays()).anchored).toEqual([1, 2, 3].map(inDays));
    for (const n of [1, 2, 3]) {
      const [before, anchor] = [
        await desk.anchors.find(inDays(n - 1)),
        await desk.anchors.find(inDays(n)),
      ];
      expect(anchor?.previous).toBe(before?.hash);
    }
  });

  it('are the same however often the night’s work is done', async () => {
    const desk = await aTrackingDesk('returned');
    desk.setTo(night(1));
    await Promise.all([desk.anchorDays(), desk.anchorDays()]);
    const first = await desk.anchors.find(monday);
    expect(await desk.anchorDays()).toEqual({
      anchored: [],
      changed: [],
      contents: [],
      halves: [],
    });
    expect(await desk.anchors.find(monday)).toEqual(first);
  });

  const tampered = (
    change: (hashes: readonly string[]) => readonly string[],
    of: RecordedDays,
  ): RecordedDays => ({
    ...of,
    hashesOf: async (day) => (day === monday ? change(await of.hashesOf(day)) : of.hashesOf(day)),
  });

  it.each([
    ['an event is missing', (hashes: readonly string[]) => hashes.slice(1)],
    ['an event was rewritten', (hashes: readonly string[]) => hashes.with(3, sha256('forged'))],
    ['an event was slipped in', (hashes: readonly string[]) => [...hashes, sha256('later')]],
  ])('tell a week later that %s', async (_, change) => {
    const desk = await aTrackingDesk('returned');
    desk.setTo(night(6));
    await desk.anchorDays();
    desk.setTo(night(7));
    const recorded = tampered(change, desk.recorded);
    expect((await anchorDays({ ...desk, recorded })()).changed).toEqual([monday]);
    expect((await desk.anchorDays()).changed).toEqual([]);
  });

  it('that were half written count what was kept first, and tell that the day has changed', async () => {
    const desk = await aTrackingDesk('returned');
    const kept = (await desk.recorded.hashesOf(monday)).slice(1);
    await desk.anchors.keepLeaves(monday, kept);
    desk.setTo(night(1));
    await desk.anchorDays();
    expect(await desk.anchors.find(monday)).toEqual(anchorOf(monday, kept, undefined, sha256));
    expect((await desk.anchorDays()).changed).toEqual([monday]);
  });

  it('of a system without a dossier begin yesterday, with nothing in them', async () => {
    const desk = await aTrackingDesk('returned');
    const { recorded } = makeMemoryUnitOfWork(sha256);
    desk.setTo(night(3));
    const { anchored } = await anchorDays({ ...desk, recorded })();
    expect(anchored).toEqual([inDays(2)]);
    expect(await desk.anchors.find(inDays(2))).toMatchObject({ count: 0, root: sha256('') });
  });
});

describe('past days, read again', () => {
  const halves = (...days: readonly [number, 'leaves' | 'anchor'][]) =>
    days.map(([n, lacks]) => ({ day: inDays(n), lacks }));

  /** Events, with something done to those of the desk's dossier that its stored hashes do not show. */
  const rewritten = (
    of: RecordedDays,
    change: (
      events: readonly (WrittenEvent | undefined)[],
    ) => readonly (WrittenEvent | undefined)[],
  ): RecordedDays => ({
    ...of,
    contentsOf: async (id) => {
      const found = await of.contentsOf(id);
      const written = change(found.map((event) => event.written));
      return found.map((event, index) => ({ ...event, written: written[index] }));
    },
  });

  const withFact = (event: WrittenEvent | undefined, more: object): WrittenEvent | undefined =>
    event && { ...event, fact: { ...event.fact, ...more } };

  it.each([
    [
      'a byte of its contents',
      4,
      (event: WrittenEvent) => withFact(event, { office: 'bd-vi-thanH' }),
    ],
    ['a member more', 6, (event: WrittenEvent) => withFact(event, { more: 1 })],
    ['another actor', 2, (event: WrittenEvent) => ({ ...event, actor: 'staff:other' })],
    ['another time', 9, (event: WrittenEvent) => ({ ...event, effectiveAt: instant(monday9 + 1) })],
    ['what is no event', 3, () => undefined],
  ] as const)('name the event that has %s, its hashes untouched', async (_, version, change) => {
    const desk = await aTrackingDesk('returned');
    desk.setTo(night(1));
    await desk.anchorDays();
    const recorded = rewritten(desk.recorded, (events) =>
      events.with(version - 1, change(events[version - 1] as WrittenEvent)),
    );
    const found = await anchorDays({ ...desk, recorded })();
    expect(found.contents).toEqual([{ day: monday, dossierId: desk.dossierId, version }]);
    expect(found.changed).toEqual([]);
  });

  it.each([
    ['another text', 'changed', (texts: Texts) => texts.map((text) => ({ ...text, text: 'Khác' }))],
    ['no text any more', 'gone', () => []],
    ['what is no text', 'unreadable', () => undefined],
  ] as const)('name the text where there is %s, and no event', async (_, why, change) => {
    const desk = await aTrackingDesk('returned');
    await writing(desk, [{ type: 'warning-recorded', text: 'Nên kèm bản vẽ' }]);
    desk.setTo(night(1));
    await desk.anchorDays();
    const contentsOf = async (id: DossierId) =>
      (await desk.recorded.contentsOf(id)).map((event) =>
        (event.texts ?? []).length > 0 ? { ...event, texts: change(event.texts ?? []) } : event,
      );
    const { contents, changed } = await anchorDays({
      ...desk,
      recorded: { ...desk.recorded, contentsOf },
    })();
    const versions = (await desk.ledger.kept(dossierId))
      .filter(({ texts }) => texts.length > 0)
      .map(({ written }) => written.version);
    expect(versions.length).toBeGreaterThan(0);
    expect(new Set(contents.map(({ version }) => version))).toEqual(new Set(versions));
    expect(contents).toContainEqual(expect.objectContaining({ day: monday, dossierId, why }));
    expect(JSON.stringify(contents)).not.toContain('Khác');
    expect([changed, (await desk.anchorDays()).contents]).toEqual([[], []]);
  });

  it.each([1, 7, 14, 28, 56, 112, 224, 448, 896, 1_792])(
    'are read in their %ith night',
    async (age) => {
      const desk = await aTrackingDesk('returned');
      desk.setTo(night(1));
      await desk.anchorDays();
      desk.setTo(night(age));
      await desk.anchorDays();
      const recorded = rewritten(desk.recorded, (events) =>
        events.with(0, withFact(events[0], { more: 1 })),
      );
      expect((await anchorDays({ ...desk, recorded })()).contents).toMatchObject([{ version: 1 }]);
    },
  );

  it('name an event of theirs that no index has, so that no anchor covers it', async () => {
    const desk = await aTrackingDesk('returned');
    const { leavesOf } = desk.recorded;
    const without = async (day: VietnamDay) =>
      new Map([...(await leavesOf(day))].map(([id, leaves]) => [id, leaves.slice(0, -1)]));
    desk.setTo(night(1));
    await desk.anchorDays();
    const recorded = { ...desk.recorded, leavesOf: without };
    const last = (await desk.recorded.contentsOf(desk.dossierId)).length;
    expect((await anchorDays({ ...desk, recorded })()).contents).toMatchObject([{ version: last }]);
  });

  it.each([
    ['the leaves of one', [1], [], halves([1, 'leaves'])],
    ['the anchor of one', [], [1], halves([1, 'anchor'])],
    ['both', [1], [1], halves([1, 'anchor'], [1, 'leaves'])],
    ['the newest anchor', [], [3], halves([3, 'anchor'])],
    ['nothing', [], [], []],
  ] as const)('ring where %s is gone', async (_, leaves, anchors, expected) => {
    const desk = await aTrackingDesk('returned');
    const kept = {
      anchors: new Map<VietnamDay, Anchor>(),
      leaves: new Map<VietnamDay, string[]>(),
    };
    const store = makeMemoryAnchors(kept);
    desk.setTo(night(4));
    await anchorDays({ ...desk, anchors: store })();
    for (const n of leaves) kept.leaves.delete(inDays(n));
    for (const n of anchors) kept.anchors.delete(inDays(n));
    expect((await anchorDays({ ...desk, anchors: store })()).halves).toEqual(expected);
  });
});
