import type { Parsed } from '#domain/parsed.ts';
import { asTyped, isPlain } from './typed-text.ts';

/** A person's name in NFC, 1–200 characters, without control or direction characters or pictures. */
export type PersonName = string & { readonly __personName: true };

export type NameFlaw =
  | 'name-empty'
  | 'name-too-long'
  | 'name-has-control-characters'
  | 'name-has-no-letter';

const longest = 200;

export const parsePersonName = (text: string): Parsed<PersonName, NameFlaw> => {
  const name = asTyped(text).replace(/\p{Zs}+/gu, ' ');
  if (name === '') return { ok: false, reason: 'name-empty' };
  if (name.length > longest) return { ok: false, reason: 'name-too-long' };
  // Bidi overrides (Cf) let a printed name differ from the stored one; controls break forms and SMS.
  if (!isPlain(name) || /\p{Extended_Pictographic}/u.test(name))
    return { ok: false, reason: 'name-has-control-characters' };
  if (!/\p{L}/u.test(name)) return { ok: false, reason: 'name-has-no-letter' };
  return { ok: true, value: name as PersonName };
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

/**
 * For eyes that need not know: `Nguyễn Thị Ánh` → `N. T. Ánh`. The given name is the last word in
 * Vietnamese; a name of one word keeps only its first letter.
 */
export const maskName = (name: PersonName): string => {
  const words = name.split(' ');
  const initials = words.map((word) => `${firstLetter(word)}.`);
  return words.length === 1 ? `${initials[0]}` : [...initials.slice(0, -1), words.at(-1)].join(' ');
};

const firstLetter = (word: string): string => word.slice(0, lengthOfFirst(word)).toUpperCase();
const lengthOfFirst = (word: string): number => ((word.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
