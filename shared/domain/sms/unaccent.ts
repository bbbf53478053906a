import { isBasicGsm7 } from './gsm7.ts';

/** What word processors make of plain punctuation, back to what a telephone has. */
const plainPunctuation: ReadonlyMap<string, string> = new Map([
  ...[...'‐‑‒–—―−'].map((dash) => [dash, '-'] as const),
  ...[...'‘’‚′`´'].map((quote) => [quote, "'"] as const),
  ...[...'“”„″«»'].map((quote) => [quote, '"'] as const),
  ['…', '...'],
  ['•', '-'],
  ['·', '.'],
  ['₫', 'd'],
  ['đ', 'd'],
  ['Đ', 'D'],
  ['[', '('],
  [']', ')'],
  ['{', '('],
  ['}', ')'],
]);

/**
 * Vietnamese without marks, in characters of one septet each: `Đặng Thị Ánh` → `Dang Thi Anh`.
 * Spaces of any width are spaces, invisible characters vanish, anything else is `?`.
 */
export const unaccent = (text: string): string =>
  [
    ...text
      .normalize('NFD')
      .replace(/[\p{M}\p{Cf}]/gu, '')
      .replace(/\p{Zs}/gu, ' '),
  ]
    .map(
      (character) => plainPunctuation.get(character) ?? (isBasicGsm7(character) ? character : '?'),
    )
    .join('');
