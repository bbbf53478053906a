import { describe, expect, it } from 'vitest';
import { makeMemoryAccessLog } from '#adapters/memory/access-log.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { readingRules } from '#data/province.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { days, minutes } from '#domain/time/instant.ts';
import {
  makeListBulkReadings,
  makeSettleBulkReading,
} from '#functions/oversight/application/read-access.ts';
import { makeWatchReading } from '#functions/oversight/application/watch-reading.ts';
import { makeHandler } from '#functions/oversight/watch-reading/handler.ts';
import { refusal } from '#test/support/shipments.ts';
import { aWorldAt } from '#test/support/worlds.ts';
import type { Counted } from '#watch/metrics.ts';

const limit = readingRules[0]?.dossiers.officer ?? 0;
const binh: Staff = { kind: 'staff', id: 'binh', role: 'supervisor' };

const aWatch = async () => {
  const world = await aWorldAt('accepted');
  const lines = makeMemoryAccessLog({ clock: world.clock, sha256 });
  const deps = { ...world, lines, ids: makeUlids(), readingRules };
  const list = makeListBulkReadings(deps);
  return {
    ...world,
    reads: (count: number, from = 0, id = 'hoa') =>
      lines.append(
        Array.from({ length: count }, (_, n) => ({
          reader: `staff:${id}`,
          capacity: 'officer' as const,
          place: 'ct-nnmt',
          operation: 'readDossier',
          what: 'dossier' as const,
          subject: `D${from + n}`,
        })),
      ),
    watch: makeWatchReading(deps),
    listed: async (state: 'open' | 'settled' = 'open') => (await list(state, { limit: 10 })).items,
    settle: makeSettleBulkReading(deps),
  };
};

describe('the watch over reading', () => {
  it('lists whoever read more dossiers than is let pass, once a day, with the most there was', async () => {
    const { reads, watch, listed, advance } = await aWatch();
    await reads(limit);
    expect([await watch(), await listed()]).toEqual([0, []]);
    await reads(1, limit);
    expect(await watch()).toBe(1);
    expect(await listed()).toMatchObject([
      {
        reader: 'staff:hoa',
        capacity: 'officer',
        place: 'ct-nnmt',
        dossiers: limit + 1,
        version: 1,
      },
    ]);
    expect(await watch()).toBe(0);
    advance(minutes(5));
    await reads(2, limit + 1);
    expect([await watch(), (await listed())[0]?.dossiers]).toEqual([0, limit + 3]);
    advance(minutes(61));
    expect([await watch(), (await listed())[0]?.dossiers]).toEqual([0, limit + 3]);
  });

  it('forgets what lies before the window', async () => {
    const { reads, watch, advance } = await aWatch();
    await reads(limit);
    advance(minutes(61));
    await reads(limit, limit);
    expect(await watch()).toBe(0);
  });

  it('lists somebody again on another day', async () => {
    const { reads, watch, advance, listed } = await aWatch();
    await reads(limit + 1);
    await watch();
    advance(days(1));
    await reads(limit + 1);
    expect([await watch(), (await listed()).length]).toEqual([1, 2]);
  });

  it('ends with what another supervisor found out, once', async () => {
    const { reads, watch, listed, settle } = await aWatch();
    await reads(limit + 1);
    await watch();
    const id = (await listed())[0]?.id ?? '';
    const asked = { idempotency: undefined, id, finding: 'Kiểm kê cuối năm' };
    const own = { ...binh, id: 'hoa' };
    expect(await settle({ ...asked, actor: own })).toEqual(refusal('bulk-reading-own'));
    expect(await settle({ ...asked, actor: binh, id: 'none' })).toEqual(
      refusal('bulk-reading-unknown'),
    );
    expect(await settle({ ...asked, actor: binh })).toMatchObject({ ok: true });
    expect(await settle({ ...asked, actor: binh })).toEqual(refusal('bulk-reading-settled'));
    expect([await listed(), (await listed('settled')).length]).toEqual([[], 1]);
    await reads(5, limit + 1);
    expect([await watch(), (await listed('settled'))[0]?.dossiers]).toEqual([0, limit + 1]);
  });

  it('rings once for each who is new, and names nobody in the log', async () => {
    const { reads, watch } = await aWatch();
    await reads(limit + 1);
    await reads(limit + 1, 0, 'minh');
    const counts: [Counted, number | undefined][] = [];
    const lines: unknown[] = [];
    const note = (...line: unknown[]) => void lines.push(line);
    const log = { info: note, warn: note, error: note };
    const handler = makeHandler(watch, log, (what, times) => void counts.push([what, times]));
    expect([await handler(), await handler()]).toEqual([{ listed: 2 }, { listed: 0 }]);
    expect(counts).toEqual([['BulkReading', 2]]);
    expect(JSON.stringify(lines)).not.toMatch(/hoa|minh/);
  });
});
