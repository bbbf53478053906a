import { searchKey } from '#domain/identifiers/person-name.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { type Effective, inForce } from './effective.ts';

/** Địa bàn: a place as people still write it, and the agency whose one-stop serves it now. */
export interface Place {
  /** `thị trấn Rạch Gòi, huyện Châu Thành A` or `xã Thạnh Xuân, thành phố Cần Thơ`. */
  readonly place: string;
  readonly agency: string;
  readonly effective: Effective;
  readonly source: string;
}

/**
 * Whose one-stop serves an address on a day: the place with the most words that stands whole in it, with
 * or without its marks and its level (`TT.`, `xã`). Two places equally fitting give undefined: a
 * clerk then chooses, because a wrong commune costs the citizen days.
 */
export const agencyOfPlace = (
  places: readonly Place[],
  address: string,
  day: VietnamDay,
): string | undefined => {
  const written = ` ${nameOf(address)} `;
  const fitting = places
    .filter((entry) => inForce(entry, day))
    .map(({ place, agency }) => ({ key: nameOf(place), agency }))
    .filter(({ key }) => written.includes(` ${key} `));
  const longest = Math.max(...fitting.map(({ key }) => key.length));
  const agencies = new Set(
    fitting.filter(({ key }) => key.length === longest).map(({ agency }) => agency),
  );
  return agencies.size === 1 ? [...agencies][0] : undefined;
};

const levels = /\b(?:thi tran|tt|thanh pho|tp|phuong|p|xa|x|huyen|h|thi xa|tx)\b/g;
const nameOf = (text: string): string =>
  searchKey(text).replace(levels, ' ').replace(/ +/g, ' ').trim();
