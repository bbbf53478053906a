import { dossierOfReceipt, type ReceiptWords } from '#application/receipt.ts';
import { limitReceiptTries } from '#application/receipt-tries.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type DeliveryState, deliveryState } from '#domain/shipment/delivery.ts';
import { shipmentKind } from '#functions/returns/records.ts';
import type { Clock } from '#ports/clock.ts';
import type { Seals } from '#ports/seals.ts';
import type { Tries } from '#ports/tries.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

export interface TrackDossier extends ReceiptWords {
  readonly sourceIp: string;
}

export interface Tracked {
  readonly dossier: Dossier;
  readonly parcel?: DeliveryState;
}

interface Deps {
  readonly ledger: UnitOfWork;
  readonly clock: Clock;
  readonly seals: Seals;
  readonly tries: Tries;
}

/**
 * Public look-up. A wrong code and a wrong secret get the same answer, and both count: by code and
 * by address, before anything is looked at.
 */
export const makeTrackDossier =
  (deps: Deps) =>
  async ({ code, secret, sourceIp }: TrackDossier): Promise<Outcome<Tracked>> => {
    const refused = await limitReceiptTries(deps, { code, sourceIp });
    if (refused) return refused;
    const stored = await dossierOfReceipt(deps, { code, secret });
    return stored ? tracked(deps.ledger, stored.dossier) : refuse({ code: 'tracking-denied' });
  };

const tracked = async (ledger: UnitOfWork, dossier: Dossier): Promise<Outcome<Tracked>> => {
  const shipment =
    dossier.delivery && (await ledger.record(shipmentKind, dossier.delivery.shipment));
  return done({ dossier, ...(shipment && { parcel: deliveryState(shipment.events).state }) });
};
