import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultPaper } from '#domain/custody/paper.ts';
import { makeCalendarBook } from '#domain/deadline/working-calendar.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { record } from '#domain/dossier/record.ts';
import { concludeDelivery } from '#domain/dossier/steps/return-result.ts';
import type { CourierEvent, CourierEventKind } from '#domain/shipment/courier-event.ts';
import { deliveryState } from '#domain/shipment/delivery.ts';
import { parcelOutcome } from '#domain/shipment/outcome.ts';
import { instant } from '#domain/time/instant.ts';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { invitations } from '#functions/returns/domain/invitations.ts';
import { aDossier, dossierId, shipmentId } from '#test/support/dossiers.ts';

const book = makeCalendarBook([
  { year: 2026, version: '2026-1', holidays: {}, makeUpDays: {} },
  { year: 2027, version: '2027-1', holidays: {}, makeUpDays: {} },
]);

const proof = { receiverName: 'Nguyễn Thị Ánh', identityChecked: true };

/** `[day of November 2026, hour, kind]`; the 23rd is a Monday. */
type Line = readonly [day: number, hour: number, kind: CourierEventKind, unproven?: 'unproven'];

const journey = (...lines: readonly Line[]): readonly CourierEvent[] =>
  lines.map(([day, hour, kind, unproven], n) => ({
    id: `e${n}`,
    kind,
    occurredAt: at(`2026-11-${day}` as VietnamDay, hour * 60),
    recordedAt: instant(n),
    rawCode: kind,
    ...(kind === 'delivered' && !unproven && { proof }),
  }));

const histories = {
  'first visit': journey(
    [23, 8, 'posted'],
    [23, 12, 'departed'],
    [23, 18, 'arrived'],
    [24, 8, 'out-for-delivery'],
    [24, 10, 'delivered'],
  ),
  'second visit': journey(
    [20, 8, 'posted'],
    [23, 8, 'out-for-delivery'],
    [23, 10, 'attempt-failed'],
    [23, 11, 'held'],
    [25, 8, 'out-for-delivery'],
    [25, 9, 'delivered'],
  ),
  'scan first, paper proof later': journey(
    [23, 8, 'posted'],
    [24, 10, 'delivered', 'unproven'],
    [24, 17, 'delivered'],
  ),
  'two visits, then back': journey(
    [20, 8, 'posted'],
    [23, 9, 'attempt-failed'],
    [24, 9, 'attempt-failed'],
    [25, 9, 'attempt-failed'],
    [25, 10, 'held'],
    [27, 8, 'returning'],
    [27, 12, 'departed'],
    [27, 17, 'returned-to-sender'],
  ),
  'delivered to the sender': journey(
    [20, 8, 'posted'],
    [23, 9, 'attempt-failed'],
    [25, 9, 'attempt-failed'],
    [27, 8, 'returning'],
    [27, 15, 'out-for-delivery'],
    [27, 16, 'delivered'],
  ),
  'sent back at once': journey(
    [23, 8, 'posted'],
    [24, 9, 'attempt-failed'],
    [24, 11, 'returning'],
    [25, 9, 'returned-to-sender'],
  ),
  'waiting at the office': journey([23, 8, 'posted'], [24, 9, 'attempt-failed'], [24, 12, 'held']),
} as const;

/** The result has left the agency in a parcel. */
const dispatched = record(
  aDossier('decided'),
  dossierId,
  [
    {
      type: 'result-dispatched',
      shipment: shipmentId,
      carrier: 'vnpost',
      waybill: 'EE473124829VN',
      papers: [{ from: { kind: 'agency', id: 'ct-nnmt' }, papers: [resultPaper] }],
    },
  ],
  { actor: { kind: 'system', id: 'test' }, now: instant(0) },
).after;

/** What the dossier is after the news came in this order, each piece decided on as it came. */
const dossierAfter = (arrivals: readonly CourierEvent[]): Dossier => {
  let dossier = dispatched;
  const known: CourierEvent[] = [];
  for (const [n, event] of arrivals.entries()) {
    if (known.some(({ id }) => id === event.id)) continue;
    known.push({ ...event, recordedAt: instant(n) });
    const facts = concludeDelivery(dossier, shipmentId, parcelOutcome(known));
    if (!facts.ok) throw new Error(facts.refusal.code);
    if (facts.value.length === 0) continue;
    const by = { actor: { kind: 'carrier', id: 'vnpost' } as const, now: instant(n) };
    dossier = record(dossier, dossierId, facts.value, by).after;
  }
  return dossier;
};

const whereResultIs = ({ custody }: Dossier) =>
  custody.find(({ id }) => id === resultPaper.id)?.holder.kind;

const meaning = (dossier: Dossier) => ({
  status: dossier.status,
  result: whereResultIs(dossier),
  deliveredAt: dossier.delivery?.deliveredAt,
  returnedAt: dossier.delivery?.returnedAt,
});

const planOf = (events: readonly CourierEvent[]) => {
  const kept = invitations(events, book);
  if (!kept.ok) throw new Error(`no calendar for ${kept.year}`);
  return kept.value;
};

