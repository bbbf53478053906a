import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Dossier } from '../dossier.ts';
import { type Decision, forbidden } from './step.ts';

export interface Dispatch {
  readonly shipment: ShipmentId;
  readonly carrier: string;
  readonly waybill: string;
}

/** The result leaves for the citizen. A second parcel for the same result is refused. */
export const dispatchResult = (dossier: Dossier, dispatch: Dispatch): Decision => {
  const refused = forbidden('dispatch', dossier.status);
  if (refused) return refused;
  if (dossier.delivery)
    return refuse({ code: 'step-not-allowed', status: 'dispatched', step: 'dispatch' });
  return done([{ type: 'result-dispatched', ...dispatch }]);
};

/** Status 10 only on proof of delivery to the citizen; saying it again changes nothing. */
export const deliverResult = (
  dossier: Dossier,
  shipment: ShipmentId,
  deliveredAt: Instant,
): Decision => {
  if (dossier.delivery?.shipment !== shipment) return refuse({ code: 'shipment-unknown' });
  if (dossier.delivery.deliveredAt !== undefined) return done([]);
  return (
    forbidden('deliver', dossier.status) ??
    done([{ type: 'result-delivered', shipment, deliveredAt }])
  );
};
