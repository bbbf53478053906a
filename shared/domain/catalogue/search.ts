import { searchKey } from '#domain/identifiers/person-name.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { inForce } from './effective.ts';
import type { Procedure } from './procedure.ts';

/**
 * Procedures in force of which every typed word begins a word of the code, name, field, English name or
 * a common name, typed with or without marks. Best first, of equal ones the shortest name; then they are ordered by code, so that the same
 * words always give the same list.
 */
export const searchProcedures = (
  procedures: readonly Procedure[],
  query: string,
  day: VietnamDay,
): readonly Procedure[] => {
  const words = wordsOf(query);
  return procedures
    .filter((procedure) => inForce(procedure, day))
    .flatMap((procedure) => {
      const rank = rankOf(procedure, words);
      return rank === undefined ? [] : [{ procedure, rank }];
    })
    .sort(
      (a, b) =>
        b.rank - a.rank ||
        // Of names that say all that was typed, the one that says least besides.
        (words.length > 0 ? lengthOf(a) - lengthOf(b) : 0) ||
        (a.procedure.code < b.procedure.code ? -1 : 1),
    )
    .map(({ procedure }) => procedure);
};

const lengthOf = ({ procedure }: { readonly procedure: Procedure }): number =>
  wordsOf(procedure.name).length;

const wordsOf = (text: string): readonly string[] => searchKey(text).split(' ').filter(Boolean);

/** Undefined when a word is found nowhere; otherwise more for what says more. */
const rankOf = (
  { code, name, nameEn, field, commonNames = [] }: Procedure,
  words: readonly string[],
): number | undefined => {
  const title = wordsOf(name);
  // A clerk types `1.012783`, `1012783` or its tail.
  const codes = [...wordsOf(code), searchKey(code).replaceAll(' ', '')];
  const elsewhere = [field, nameEn, ...commonNames].flatMap(wordsOf);
  const rankOfWord = (word: string): number => {
    if (title.includes(word)) return 4;
    if (begins(title, word)) return 3;
    if (begins(codes, word)) return 2;
    return begins(elsewhere, word) ? 1 : Number.NaN;
  };
  const rank = words.reduce((sum, word) => sum + rankOfWord(word), 0);
  if (Number.isNaN(rank)) return undefined;
  return rank + 3 * pairsInOrder(title, words);
};

const begins = (texts: readonly string[], word: string): boolean =>
  texts.some((text) => text.startsWith(word));

/** `cấp đổi` says more than a `cấp` here and a `đổi` there: most Vietnamese words are two syllables. */
const pairsInOrder = (title: readonly string[], words: readonly string[]): number => {
  const text = ` ${title.join(' ')} `;
  return words.filter((word, n) => n > 0 && text.includes(` ${words[n - 1]} ${word} `)).length;
};
