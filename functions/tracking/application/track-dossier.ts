import type { ReceiptWords } from '#application/receipt.ts';
import { openReceipt } from '#application/receipt-tries.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { done, type Outcome } from '#domain/refusal.ts';
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
 * Public look-up. A wrong code and a wrong secret get the same answer, and both count; the right secret
 * is never refused for what others guessed.
 */
export const makeTrackDossier =
  (deps: Deps) =>
  async (shown: TrackDossier): Promise<Outcome<Tracked>> => {
    const opened = await openReceipt(deps, shown);
    return opened.ok ? done(await trackedOf(deps.ledger, opened.value.dossier)) : opened;
  };

/** What its receipt opens of a dossier. */
export const trackedOf = async (ledger: UnitOfWork, dossier: Dossier): Promise<Tracked> => {
  const shipment =
    dossier.delivery && (await ledger.record(shipmentKind, dossier.delivery.shipment));
  return { dossier, ...(shipment && { parcel: deliveryState(shipment.events).state }) };
};
