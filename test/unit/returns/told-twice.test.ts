import { describe, expect, it } from 'vitest';
import type { CourierEvent } from '#domain/shipment/courier-event.ts';
import { deliveryState } from '#domain/shipment/delivery.ts';
import { instant } from '#domain/time/instant.ts';

const event = (n: number, change: Partial<CourierEvent>): CourierEvent => ({
  id: `e${n}`,
  kind: 'delivered',
  occurredAt: instant(1_000 * n),
  recordedAt: instant(1_000 * n),
  rawCode: 'x',
  ...change,
});
const posted = event(0, { kind: 'posted' });
const collected = { stateFeesVnd: 20_000, codVnd: 0 };
const takeBack = [{ paper: 'giay-cu', outcome: 'taken', count: 1 }] as const;

describe('a delivery that is told twice, by scan and by paper', () => {
  it('has what either of them says of money and old papers, the first where both do', () => {
    const scanned = deliveryState([posted, event(1, {}), event(2, { collected, takeBack })]);
    expect(scanned).toMatchObject({ collected, takeBack });
    const other = { collected: { stateFeesVnd: 1, codVnd: 1 }, takeBack: [] };
    const paper = deliveryState([posted, event(1, { collected, takeBack }), event(2, other)]);
    expect(paper).toMatchObject({ collected, takeBack });
    const neither = deliveryState([posted, event(1, {}), event(2, {})]);
    expect(neither).not.toHaveProperty('collected');
    expect(neither).not.toHaveProperty('takeBack');
  });
});
