import { searchKey } from '#domain/identifiers/person-name.ts';

/** Levels as forms abbreviate them. A province or city is written with and without its level. */
const levels: ReadonlyMap<string, string> = new Map([
  ['tt', 'thi tran'],
  ['tx', 'thi xa'],
  ['p', 'phuong'],
  ['x', 'xa'],
  ['h', 'huyen'],
  ['q', 'quan'],
  ['tp', ''],
]);

/** Wards were numbered in both ways, and are still written in both. */
const romans: ReadonlyMap<string, string> = new Map([
  ['i', '1'],
  ['ii', '2'],
  ['iii', '3'],
  ['iv', '4'],
  ['v', '5'],
  ['vii', '7'],
  ['viii', '8'],
  ['ix', '9'],
]);

/** Words apart, levels written out: `TT. Rạch Gòi, H. Châu Thành A` → `thi tran rach goi huyen chau thanh a`. */
export const placeKey = (text: string): string =>
  searchKey(text)
    .replace(/\b(p|tt)(\d)/g, '$1 $2')
    .split(' ')
    .map((word) => levels.get(word) ?? word)
    .join(' ')
    .replace(/\bphuong ([ivx]+)\b/g, (whole, roman: string) => {
      const number = romans.get(roman);
      return number ? `phuong ${number}` : whole;
    })
    .replace(/\b(?:thanh pho|tinh)\b/g, '')
    .replace(/ +/g, ' ')
    .trim();

/** The parts between commas or dashes: `xã Vị Tân, thành phố Vị Thanh` → `xa vi tan`, `vi thanh`. */
export const partsOf = (text: string): readonly string[] =>
  text
    .split(/[,;]| - /)
    .map(placeKey)
    .filter((part) => part !== '');

/** `huyen vi thuy` → `vi thuy`. */
export const withoutLevel = (part = ''): string =>
  part.replace(/^(?:thi tran|thi xa|phuong|xa|huyen|quan) /, '');

/** The unit that a place begins with: `xa vi tan`. */
export const unitOf = (place: string): string => partsOf(place).slice(0, 1).join('');
