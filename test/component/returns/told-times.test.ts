import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CourierEvent, CourierEventKind } from '#domain/shipment/courier-event.ts';
import { deliveryState, failedAttempts } from '#domain/shipment/delivery.ts';
import { days, hours, type Instant, minus, minutes, plus } from '#domain/time/instant.ts';
import {
  aParcel,
  clerk,
  monday30,
  news,
  proof,
  saturday21,
  vnpost,
} from '#test/support/shipments.ts';

const tolerance = minutes(10);

type Parcel = Awaited<ReturnType<typeof aParcel>>;

/** What anybody may tell, of any time: years before the parcel, years ahead, and around both ends of its life. */
const made = saturday21;
const anyTime = fc.oneof(
  fc.integer({ min: -2_000, max: 2_000 }).map((n) => plus(monday30, days(n))),
  fc.integer({ min: -240, max: 24 }).map((n) => plus(monday30, hours(n))),
  fc.integer({ min: -20, max: 20 }).map((n) => plus(made, minutes(n))),
  fc.integer({ min: -20, max: 20 }).map((n) => plus(monday30, minutes(n))),
);
const line = fc.record({
  kind: fc.constantFrom<CourierEventKind>(
    'posted',
    'attempt-failed',
    'held',
    'delivered',
    'returning',
    'returned-to-sender',
    'lost',
  ),
  occurredAt: anyTime,
  isProven: fc.boolean(),
  teller: fc.constantFrom(vnpost, vnpost, clerk),
});

const inLife = (told: Instant): boolean =>
  told >= minus(made, tolerance) && told <= plus(monday30, tolerance);

type LineOf = typeof line extends fc.Arbitrary<infer Told> ? Told : never;

const tell = (parcel: Parcel, { kind, occurredAt, isProven, teller }: LineOf) =>
  parcel.tells(
    { ...news(24, 9, kind, kind === 'delivered' && isProven ? { proof } : {}), occurredAt },
    teller,
  );
/** Our own people are told at once; a carrier's word is kept. */
const tellsForNothing = async (parcel: Parcel, told: LineOf) => {
  const before = await parcel.dossier();
  const outcome = await tell(parcel, told);
  expect(await parcel.dossier()).toEqual(before);
  expect(outcome).toMatchObject(
    told.teller === clerk
      ? { refusal: { code: 'courier-event-invalid' } }
      : { ok: true, value: { isNew: true } },
  );
};

/** Every moment that something follows from. */
const momentsOf = (events: readonly CourierEvent[]): readonly Instant[] => {
  const { deliveredAt, returnedAt, heldSince } = deliveryState(events);
  return [deliveredAt, returnedAt, heldSince, ...failedAttempts(events)].flatMap((at) => at ?? []);
};

describe('times that an interested party tells', () => {
  it('move a parcel only within its life, and what lies outside is kept and listed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
        const parcel = await aParcel();
        for (const told of lines)
          if (inLife(told.occurredAt)) await tell(parcel, told);
          else await tellsForNothing(parcel, told);
        const { events } = await parcel.shipment();
        expect(momentsOf(events).filter((at) => !inLife(at))).toEqual([]);
        const kept = lines.filter(
          ({ teller, occurredAt }) => teller === vnpost && !inLife(occurredAt),
        );
        expect(events.filter(({ outOfLife }) => outOfLife)).toHaveLength(kept.length);
        if (kept.length > 0)
          expect(await parcel.listed()).toEqual([[parcel.waybill, 'news-disputed']]);
      }),
      { numRuns: 300 },
    );
  });

  it('never undo a delivery with proof by the word of who brought the proof', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (lines) => {
        const parcel = await aParcel();
        const carriers = lines.map((told) => ({ ...told, teller: vnpost }));
        let hasEnded = false;
        for (const told of carriers) {
          await tell(parcel, told);
          const { status } = await parcel.dossier();
          if (hasEnded) expect(status).toBe('returned');
          hasEnded ||= status === 'returned';
        }
      }),
      { numRuns: 300 },
    );
  });

  it('nor where the proof came after the first word of it, and the way back was told between', async () => {
    const parcel = await aParcel();
    await parcel.tells(news(24, 9, 'delivered'));
    await parcel.tells(news(25, 9, 'returning'));
    await parcel.tells(news(26, 9, 'delivered', { proof }));
    expect(await parcel.dossier()).toMatchObject({ status: 'returned' });
    await parcel.tells(news(23, 9, 'returning'));
    expect(await parcel.dossier()).toMatchObject({ status: 'returned' });
    expect(await parcel.listed()).toEqual([[parcel.waybill, 'news-disputed']]);
  });

  it('make no invitation of a visit before the parcel was there or still to come', async () => {
    const parcel = await aParcel();
    for (const occurredAt of [minus(made, days(9)), minus(made, days(3)), plus(monday30, days(3))])
      await parcel.tells({ ...news(24, 9, 'attempt-failed'), occurredAt });
    expect(failedAttempts((await parcel.shipment()).events)).toEqual([]);
    expect(
      await parcel.tells({ ...news(24, 9, 'returning'), occurredAt: monday30 }, clerk),
    ).toMatchObject({ refusal: { code: 'return-too-early', invitations: 0 } });
  });

  it('that were ahead of us count when they are told again in time', async () => {
    const parcel = await aParcel();
    const event = { ...news(24, 9, 'delivered', { proof }), occurredAt: plus(monday30, hours(1)) };
    expect(await parcel.tells(event)).toMatchObject({
      value: { state: 'label-made', isNew: true },
    });
    parcel.setTo(plus(monday30, hours(2)));
    expect(await parcel.tells(event)).toMatchObject({ value: { state: 'delivered', isNew: true } });
    expect(await parcel.tells(event)).toMatchObject({ value: { isNew: false } });
  });

  it('and another story under a known id are kept, and shown to a person', async () => {
    const parcel = await aParcel();
    const event = news(24, 9, 'out-for-delivery');
    await parcel.tells(event);
    expect(await parcel.tells({ ...event, kind: 'lost' })).toMatchObject({
      value: { isNew: true },
    });
    const later = plus(event.occurredAt, hours(1));
    await parcel.tells({ ...event, occurredAt: later });
    const { events } = await parcel.shipment();
    expect(events).toHaveLength(3);
    expect(deliveryState(events)).toMatchObject({ state: 'out-for-delivery' });
    expect(deliveryState(events).anomalies).toContain('contradictory-event');
  });
});
