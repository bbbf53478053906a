import { describe, expect, it } from 'vitest';
import { makeMemoryUnitOfWork } from '#adapters/memory/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { anchorOf } from '#domain/anchor/anchor.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import { days, hours, instant, minutes } from '#domain/time/instant.ts';
import { plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { makeHandler } from '#functions/oversight/anchor-day/handler.ts';
import { makeAnchorDays } from '#functions/oversight/application/anchor-days.ts';
import type { RecordedDays } from '#ports/anchors.ts';
import { monday9 } from '#test/support/dossiers.ts';
import { aTrackingDesk } from '#test/support/tracking.ts';
import type { Log } from '#watch/logger.ts';
import type { Counted } from '#watch/metrics.ts';

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
    expect(await desk.anchorDays()).toEqual({ anchored: [], changed: [] });
    expect(await desk.anchors.find(monday)).toEqual(first);
  });

  const tampered = (
    change: (hashes: readonly string[]) => readonly string[],
    of: RecordedDays,
  ): RecordedDays => ({
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
    expect((await makeAnchorDays({ ...desk, recorded })()).changed).toEqual([monday]);
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
    const { anchored } = await makeAnchorDays({ ...desk, recorded })();
    expect(anchored).toEqual([inDays(2)]);
    expect(await desk.anchors.find(inDays(2))).toMatchObject({ count: 0, root: sha256('') });
  });
});

describe('the night’s work', () => {
  const run = async (changed: readonly VietnamDay[]) => {
    const errors: unknown[] = [];
    const counts: [Counted, number | undefined][] = [];
    const log: Log = {
      info: () => undefined,
      warn: () => undefined,
      error: (...line) => void errors.push(line),
    };
    const anchorDays = async () => ({ anchored: [monday], changed });
    const handler = makeHandler(anchorDays, log, (what, times) => void counts.push([what, times]));
    expect(await handler()).toEqual({ anchored: [monday] });
    return { errors, counts };
  };

  it('names each day that was changed, and rings the alarm', async () => {
    expect(await run([monday, inDays(1)])).toEqual({
      errors: [
        ['anchored-day-changed', { day: '2026-11-23' }],
        ['anchored-day-changed', { day: '2026-11-24' }],
      ],
      counts: [['AnchoredDayChanged', 2]],
    });
  });

  it('rings nothing when every day is what its anchor says', async () => {
    expect(await run([])).toEqual({ errors: [], counts: [] });
  });
});
