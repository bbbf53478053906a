import type { Instant } from '#domain/time/instant.ts';
import type { CourierEvent } from './courier-event.ts';
import { deliveryState } from './delivery.ts';
import { isProven } from './proof.ts';
import type { TakeBackLine } from './take-back.ts';

/** What a parcel means for whoever waits for the result. */
export type ParcelOutcome =
  | { readonly outcome: 'under-way' }
  | {
      readonly outcome: 'delivered';
      readonly at: Instant;
      readonly takeBack?: readonly TakeBackLine[];
    }
  /** Kept at the post office after a visit to a closed door. */
  | { readonly outcome: 'held'; readonly at: Instant }
  /** Two invitations without an answer, or refused: back to the agency (TT 17/2017). */
  | { readonly outcome: 'returned-to-agency'; readonly at: Instant };

/**
 * Like the state a function of the set of events. Delivered without proof is still under way: status
 * 10 only on proof of delivery (domain §10.8), which a later message may bring.
 */
export const parcelOutcome = (events: readonly CourierEvent[]): ParcelOutcome => {
  const { state, deliveredAt, returnedAt, heldSince, proof, takeBack } = deliveryState(events);
  if (state === 'delivered' && deliveredAt !== undefined && isProven(proof))
    return { outcome: 'delivered', at: deliveredAt, ...(takeBack && { takeBack }) };
  if (state === 'returned-to-sender' && returnedAt !== undefined)
    return { outcome: 'returned-to-agency', at: returnedAt };
  if (state === 'attempt-failed' && heldSince !== undefined)
    return { outcome: 'held', at: heldSince };
  return { outcome: 'under-way' };
};
