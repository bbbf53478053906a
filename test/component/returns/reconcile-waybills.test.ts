import { describe, expect, it } from 'vitest';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { makePollCarrier } from '#functions/returns/application/poll-carrier.ts';
import {
  makeListWaybillCases,
  makeReconcileWaybills,
} from '#functions/returns/application/reconcile-waybills.ts';
import type { Announcement } from '#functions/returns/domain/shipment.ts';
import { waybillState } from '#functions/returns/domain/waybill-case.ts';
import type { CourierDesk } from '#functions/returns/ports/courier-desk.ts';
import { shipmentKind, waybillCaseKind, waybillCheckKind } from '#functions/returns/records.ts';
import type { Numbers } from '#ports/numbers.ts';
import { recordWrite } from '#ports/records.ts';
import { aParcel, calendar, monday30, news, proof } from '#test/support/shipments.ts';

const december = (day: number, hour = 8) =>
  at(`2026-12-${String(day).padStart(2, '0')}` as VietnamDay, hour * 60);
const page = { limit: 10 };

/** A parcel of Monday 30 November; `announcement` is what the carrier has answered. */
const aRound = async (
  announcement: Announcement = { state: 'open' },
  stateOf?: Numbers['stateOf'],
) => {
  const parcel = await aParcel(undefined, monday30);
  const numbers = { ...parcel.numbers, ...(stateOf && { stateOf }) };
  const told: Awaited<ReturnType<CourierDesk['newsAfter']>>['news'][number][] = [];
  const desk: CourierDesk = {
    carrier: 'vnpost',
    isConfigured: async () => true,
    announce: async () => ({ outcome: 'accepted' }),
    newsAfter: async (lastId) => ({ news: told.slice(lastId), lastId: told.length }),
  };
  const reconcile = makeReconcileWaybills({ ...parcel, numbers, desk });
  const list = makeListWaybillCases(parcel);
  const answered = async (said: Announcement) => {
    const before = await parcel.shipment();
    const after = { ...before, version: before.version + 1, announcement: said };
    await parcel.ledger.commit({
      records: [recordWrite(shipmentKind, before, after)],
    });
  };
  await answered(announcement);
  return {
    ...parcel,
    told,
    poll: makePollCarrier({ ...parcel, desk }),
    answered,
    reconcile,
    /** Minute by minute until the day's round is over. */
    day: async (day: number) => {
      parcel.setTo(december(day));
      let found = 0;
      for (let minute = 0; minute < 5; minute++) found += await reconcile();
      return found;
    },
    states: async () => (await list(page)).items.map(({ id, state }) => [id, state]),
  };
};

const accepted = { state: 'accepted', at: at('2026-11-30' as VietnamDay, 600) } as const;
const refused = { ...accepted, state: 'refused', why: 'vnpost-7' } as const;

