import type { Parsed } from '#domain/parsed.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { birthProvinces } from './birth-provinces.ts';
import { withoutSeparators } from './typed-text.ts';

/**
 * Số giấy tờ tùy thân: `cccd` số định danh of 12 digits, `cmnd` the old card's 9 digits (or a passport
 * of nine digits, which looks the same), `passport` of whatever state: up to nine letters and digits, one
 * digit at least (ICAO 9303-3 §4.2).
 */
export interface PersonalNumber {
  readonly kind: 'cccd' | 'cmnd' | 'passport';
  readonly number: string;
}

export type Sex = 'male' | 'female';

export const personalNumberWarnings = [
  'province-unknown',
  'sex-mismatch',
  'birth-year-mismatch',
] as const;
export type PersonalNumberWarning = (typeof personalNumberWarnings)[number];

/** A passport has a letter: fewer digits alone are a card's number with some missing. */
const shapes = {
  cccd: /^\d{12}$/,
  cmnd: /^\d{9}$/,
  passport: /^(?=.*[A-Z])(?=.*\d)[A-Z\d]{6,9}$/,
} as const;

export const parsePersonalNumber = (
  typed: string,
): Parsed<PersonalNumber, 'not-a-personal-number'> => {
  const number = withoutSeparators(typed).toUpperCase();
  const kinds = ['cccd', 'cmnd', 'passport'] as const;
  const kind = kinds.find((candidate) => shapes[candidate].test(number));
  return kind
    ? { ok: true, value: { kind, number } }
    : { ok: false, reason: 'not-a-personal-number' };
};

/**
 * What a 12-digit number says about its holder (TT 07/2016/TT-BCA art. 7, since replaced by TT 16/2024):
 * province of birth registration, then one digit for century and sex (0/1 born 19xx male/female,
 * 2/3 20xx, … 8/9 23xx), then the year of birth.
 */
const readCccd = (number: string) => {
  const century = Number(number[3]);
  return {
    province: birthProvinces.get(number.slice(0, 3)),
    sex: century % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(number.slice(4, 6)),
  } as const;
};

/** What is strange about a number by itself; nothing of one that no paper of ours has. */
export const numberWarnings = (number: string): readonly PersonalNumberWarning[] => {
  const parsed = parsePersonalNumber(number);
  return parsed.ok ? checkPersonalNumber(parsed.value) : [];
};

/**
 * Cross-checks with what the person says. The number has no check digit, people born abroad carry a
 * country's code and sex may have been corrected: warnings for the clerk, never a refusal. Other
 * kinds of number say nothing and warn of nothing.
 */
export const checkPersonalNumber = (
  { kind, number }: PersonalNumber,
  known: { readonly birthDay?: VietnamDay; readonly sex?: Sex } = {},
): readonly PersonalNumberWarning[] => {
  if (kind !== 'cccd') return [];
  const { province, sex, birthYear } = readCccd(number);
  const warnings: PersonalNumberWarning[] = [];
  if (!province) warnings.push('province-unknown');
  if (known.sex && known.sex !== sex) warnings.push('sex-mismatch');
  if (known.birthDay && !known.birthDay.startsWith(`${birthYear}-`))
    warnings.push('birth-year-mismatch');
  return warnings;
};
