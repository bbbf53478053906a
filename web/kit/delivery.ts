import { dayParts } from '#domain/dossier/chosen-delivery.ts';

/** Where the result goes: as was said at the counter, over another counter, or to a door. */
export const deliveryPlaces = ['stay', 'office', 'address'] as const;
export type PlaceKind = (typeof deliveryPlaces)[number];

/** As it stands in a form; an empty text where nothing was chosen. */
export interface DeliveryTyped {
  readonly place: PlaceKind;
  /** Id of an office, or of the agency of a commune. */
  readonly there: string;
  readonly address: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly part: string;
}

/** A whole place, a wished day, or both; undefined where half a place or nothing at all stands there. */
export const deliveryIn = (typed: DeliveryTyped) => {
  const to = placeIn(typed);
  const wish = wishIn(typed);
  if (to === 'half') return undefined;
  return to || wish ? { ...(to && { to }), ...(wish && { wish }) } : undefined;
};

const placeIn = ({ place, there, ...typed }: DeliveryTyped) => {
  const address = typed.address.trim();
  if (place === 'stay') return undefined;
  if (there === '') return 'half';
  if (place === 'office') return { kind: place, office: there };
  return address === '' ? 'half' : { kind: place, commune: there, address };
};

const wishIn = ({ day, ...typed }: DeliveryTyped) => {
  const part = dayParts.find((each) => each === typed.part);
  return day === '' ? undefined : { day, ...(part && { part }) };
};