describe('the daily reconciliation of waybills', () => {
  it.each([
    ['that the carrier was not told of', { state: 'open' }],
    ['that the carrier has refused', refused],
  ] as const)('names a parcel of yesterday %s, until it takes it', async (_, announcement) => {
    const round = await aRound(announcement);
    expect(await round.day(1)).toBe(1);
    expect(await round.states()).toEqual([[round.waybill, 'not-announced']]);
    expect(await round.day(2)).toBe(0);
    await round.answered({ ...accepted, at: december(2) });
    expect(await round.states()).toHaveLength(1);
    await round.day(3);
    expect(await round.states()).toEqual([]);
  });

  it('names a parcel that nobody has seen two working days after the carrier took the order, until it moves', async () => {
    const round = await aRound(accepted);
    for (const day of [1, 2]) expect(await round.day(day)).toBe(0);
    expect(await round.day(3)).toBe(1);
    expect(await round.states()).toEqual([[round.waybill, 'not-moved']]);
    await round.tells(news(30, 9, 'posted'));
    expect(await round.day(4)).toBe(0);
    expect(await round.states()).toEqual([]);
  });

  it('names a number that was used up without a parcel', async () => {
    const round = await aRound(accepted, async () => ({ given: 2, held: [] }));
    await round.tells(news(30, 9, 'posted'));
    expect(await round.day(1)).toBe(1);
    expect(await round.states()).toEqual([['EE473124832VN', 'no-shipment']]);
  });

  it('waits for the parcel of a number that somebody has just taken', async () => {
    const round = await aRound(accepted, async () => ({
      given: 2,
      held: [{ holder: 'another parcel', number: 2, since: december(1) }],
    }));
    await round.tells(news(30, 9, 'posted'));
    expect(await round.day(1)).toBe(0);
    expect(await round.states()).toEqual([]);
  });

  it('names a number that the carrier alone knows, once, until a parcel bears it', async () => {
    const round = await aRound(accepted);
    await round.tells(news(30, 9, 'posted'));
    const line = { waybill: 'EE473124832VN', event: news(30, 12, 'posted') };
    round.told.push(line);
    expect(await round.poll()).toMatchObject({ taken: 0, ignored: 1, unknown: 1 });
    round.told.push({ ...line, event: news(30, 13, 'departed') });
    expect(await round.poll()).toMatchObject({ unknown: 0 });
    await round.day(1);
    expect(await round.states()).toEqual([['EE473124832VN', 'unknown-here']]);
    const { id, ...shipment } = await round.shipment();
    const other = {
      ...shipment,
      id: `${id.slice(0, 25)}${id.endsWith('0') ? '1' : '0'}` as typeof id,
      waybill: line.waybill,
    };
    await round.ledger.commit({
      records: [recordWrite(shipmentKind, undefined, { ...other, version: 1 })],
    });
    await round.day(2);
    expect(await round.states()).not.toContainEqual(['EE473124832VN', 'unknown-here']);
  });

  it('looks at no parcel of today, and once a day at those before', async () => {
    const round = await aRound();
    round.setTo(at('2026-11-30' as VietnamDay, 1_000));
    await round.reconcile();
    expect(await round.ledger.record(waybillCaseKind, round.waybill)).toBeUndefined();
    expect(await round.day(1)).toBe(1);
    const check = await round.ledger.record(waybillCheckKind, 'vnpost');
    expect(await round.day(1)).toBe(0);
    expect(await round.ledger.record(waybillCheckKind, 'vnpost')).toEqual(check);
  });

  it('judges a parcel handed over at the counter, or told of by anybody, to be accounted for', async () => {
    const round = await aRound({ state: 'open' });
    const parcel = await round.shipment();
    const now = december(20);
    const state = (change: object) => waybillState({ ...parcel, ...change }, calendar, now);
    const moved = { ...news(30, 12, 'delivered', { proof }), recordedAt: now };
    expect([
      state({ pickedUp: parcel.id }),
      state({ events: [moved] }),
      state({ events: [{ ...moved, kind: 'announced' }] }),
      state({ events: [{ ...moved, kind: 'unknown' }] }),
    ]).toEqual(['resolved', 'resolved', 'not-announced', 'not-announced']);
  });

  it('keeps what the carrier told of an impossible time on the list for 30 days', async () => {
    const round = await aRound(accepted);
    await round.tells(news(20, 9, 'delivered', { proof }));
    const states = [[round.waybill, 'news-disputed']];
    expect(await round.states()).toEqual(states);
    await round.tells(news(30, 9, 'posted'));
    await round.day(1);
    expect(await round.states()).toEqual(states);
    const parcel = await round.shipment();
    expect(waybillState(parcel, calendar, december(30))).toBe('news-disputed');
    expect(waybillState(parcel, calendar, december(31))).toBe('resolved');
  });

  it('gives no verdict on a day that no calendar has', async () => {
    const parcel = await (await aRound(accepted)).shipment();
    const late = at('2027-02-01' as VietnamDay, 0);
    const announcement = { ...accepted, at: at('2027-01-04' as VietnamDay, 0) };
    expect(waybillState({ ...parcel, announcement }, calendar, late)).toBe('waiting');
  });
});
