import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { inForce } from './effective.ts';
import { type Place, placesIn } from './place.ts';
import { placeKey, unitOf } from './place-key.ts';

/** A name that people use, and which communes it means today. */
export interface FoundPlace {
  readonly place: string;
  readonly unitCode: string;
  /** The province that a former unit lay in. */
  readonly formerProvince?: string;
  /** Agencies of today's communes; of several the citizen is asked. */
  readonly agencies: readonly string[];
  /** Today's places of the same name that it is not: the trap of the reorganisation. */
  readonly notToBeTakenFor: readonly string[];
}

/**
 * Tra cứu đơn vị hành chính: what an address means, or else the places of which every typed word begins a
 * word. Without words, today's communes. At most `limit`, today's first.
 */
export const findPlaces = (
  places: readonly Place[],
  query: string,
  day: VietnamDay,
  limit: number,
): readonly FoundPlace[] => {
  const current = places.filter((entry) => inForce(entry, day));
  const words = placeKey(query).split(' ').filter(Boolean);
  const today = current.filter(({ formerly }) => !formerly);
  if (words.length === 0) return grouped(today, today);
  const meant = placesIn(current, query, day);
  const fitting = meant.length > 0 ? meant : current.filter(beginsWith(words));
  return grouped(
    [...fitting].sort((a, b) => rank(a, words) - rank(b, words)),
    today,
  ).slice(0, limit);
};

const nameOf = ({ place }: Place): string => unitOf(place);

/** The unit's own name first, and today's before what was. */
const rank = (place: Place, words: readonly string[]): number => {
  const name = nameOf(place).split(' ');
  const own = words.every((word) => name.includes(word)) ? 0 : 2;
  return own + (place.formerly ? 1 : 0);
};

const beginsWith =
  (words: readonly string[]) =>
  ({ place, formerly }: Place): boolean => {
    const all = placeKey(`${place} ${formerly?.province ?? ''}`).split(' ');
    return words.every((word) => all.some((each) => each.startsWith(word)));
  };

const grouped = (fitting: readonly Place[], today: readonly Place[]): readonly FoundPlace[] =>
  [
    ...Map.groupBy(fitting, ({ place, formerly }) => `${place}|${formerly?.province}`).values(),
  ].flatMap((parts) => parts.slice(0, 1).map((first) => found(first, parts, today)));

const found = (first: Place, parts: readonly Place[], today: readonly Place[]): FoundPlace => {
  const agencies = parts.map(({ agency }) => agency);
  const namesakes = first.formerly
    ? today.filter((each) => nameOf(each) === nameOf(first) && !agencies.includes(each.agency))
    : [];
  return {
    place: first.place,
    unitCode: first.unitCode,
    ...(first.formerly && { formerProvince: first.formerly.province }),
    agencies,
    notToBeTakenFor: namesakes.map(({ place }) => place),
  };
};
