import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CourierEvent, CourierEventKind } from '#domain/shipment/courier-event.ts';
import { deliveryState } from '#domain/shipment/delivery.ts';
import { kindOfVnpostCode } from '#domain/shipment/vnpost-codes.ts';
import { instant } from '#domain/time/instant.ts';

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
  'second try': journey('posted', 'arrived', 'out-for-delivery', 'attempt-failed', 'out-for-delivery', 'delivered'),
  refused: journey('posted', 'out-for-delivery', 'attempt-failed', 'attempt-failed', 'returning', 'arrived', 'delivered'),
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

  it('an unknown code moves nothing and is shown to a person', () => {
    const events = [...journey('posted'), { ...journey('posted', 'unknown')[1] }] as CourierEvent[];
    expect(deliveryState(events)).toMatchObject({ state: 'in-transit', anomalies: ['unknown-code'] });
  });

  it('is the same whatever the order and however often each event comes', () => {
    const disorder = fc.constantFrom(...Object.values(stories)).chain((story) =>
      fc
        .array(fc.constantFrom(...story), { maxLength: 6 })
        .chain((repeats) =>
          fc
            .shuffledSubarray([...story, ...repeats], {
              minLength: story.length + repeats.length,
            })
            .map((events) => ({ story, events })),
        ),
    );
    fc.assert(
      fc.property(disorder, ({ story, events }) => {
        expect(deliveryState(events)).toEqual(deliveryState(story));
      }),
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
  ])('%s is %s', (code, kind) => expect(kindOfVnpostCode(code)).toBe(kind));
});
