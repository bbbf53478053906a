import type { Parsed } from '#domain/parsed.ts';
import { isInLatin, plainSigns } from './latin-letters.ts';
import { asTyped, isPlain } from './typed-text.ts';

/** Of a person, or of an organisation in a person's place: NFC, 1–200 characters, each of which shows. */
export type PersonName = string & { readonly __personName: true };

export type NameFlaw =
  | 'name-empty'
  | 'name-too-long'
  | 'name-has-control-characters'
  | 'name-has-no-letter'
  | 'name-not-in-latin-letters'
  | 'name-has-other-signs';

/**
 * The one way in which a name comes in. Papers and passports write it in Latin letters (a citizen's is
 * Vietnamese or of another language of Vietnam, Bộ luật Dân sự 2015 art. 26(3)), so a name in another
 * script is typed as its paper transcribes it. That keeps out look-alikes, of whole words or of one letter
 * (Cyrillic `а`), and letters that show nothing (U+3164). Beside letters stand the digits and signs of a
 * keyboard, as in names of companies (Luật Doanh nghiệp 2020 art. 37(3)), who send and receive too.
 */
export const parsePersonName = (text: string): Parsed<PersonName, NameFlaw> =>
  parseName<PersonName>(text, 200);

/** Tên tổ chức: the same in 1–300 characters. */
export const parseOrganisationName = (text: string): Parsed<string, NameFlaw> =>
  parseName(text, 300);

const parseName = <T extends string>(text: string, longest: number): Parsed<T, NameFlaw> => {
  const name = plainSigns(asTyped(text));
  if (name.length > longest) return { ok: false, reason: 'name-too-long' };
  const flaw = flawOf(name);
  return flaw ? { ok: false, reason: flaw } : { ok: true, value: name as T };
};

const flawOf = (name: string): NameFlaw | undefined => {
  if (name === '') return 'name-empty';
  // Bidi overrides (Cf) let a printed name differ from the stored one; controls break forms and SMS.
  if (!isPlain(name)) return 'name-has-control-characters';
  if (!/\p{L}/u.test(name)) return 'name-has-no-letter';
  if (!isInLatin(name)) return 'name-not-in-latin-letters';
  return /^[\p{L}\p{M}\x20-\x7e“”«»]+$/u.test(name) ? undefined : 'name-has-other-signs';
};

/**
 * The form in which texts are compared: no marks, đ as d, lower case. `Hòa` and `Hoà` meet, because
 * the tone mark goes wherever it stood. Eth (U+00D0, U+00F0) is đ of old Windows fonts.
 */
export const searchKey = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Dấu thanh: huyền, sắc, ngã, hỏi, nặng. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** A word with its tone behind it: people and machines write `hòa` and `hoà` for one name. */
const toneLast = (word: string): string =>
  word.replace(tones, '') + (word.match(tones) ?? []).sort().join('');

const exactKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[ðÐ]/g, 'đ')
    .toLowerCase()
    .trim()
    .split(/\p{Zs}+/u)
    .map(toneLast)
    .join(' ');

/**
 * Whether two spell the same name: every mark counts, capitals and the place of the tone do not. What a
 * search finds may be another person (`Hoa`, `Hoà`, `Hoá`): a search key decides nobody's identity.
 */
export const isSameName = (a: string, b: string): boolean =>
  exactKey(a) !== '' && exactKey(a) === exactKey(b);

/** Whether `written` is `name` with all its marks left out, as carriers' systems write: it may be, and need not. */
export const isUnmarkedFormOf = (written: string, name: string): boolean =>
  !/[\p{M}đĐðÐ]/u.test(written.normalize('NFD')) &&
  searchKey(written) !== '' &&
  searchKey(written) === searchKey(name);

/**
 * For eyes that need not know: `Nguyễn Thị Ánh` → `N. T. Ánh`. The given name is the last word in
 * Vietnamese; a name of one word keeps only its first letter.
 */
export const maskName = (name: PersonName): string => {
  const words = name.split(' ');
  const initials = words.map((word) => `${word.slice(0, 1).toUpperCase()}.`);
  return words.length === 1 ? `${initials[0]}` : [...initials.slice(0, -1), words.at(-1)].join(' ');
};
