import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { type Effective, inForce } from './effective.ts';
import { partsOf, placeKey, unitOf, withoutLevel } from './place-key.ts';

/** Địa bàn: a place as people still write it, and the agency whose one-stop serves it now. */
export interface Place {
  /** `xã Thạnh Xuân, thành phố Cần Thơ`, or as it was: `thị trấn Rạch Gòi, huyện Châu Thành A`. */
  readonly place: string;
  readonly agency: string;
  /** Mã đơn vị hành chính, five digits: today's, or the one that ended with a former unit. */
  readonly unitCode: string;
  /** Of a unit that ended; `split`: its land went to several, so its name alone does not tell to which. */
  readonly formerly?: { readonly province: string; readonly split?: true };
  readonly effective: Effective;
  readonly source: string;
}

/** What names an entry: two provinces had one name, and what was split stands once for each part. */
export const nameOfPlace = ({ place, agency, formerly }: Place): string =>
  [place, formerly?.province, formerly?.split && agency].filter(Boolean).join(', ');

/**
 * The places that an address may mean on a day: the longest that stand whole in it, with or without
 * marks, levels written out or short (`TT.`, `x.`). The level counts: huyện Vị Thủy is not xã Vị
 * Thủy. An address that leaves the levels out, as identity cards do (`Ấp 3, Rạch Gòi, Châu Thành A, Hậu
 * Giang`), is read by its commas. What goes on with another province's name is not here.
 */
export const placesIn = (
  places: readonly Place[],
  address: string,
  day: VietnamDay,
): readonly Place[] => {
  const current = places.filter((entry) => inForce(entry, day));
  const whole = longest(current.filter(isWithin(placeKey(address), provincesOf(current))));
  return whole.length > 0 ? whole : current.filter(isListedIn(address, current));
};

/**
 * Whose one-stop serves an address on a day. Nothing fitting, or places of several, gives undefined: a
 * clerk then asks, because a wrong commune costs the citizen days.
 */
export const agencyOfPlace = (
  places: readonly Place[],
  address: string,
  day: VietnamDay,
): string | undefined => {
  const agencies = new Set(placesIn(places, address, day).map(({ agency }) => agency));
  return agencies.size === 1 ? [...agencies][0] : undefined;
};

/** Names that an address may go on with after a place of ours. */
const provincesOf = (places: readonly Place[]): readonly string[] => [
  'can tho',
  'viet nam',
  ...new Set(places.flatMap(({ formerly }) => (formerly ? [placeKey(formerly.province)] : []))),
];

const isWithin =
  (address: string, provinces: readonly string[]) =>
  ({ place, formerly }: Place): boolean => {
    const written = ` ${address} `;
    const key = ` ${placeKey(place)} `;
    const at = written.lastIndexOf(key);
    if (at < 0) return false;
    const rest = written.slice(at + key.length).trim();
    // Two provinces had a huyện Châu Thành: the one that is named is meant.
    const own = formerly ? [placeKey(formerly.province), 'can tho', 'viet nam'] : provinces;
    return rest === '' || own.some((name) => `${rest} `.startsWith(`${name} `));
  };

const longest = (fitting: readonly Place[]): readonly Place[] => {
  const length = Math.max(...fitting.map(({ place }) => placeKey(place).length));
  return fitting.filter(({ place }) => placeKey(place).length === length);
};

/** By its commas, with or without levels. A bare name that was a district's does not tell a ward of today. */
const isListedIn = (address: string, all: readonly Place[]) => {
  const written = partsOf(address);
  const districts = new Set(
    all.flatMap(({ place, formerly }) => (formerly ? [withoutLevel(partsOf(place)[1])] : [])),
  );
  return ({ place, formerly }: Place): boolean => {
    const unit = unitOf(place);
    const above = partsOf(place)[1];
    const bare = withoutLevel(unit);
    const at = written.findIndex((part) => part === unit || part === bare);
    if (at < 0 || withoutLevel(written[at + 1]) !== withoutLevel(above)) return false;
    if (!formerly) return written[at] === unit || !districts.has(bare);
    const rest = written[at + 2];
    return rest === undefined || rest === placeKey(formerly.province);
  };
};
