import { describe, expect, it } from 'vitest';
import type { CourierEvent, CourierEventKind } from '#domain/shipment/courier-event.ts';
import { deliveryState } from '#domain/shipment/delivery.ts';
import { parcelOutcome } from '#domain/shipment/outcome.ts';
import { instant } from '#domain/time/instant.ts';

const proof = { receiverName: 'Nguyễn Thị Ánh', identityChecked: true };

/** A parcel that found a closed door, waited, and was delivered on the second day. */
const history: readonly CourierEvent[] = (
  [
    ['posted', 8],
    ['departed', 9],
    ['arrived', 15],
    ['out-for-delivery', 31],
    ['attempt-failed', 33],
    ['held', 34],
    ['out-for-delivery', 56],
    ['delivered', 58],
  ] as const satisfies readonly (readonly [CourierEventKind, number])[]
).map(([kind, hour], n) => ({
  id: `e${n}`,
  kind,
  occurredAt: instant(hour * 3_600_000),
  recordedAt: instant(hour * 3_600_000),
  rawCode: kind,
  ...(kind === 'delivered' && { proof }),
}));

/** Every order of a list, one after the other (Heap's algorithm). */
function* ordersOf<T>(list: readonly T[]): Generator<readonly T[]> {
  const order = [...list];
  const turns = order.map(() => 0);
  yield order;
  for (let n = 0; n < order.length; ) {
    const turn = turns[n] ?? 0;
    if (turn >= n) {
      turns[n] = 0;
      n += 1;
      continue;
    }
    const with_ = n % 2 === 0 ? 0 : turn;
    [order[with_], order[n]] = [order[n] as T, order[with_] as T];
    turns[n] = turn + 1;
    n = 0;
    yield order;
  }
}

/** Two of them come a second time, somewhere in between; where is chosen by the order's own number. */
const withRepeats = (order: readonly CourierEvent[], n: number): readonly CourierEvent[] => {
  const told = [...order];
  for (const place of [n % order.length, (n * 7) % order.length]) {
    const event = order[place];
    if (event) told.splice((n * 13 + place) % (told.length + 1), 0, event);
  }
  return told;
};

describe('a parcel’s history of eight events', () => {
  it('comes to the same in all 40,320 orders, with some of it told twice', () => {
    const state = deliveryState(history);
    const outcome = parcelOutcome(history);
    expect(outcome.outcome).toBe('delivered');
    let orders = 0;
    const strays: string[] = [];
    for (const order of ordersOf(history)) {
      const told = withRepeats(order, orders);
      const isSame =
        JSON.stringify(deliveryState(told)) === JSON.stringify(state) &&
        JSON.stringify(parcelOutcome(told)) === JSON.stringify(outcome);
      if (!isSame) strays.push(told.map(({ id }) => id).join(' '));
      orders += 1;
    }
    expect(orders).toBe(40_320);
    expect(strays.slice(0, 5)).toEqual([]);
  });
});
