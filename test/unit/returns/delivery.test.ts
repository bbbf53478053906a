import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CourierEvent, CourierEventKind } from '#domain/shipment/courier-event.ts';
import { deliveryState, failedAttempts } from '#domain/shipment/delivery.ts';
import { instant } from '#domain/time/instant.ts';
import { kindOfVnpostCode } from '#functions/returns/domain/vnpost-codes.ts';

const journey = (...kinds: readonly CourierEventKind[]): readonly CourierEvent[] =>
  kinds.map((kind, n) => ({
    id: `e${n}`,
    kind,
    occurredAt: instant(1_000 * n),
    recordedAt: instant(1_000 * n),
    rawCode: kind,
    ...(kind === 'delivered' && { proof: { receiverName: 'Ánh', identityChecked: true } }),
  }));

const stories = {
  delivered: journey('posted', 'departed', 'arrived', 'out-for-delivery', 'delivered'),
  'second try': journey(
    'posted',
    'arrived',
    'out-for-delivery',
    'attempt-failed',
    'out-for-delivery',
    'delivered',
  ),
  refused: journey(
    'posted',
    'out-for-delivery',
    'attempt-failed',
    'attempt-failed',
    'returning',
    'arrived',
    'delivered',
  ),
  returned: journey('posted', 'attempt-failed', 'returning', 'departed', 'returned-to-sender'),
  lost: journey('posted', 'departed', 'lost'),
} as const;

