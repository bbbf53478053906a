import { isPost, type Staff } from '#domain/actor/actor.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Shipment } from '#domain/shipment/shipment.ts';
import type { DossierLedger } from '#ports/dossier-ledger.ts';

/** A shipment is the business of the post office that sends it; to others it does not exist. */
export const visibleShipment = async (
  ledger: DossierLedger,
  actor: Staff,
  id: ShipmentId,
): Promise<Outcome<Shipment>> => {
  const shipment = await ledger.record('shipment', id);
  const mine = shipment && isPost(actor) && shipment.office === actor.office;
  return mine ? done(shipment) : refuse({ code: 'shipment-unknown' });
};
