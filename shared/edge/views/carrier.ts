import type { CarrierState } from '#application/returns/note-carrier.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';

/** A carrier as its post offices see it. */
export const carrierView = ({ carrier, notConfiguredSince, unannounced }: CarrierState) => ({
  carrier,
  isConfigured: notConfiguredSince === undefined,
  ...(notConfiguredSince !== undefined && { notConfiguredSince: isoVietnam(notConfiguredSince) }),
  unannounced,
});
