import type { CarrierState } from '#application/returns/note-carrier.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';

/** A carrier as its post offices see it. */
export const carrierView = ({ carrier, notSetUpSince, unannounced }: CarrierState) => ({
  carrier,
  isSetUp: notSetUpSince === undefined,
  ...(notSetUpSince !== undefined && { notSetUpSince: isoVietnam(notSetUpSince) }),
  unannounced,
});
