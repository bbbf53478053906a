import { describe, expect, it } from 'vitest';
import { resultPaper } from '#domain/custody/paper.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { declareLost, voidParcel } from '#domain/dossier/steps/end-parcel.ts';
import type { PickUpId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { aDossier, monday9, shipmentId } from '#test/support/dossiers.ts';
import { refusal } from '#test/support/shipments.ts';

const papers = [resultPaper];
const sent: Dossier = {
  ...aDossier('decided'),
  custody: [{ ...resultPaper, holder: { kind: 'carrier', id: shipmentId } }],
  delivery: { shipment: shipmentId, carrier: 'vnpost', waybill: 'x', papers },
};
const ends = [
  ['voided', (dossier: Dossier, id: ShipmentId) => voidParcel(dossier, id, 'wrong-address', [])],
  ['declared lost', (dossier: Dossier, id: ShipmentId) => declareLost(dossier, id, 'carrier')],
] as const;

describe.each(ends)('a parcel is %s', (_, end) => {
  it('while it is the last one and is out', () => {
    expect(end(sent, shipmentId)).toMatchObject({ ok: true });
  });

  it('not where another went out after it', () => {
    expect(end(sent, 'earlier' as ShipmentId)).toEqual(refusal('step-not-allowed'));
  });

  it('not where it was handed over at the counter', () => {
    const pickUp = { id: 'p' as PickUpId, handedAt: monday9 };
    expect(end({ ...sent, pickUp }, shipmentId)).toEqual(refusal('step-not-allowed'));
  });
});
