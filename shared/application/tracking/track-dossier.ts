import { limitTries } from '#application/limit-tries.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type DeliveryState, deliveryState } from '#domain/shipment/delivery.ts';
import { minutes } from '#domain/time/instant.ts';
import type { Clock } from '#ports/clock.ts';
import type { DossierLedger } from '#ports/dossier-ledger.ts';
import type { Seals } from '#ports/seals.ts';
import type { Tries } from '#ports/tries.ts';
import { dossierOfReceipt, type ReceiptWords } from './receipt.ts';

export interface TrackDossier extends ReceiptWords {
  readonly sourceIp: string;
}

export interface Tracked {
  readonly dossier: Dossier;
  readonly parcel?: DeliveryState;
}

interface Deps {
  readonly ledger: DossierLedger;
  readonly clock: Clock;
  readonly seals: Seals;
  readonly tries: Tries;
}

/** Codes are sequential, so they can be guessed; the secret must not be. */
const perCode = { limit: 10, window: minutes(15) } as const;
const perAddress = { limit: 60, window: minutes(15) } as const;

/**
 * Public look-up. A wrong code and a wrong secret get the same answer, and both count: by code and
 * by address, before anything is looked at.
 */
export const makeTrackDossier =
  (deps: Deps) =>
  async ({ code, secret, sourceIp }: TrackDossier): Promise<Outcome<Tracked>> => {
    const { ledger, clock, tries } = deps;
    const now = clock.now();
    const refused = await limitTries(
      tries,
      now,
      { name: `track-code#${code}`, ...perCode },
      { name: `track-address#${sourceIp}`, ...perAddress },
    );
    if (refused) return refused;
    const id = await dossierOfReceipt(deps, { code, secret });
    return id ? tracked(ledger, id) : refuse({ code: 'tracking-denied' });
  };

const tracked = async (ledger: DossierLedger, id: DossierId): Promise<Outcome<Tracked>> => {
  const stored = await ledger.load(id);
  if (!stored) return refuse({ code: 'tracking-denied' });
  const { dossier } = stored;
  const shipment = dossier.delivery && (await ledger.record('shipment', dossier.delivery.shipment));
  return done({ dossier, ...(shipment && { parcel: deliveryState(shipment.events).state }) });
};
