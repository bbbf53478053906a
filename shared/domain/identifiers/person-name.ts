import type { Parsed } from '#domain/parsed.ts';

/** A person's name in NFC, 1–200 characters, without control or direction characters. */
export type PersonName = string & { readonly __personName: true };

export type NameFlaw = 'name-empty' | 'name-too-long' | 'name-has-control-characters' | 'name-has-no-letter';

export const parsePersonName = (text: string): Parsed<PersonName, NameFlaw> => {
  const name = text.normalize('NFC').trim().replace(/ +/g, ' ');
  if (name === '') return { ok: false, reason: 'name-empty' };
  if (name.length > 200) return { ok: false, reason: 'name-too-long' };
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name))
    return { ok: false, reason: 'name-has-control-characters' };
  if (!/\p{L}/u.test(name)) return { ok: false, reason: 'name-has-no-letter' };
  return { ok: true, value: name as PersonName };
};

/**
 * The form in which texts are compared: no marks, đ as d, lower case. `Hòa` and `Hoà` meet, because
 * the tone mark goes wherever it stood.
 */
export const searchKey = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