describe('what a parcel comes to', () => {
  it.each([
    ['first visit', 'returned', 'citizen', 'deliver', false],
    ['second visit', 'returned', 'citizen', 'invite-again', false],
    ['scan first, paper proof later', 'returned', 'citizen', 'deliver', false],
    ['two visits, then back', 'decided', 'carrier', 'return-to-agency', false],
    // Delivered on the way back is delivered to the sender: never status 10 (domain §10.8).
    ['delivered to the sender', 'decided', 'carrier', 'return-to-agency', false],
    // TT 17/2017: one invitation and the same day is a breach.
    ['sent back at once', 'decided', 'carrier', 'invite-again', true],
    ['waiting at the office', 'decided', 'carrier', 'invite-again', false],
  ] as const)('%s: %s, the result with the %s, next %s, breach %s', (name, ...expected) => {
    const [status, result, step, breach] = expected;
    const history = histories[name];
    expect(meaning(dossierAfter(history))).toMatchObject({ status, result });
    expect(planOf(history)).toMatchObject({ plan: { next: { step } }, isReturnedTooEarly: breach });
  });

  it.each([
    ['no name', { identityChecked: true }],
    ['a blank name', { receiverName: '-', identityChecked: true }],
    ['no look at a document', { receiverName: 'Nguyễn Thị Ánh', identityChecked: false }],
  ])('a delivery with %s is recorded and closes nothing', (_, weak) => {
    const [posted, delivered] = journey([23, 8, 'posted'], [24, 10, 'delivered']);
    if (!posted || !delivered) throw new Error('two events');
    const told = [posted, { ...delivered, proof: weak }];
    expect(deliveryState(told)).toMatchObject({
      state: 'delivered',
      anomalies: ['delivered-without-proof'],
    });
    expect(dossierAfter(told).status).toBe('decided');
    const later = [...told, { ...delivered, id: 'paper' }];
    expect(dossierAfter(later)).toMatchObject({
      status: 'returned',
      delivery: { deliveredAt: delivered.occurredAt },
    });
  });

  it('tells of the office once, however often the door was closed', () => {
    const twice = journey(
      [23, 9, 'attempt-failed'],
      [23, 10, 'held'],
      [25, 9, 'attempt-failed'],
      [25, 10, 'held'],
    );
    expect(dossierAfter(twice).version - dispatched.version).toBe(1);
  });

  it('stays at the counter where it was handed over there, whatever comes later', () => {
    const picked = record(
      dispatched,
      dossierId,
      [
        {
          type: 'result-picked-up',
          pickUp: shipmentId as never,
          receiver: 'self',
          handedAt: instant(1),
          proofSha256: 'e'.repeat(64),
        },
      ],
      { actor: { kind: 'system', id: 'test' }, now: instant(1) },
    ).after;
    expect(whereResultIs(picked)).toBe('citizen');
    for (const history of Object.values(histories))
      expect(concludeDelivery(picked, shipmentId, parcelOutcome(history))).toEqual({
        ok: true,
        value: [],
      });
  });

  // Where the proof of a delivery is told before the way back to the sender, it is an end that stays.
  const { 'delivered to the sender': toSender, ...inAnyOrder } = histories;
  const anyHistory = fc.constantFrom(...Object.values(inAnyOrder));
  const disorderOf = (history: readonly CourierEvent[]) =>
    fc
      .array(fc.constantFrom(...history), { maxLength: 5 })
      .chain((repeats) => {
        const all = [...history, ...repeats];
        return fc.shuffledSubarray(all, { minLength: all.length });
      })
      .map((arrivals) => ({ history, arrivals }));

  it('is the same for dossier and plan whatever the order and however often each comes', () => {
    fc.assert(
      fc.property(anyHistory.chain(disorderOf), ({ history, arrivals }) => {
        expect(meaning(dossierAfter(arrivals))).toEqual(meaning(dossierAfter(history)));
        expect(planOf(arrivals)).toEqual(planOf(history));
        expect(parcelOutcome(arrivals)).toEqual(parcelOutcome(history));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same in any order for a parcel delivered to the sender, unless its proof is told first', () => {
    fc.assert(
      fc.property(disorderOf(toSender), ({ arrivals }) => {
        const firstOf = (kind: CourierEventKind) =>
          arrivals.findIndex((event) => event.kind === kind);
        const isProofFirst = firstOf('delivered') < firstOf('returning');
        expect(meaning(dossierAfter(arrivals)).status).toBe(isProofFirst ? 'returned' : 'decided');
      }),
      { numRuns: 1_000 },
    );
  });

  const decisive = new Set<CourierEventKind>([
    'attempt-failed',
    'delivered',
    'returning',
    'returned-to-sender',
  ]);

  it('is the same where stops in between were never told', () => {
    const withLosses = anyHistory.chain((history) => {
      const stops = history.filter(({ kind }) => !decisive.has(kind));
      return fc
        .subarray(stops)
        .map((lost) => history.filter((event) => !lost.includes(event)))
        .chain((left) =>
          fc.shuffledSubarray([...left], { minLength: left.length }).map((arrivals) => ({
            history,
            arrivals,
          })),
        );
    });
    fc.assert(
      fc.property(withLosses, ({ history, arrivals }) => {
        expect(meaning(dossierAfter(arrivals))).toEqual(meaning(dossierAfter(history)));
        expect(planOf(arrivals)).toEqual(planOf(history));
      }),
      { numRuns: 1_000 },
    );
  });
});