describe('where a parcel is', () => {
  it.each([
    ['delivered', { state: 'delivered', attempts: 0, deliveredAt: 4_000, anomalies: [] }],
    ['second try', { state: 'delivered', attempts: 1 }],
    ['refused', { state: 'returned-to-sender', attempts: 2, anomalies: ['delivered-in-return'] }],
    ['returned', { state: 'returned-to-sender', attempts: 1, anomalies: [] }],
    ['lost', { state: 'lost' }],
  ] as const)('%s', (story, expected) => {
    expect(deliveryState(stories[story])).toMatchObject(expected);
  });

  it('is a label before anything happened', () => {
    expect(deliveryState([])).toEqual({ state: 'label-made', attempts: 0, anomalies: [] });
  });

  it('delivered to the sender is never delivered to the citizen', () => {
    expect(deliveryState(stories.refused)).not.toHaveProperty('deliveredAt');
  });

  // A parcel that goes back is taken out for delivery too: to the agency.
  it.each([
    [['posted', 'attempt-failed', 'returning', 'out-for-delivery', 'delivered']],
    [['posted', 'returning', 'departed', 'arrived', 'held', 'attempt-failed', 'delivered']],
    [['posted', 'returning', 'lost', 'arrived', 'out-for-delivery', 'delivered']],
    [['posted', 'returned-to-sender', 'delivered']],
  ] as const)('%j never reached the citizen', (kinds) => {
    const delivery = deliveryState(journey(...kinds));
    expect(delivery.state).toBe('returned-to-sender');
    expect(delivery).not.toHaveProperty('deliveredAt');
    expect(delivery).not.toHaveProperty('proof');
  });

  it.each([
    [['posted', 'unknown'], 'in-transit', ['unknown-code']],
    [['announced'], 'label-made', []],
    [['announced', 'posted'], 'in-transit', []],
    [['unknown'], 'label-made', ['unknown-code']],
    [['departed'], 'in-transit', ['no-posting']],
    [['departed', 'posted'], 'in-transit', ['event-before-posting']],
    [['out-for-delivery', 'posted'], 'out-for-delivery', ['event-before-posting']],
    [['posted', 'attempt-failed', 'held'], 'attempt-failed', []],
    [['posted', 'held'], 'in-transit', []],
    [['posted', 'out-for-delivery', 'damaged'], 'out-for-delivery', ['damaged']],
    [['posted', 'returning', 'damaged'], 'returning', ['damaged']],
    [['posted', 'lost', 'arrived'], 'in-transit', ['found-after-loss']],
    [['posted', 'lost', 'lost'], 'lost', []],
    [['posted', 'delivered', 'delivered'], 'delivered', []],
    [['posted', 'delivered', 'arrived'], 'delivered', ['event-after-delivery']],
    [['posted', 'delivered', 'returned-to-sender'], 'delivered', ['event-after-delivery']],
    [
      ['posted', 'returned-to-sender', 'delivered'],
      'returned-to-sender',
      ['delivered-after-return'],
    ],
    [['posted', 'returned-to-sender', 'arrived'], 'returned-to-sender', ['event-after-return']],
    [['posted', 'returned-to-sender', 'returned-to-sender'], 'returned-to-sender', []],
  ] as const)('%j is %s, to be looked at for %j', (kinds, state, anomalies) => {
    expect(deliveryState(journey(...kinds))).toMatchObject({ state, anomalies });
  });

  it('counts an attempt once, though poll and webhook name it differently', () => {
    const story = journey('posted', 'attempt-failed', 'attempt-failed');
    const polled = story.map((event) => ({ ...event, id: `poll-${event.id}`, rawCode: '?' }));
    expect(deliveryState([...story, ...polled])).toMatchObject({ attempts: 2, anomalies: [] });
    expect(failedAttempts([...story, ...polled])).toEqual([1_000, 2_000]);
  });

  it('counts no attempt at the agency’s door as one at the citizen’s', () => {
    const story = journey('posted', 'attempt-failed', 'returning', 'attempt-failed');
    expect(deliveryState(story)).toMatchObject({ state: 'returning', attempts: 1 });
  });

  it('believes the first story of an id, and says that there were two', () => {
    const [posted, returned] = journey('posted', 'returned-to-sender');
    if (!posted || !returned) throw new Error('two events');
    const other = { ...returned, kind: 'delivered', recordedAt: instant(9_000) } as const;
    const expected = { state: 'returned-to-sender', anomalies: ['contradictory-event'] };
    expect(deliveryState([posted, returned, other])).toMatchObject(expected);
    expect(deliveryState([other, returned, posted])).toMatchObject(expected);
  });

  it('keeps the first proof that comes, and misses one that never came', () => {
    const [posted, delivered] = journey('posted', 'delivered');
    if (!posted || !delivered) throw new Error('two events');
    const { proof, ...bare } = delivered;
    expect(deliveryState([posted, bare])).toMatchObject({ anomalies: ['delivered-without-proof'] });
    const another = { receiverName: 'Ba', identityChecked: false };
    const second = { ...delivered, id: 'second', occurredAt: instant(5_000), proof: another };
    expect(deliveryState([second, delivered, posted])).toMatchObject({ proof, deliveredAt: 1_000 });
    const later = { ...delivered, id: 'paper', occurredAt: instant(5_000) };
    const sameMoment = { ...delivered, id: 'again', recordedAt: instant(5_000) };
    for (const told of [later, sameMoment])
      expect(deliveryState([posted, bare, told])).toEqual({
        state: 'delivered',
        attempts: 0,
        deliveredAt: 1_000,
        proof,
        anomalies: [],
      });
  });

  const disorderOf = (story: readonly CourierEvent[]) =>
    fc
      .array(fc.constantFrom(...story), { maxLength: 6 })
      .chain((repeats) => {
        const all = [...story, ...repeats];
        return fc.shuffledSubarray(all, { minLength: all.length });
      })
      .map((events) => ({ story, events }));

  it('is the same whatever the order and however often each event comes', () => {
    const disorder = fc.constantFrom(...Object.values(stories)).chain(disorderOf);
    fc.assert(
      fc.property(disorder, ({ story, events }) => {
        expect(deliveryState(events)).toEqual(deliveryState(story));
        expect(deliveryState([...events, ...events])).toEqual(deliveryState(story));
      }),
      { numRuns: 1_000 },
    );
  });

  const anyKind = fc.constantFrom<CourierEventKind>(
    'announced',
    'posted',
    'departed',
    'arrived',
    'held',
    'out-for-delivery',
    'attempt-failed',
    'delivered',
    'returning',
    'returned-to-sender',
    'lost',
    'damaged',
    'unknown',
  );
  const anyProof = fc.option(
    fc.record({ receiverName: fc.constantFrom('Ánh', 'Ba'), identityChecked: fc.boolean() }),
    { nil: undefined },
  );
  /** Few ids and few moments: ties and contradictions are the rule here. */
  const anyEvent: fc.Arbitrary<CourierEvent> = fc
    .record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      kind: anyKind,
      occurredAt: fc.integer({ min: 0, max: 4 }).map(instant),
      recordedAt: fc.integer({ min: 0, max: 2 }).map(instant),
      rawCode: fc.constantFrom('X', 'Y'),
      proof: anyProof,
    })
    .map(({ proof, ...event }) => ({ ...event, ...(proof && { proof }) }));

  it('is a function of the set even where clocks tie and ids contradict each other', () => {
    const disorder = fc.array(anyEvent, { minLength: 1, maxLength: 8 }).chain(disorderOf);
    fc.assert(
      fc.property(disorder, ({ story, events }) => {
        expect(deliveryState(events)).toEqual(deliveryState(story));
      }),
      { numRuns: 3_000 },
    );
  });

  it('never calls a parcel delivered that was on its way back before', () => {
    fc.assert(
      fc.property(fc.array(anyKind, { maxLength: 10 }), (kinds) => {
        const back = kinds.findIndex(
          (kind) => kind === 'returning' || kind === 'returned-to-sender',
        );
        const reached = kinds.slice(0, back === -1 ? undefined : back).includes('delivered');
        expect(deliveryState(journey(...kinds)).state === 'delivered').toBe(reached);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('VNPost’s codes', () => {
  it.each([
    ['EMA', 'posted'],
    ['EDG', 'out-for-delivery'],
    ['EMH', 'attempt-failed'],
    ['EMI', 'delivered'],
    ['90', 'delivered'],
    ['100', 'returning'],
    ['XYZ', 'unknown'],
    ['constructor', 'unknown'],
    ['', 'unknown'],
    [' emi ', 'delivered'],
    ['EXB', 'held'],
    ['EDC', 'departed'],
    // Chờ lấy: not posted yet.
    ['1', 'announced'],
    ['RTD', 'returned-to-sender'],
  ])('%s is %s', (code, kind) => expect(kindOfVnpostCode(code)).toBe(kind));
});
