import type { DeliveryPlace } from '#domain/dossier/chosen-delivery.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Catalogue } from '#ports/catalogue.ts';

/** What a chosen place is called on that day: an office, or the commune of a door, without the door. */
export const placeNamed = (
  to: DeliveryPlace,
  { office, agency, placesNamed }: Pick<Catalogue, 'office' | 'agency' | 'placesNamed'>,
  day: VietnamDay,
): string => {
  if (to.kind === 'office') return office(to.office)?.name ?? to.office;
  // Not the agency's own name: nobody brings it to the People's Committee.
  const commune = placesNamed('', day).find(({ agencies }) => agencies.includes(to.commune));
  return commune?.place ?? agency(to.commune)?.name ?? to.commune;
};
