import { inForce } from '#domain/catalogue/effective.ts';
import type { Place } from '#domain/catalogue/place.ts';
import { agencyOfPlace } from '#domain/catalogue/place.ts';
import type { PostOffice } from '#domain/catalogue/post-office.ts';
import type { OfficeFinder } from '#ports/office-finder.ts';

/** The province's post offices: a place is served by the one office of its commune. */
export const makeProvinceOffices = ({
  postOffices,
  places,
}: {
  readonly postOffices: readonly PostOffice[];
  readonly places: readonly Place[];
}): OfficeFinder => ({
  isOffice: (id) => postOffices.some((office) => office.id === id),
  serving: (address, day) => {
    const commune = agencyOfPlace(places, address, day);
    const offices = postOffices.filter(
      (office) => office.commune === commune && inForce(office, day),
    );
    return offices.length === 1 ? offices[0]?.id : undefined;
  },
});
