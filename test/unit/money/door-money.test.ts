import { describe, expect, it } from 'vitest';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import { instant } from '#domain/time/instant.ts';
import { moneyAtDoor, type PaidParcel } from '#functions/money/domain/door-money.ts';
import { dossierId, monday9, shipmentId } from '#test/support/dossiers.ts';
import { proof } from '#test/support/shipments.ts';

const returnOrder = '01KAPXJ5V0ZK9Q4T8N6W2C7D3Q' as ReturnOrderId;
const delivered = (at: number) =>
  (['posted', 'delivered'] as const).map((kind, n) => ({
    id: kind,
    kind,
    occurredAt: instant(at + n),
    recordedAt: instant(at + n),
    rawCode: kind,
    proof,
  }));
const parcel: PaidParcel = {
  id: shipmentId,
  office: 'bd-vi-thanh',
  waybill: 'EE473124829VN',
  collectOnDelivery: { stateFeesVnd: 20_000, codVnd: 0 },
  createdAt: monday9,
  events: delivered(monday9),
};

describe('money at a door', () => {
  it.each([
    ['a dossier', { dossierId, returnOrder }, dossierId],
    ['an order', { returnOrder }, returnOrder],
    ['a parcel that names neither', {}, shipmentId],
  ])('is of %s', (_, of, id) =>
    expect(moneyAtDoor(undefined, { ...parcel, ...of }, 'carrier:vnpost')).toMatchObject({
      dossierId: id,
      collectedAt: monday9 + 1,
    }),
  );

  it('is the named agency’s; of old parcels that name none nobody’s yet', () => {
    const of = (change: Partial<PaidParcel>) =>
      moneyAtDoor(undefined, { ...parcel, ...change }, 'carrier:vnpost')?.agency;
    expect([of({ agency: 'ct-nnmt' }), of({})]).toEqual(['ct-nnmt', '']);
  });
});
