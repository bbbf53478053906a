import { type Agency, successorOn } from '#domain/catalogue/agency.ts';
import { agencyOfPlace, type Place } from '#domain/catalogue/place.ts';
import type { PostOffice } from '#domain/catalogue/post-office.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import type { StoredDossier } from '#ports/unit-of-work.ts';

interface LaidDown {
  readonly agencies: readonly Agency[];
  readonly places: readonly Place[];
  readonly postOffices: readonly PostOffice[];
}

/**
 * Who goes on with a dossier of an agency that has ended. A district's work went to several communes:
 * the one where the owner lives, or else the one where the papers were handed in, or else the one at the
 * district's seat, which may pass it on as misrouted; an agency that is gone would let it lie for ever.
 */
export const successorFinder = ({ agencies, places, postOffices }: LaidDown) => {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  return (ended: string, day: VietnamDay, stored?: StoredDossier): Agency | undefined =>
    successorOn(byId, ended, day, stored && communesOf(stored, day));

  function communesOf({ dossier, applicant }: StoredDossier, day: VietnamDay) {
    const home = applicant.owner?.address ?? applicant.address;
    const office = postOffices.find(({ id }) => id === dossier.office);
    return [agencyOfPlace(places, home, day), office?.commune];
  }
};
