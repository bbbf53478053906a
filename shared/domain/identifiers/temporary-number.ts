import type { Parsed } from '#domain/parsed.ts';
import { normaliseDossierCode, withoutAddress } from './dossier-code.ts';

/** Số tạm of a slip that was filled in while the line was down: `TAM-000-012-074`. */
export type TemporaryNumber = string & { readonly __temporaryNumber: true };

/** Số dải: six digits, one for each block that was ever leased in the province. */
export type BlockId = string & { readonly __blockId: true };

/** Slips that one block can have: the index takes two digits. */
export const slipsInBlock = 100;
const blocks = 1_000_000;

/**
 * A quasigroup of order ten without fixed points: every single wrong digit and every transposition of
 * neighbours shows (H. M. Damm, Total anti-symmetrische Quasigruppen, 2004).
 */
const damm = [
  [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
  [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
  [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
  [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
  [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
  [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
  [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
  [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
  [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
  [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
] as const;

/** The digit that brings the digits before it to 0; of digits with theirs at the end, 0. */
const checkDigit = (digits: string): number =>
  [...digits].reduce<number>((interim, digit) => Number(damm[interim]?.[Number(digit)]), 0);

/** Block 12, slip 7 → `TAM-000-012-07` and the check digit. Numbers beyond the last are a defect. */
export const formatTemporaryNumber = (block: number, index: number): TemporaryNumber => {
  if (block >= blocks || index >= slipsInBlock || block < 0 || index < 0)
    throw new RangeError(`no temporary number of block ${block} and slip ${index}`);
  const digits = `${String(block).padStart(6, '0')}${String(index).padStart(2, '0')}`;
  const whole = `${digits}${checkDigit(digits)}`;
  return `TAM-${whole.slice(0, 3)}-${whole.slice(3, 6)}-${whole.slice(6)}` as TemporaryNumber;
};

/** What a hand writes for a digit, or a reader takes for one. */
const asDigits = (typed: string): string => typed.replace(/[OQ]/g, '0').replace(/[IL]/g, '1');

/**
 * As it is read off a slip: `TẠM 000 012 07 4`, the address of its QR code, letters that look like
 * digits. In groups of three it has the shape of no mã hồ sơ of any age.
 */
export const parseTemporaryNumber = (
  typed: string,
): Parsed<TemporaryNumber, 'not-a-temporary-number' | 'check-digit-wrong'> => {
  const plain = withoutAddress(typed.slice(0, 200))
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toUpperCase();
  const [, tail = ''] = /^TAM([0-9OQIL]{9})$/.exec(plain) ?? [];
  const digits = asDigits(tail);
  if (digits === '') return { ok: false, reason: 'not-a-temporary-number' };
  if (checkDigit(digits) !== 0) return { ok: false, reason: 'check-digit-wrong' };
  const value = `TAM-${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
  return { ok: true, value: value as TemporaryNumber };
};

/** The block that a number belongs to. */
export const blockOf = (number: TemporaryNumber): BlockId =>
  number.replace(/\D/g, '').slice(0, 6) as BlockId;

/**
 * What somebody types or scans off whatever paper the counter gave: a mã hồ sơ or a temporary number,
 * in the form that is kept. Slips of every age still scan (domain §10.20).
 */
export const normalisePaperNumber = (typed: string): string => {
  const temporary = parseTemporaryNumber(typed);
  return temporary.ok ? temporary.value : normaliseDossierCode(typed);
};
