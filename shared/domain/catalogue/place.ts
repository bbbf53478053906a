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
 * Whose one-stop serves an address on a day: the longest place that stands whole in it, with or without
 * marks, its level written out or short (`TT.`, `x.`). The level counts: huyện Vị Thủy is not xã Vị
 * Thủy. Nothing fitting, or two places equally, gives undefined: a clerk then chooses, because a wrong
 * commune costs the citizen days.
 */
export const agencyOfPlace = (
  places: readonly Place[],
  address: string,
  day: VietnamDay,
): string | undefined => {
  const written = ` ${spelledOut(address)} `;
  const fitting = places
    .filter((entry) => inForce(entry, day))
    .map(({ place, agency }) => ({ key: spelledOut(place), agency }))
    .filter(({ key }) => written.includes(` ${key} `));
  const longest = Math.max(...fitting.map(({ key }) => key.length));
  const agencies = new Set(
    fitting.filter(({ key }) => key.length === longest).map(({ agency }) => agency),
  );
  return agencies.size === 1 ? [...agencies][0] : undefined;
};

/** Levels as forms abbreviate them. A province or city is written with and without its level. */
const levels: ReadonlyMap<string, string> = new Map([
  ['tt', 'thi tran'],
  ['tx', 'thi xa'],
  ['p', 'phuong'],
  ['x', 'xa'],
  ['h', 'huyen'],
  ['tp', ''],
]);

const spelledOut = (text: string): string =>
  searchKey(text)
    .split(' ')
    .map((word) => levels.get(word) ?? word)
    .join(' ')
    .replace(/\b(?:thanh pho|tinh)\b/g, '')
    .replace(/ +/g, ' ')
    .trim();
