import { isOneOff, soundOf } from './sounds.ts';
import type { Worths } from './tally.ts';
import { understand } from './understand.ts';

/** The names that hold a term. */
export interface Postings {
  /** What it is worth in each of them (BM25). */
  readonly inName: Worths;
  /** What it is worth at all, in whichever: rare ones say more. */
  readonly anywhere: Worths;
  readonly rarity: number;
}

export type NameIndex = ReadonlyMap<string, Postings>;

/** A word that may have been meant, and how surely. */
export interface Meant {
  readonly word: string;
  readonly trust: number;
}

const bm25 = { saturation: 1.2, length: 0.5 } as const;

/** How surely a word was meant that only sounds so, or is a letter off. */
const trusts = { exact: 1, sameSound: 0.55, alsoThere: 0.28, oneOff: 0.45 } as const;

export const pairOf = (a: string, b: string): string => `${a} ${b}`;
export const tagOf = (concept: string): string => `#${concept}`;

const termsOf = (text: string): readonly string[] => {
  const { words, concepts } = understand(text);
  return [
    ...words.map(({ word }) => word),
    ...words.flatMap(({ word }, n) =>
      words.slice(n + 1, n + 2).map((next) => pairOf(word, next.word)),
    ),
    ...concepts.map(({ concept }) => tagOf(concept)),
  ];
};

const grouped = <K, V>(pairs: Iterable<readonly [K, V]>): ReadonlyMap<K, readonly V[]> => {
  const groups = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
};

/** What a term is worth that so many of all names hold. */
export const rarityOf = (names: number, holders: number): number =>
  Math.log(1 + (names - holders + 0.5) / (holders + 0.5));

/** Chỉ mục ngược: every term with the names that have it. Each name stands for itself, however many an entry has. */
export const indexOf = (names: readonly string[]): NameIndex => {
  const terms = names.map(termsOf);
  const usual = terms.reduce((sum, { length }) => sum + length, 0) / names.length;
  const holders = grouped(
    terms.flatMap((all, name) =>
      [...grouped(all.map((term) => [term, term]))].map(
        ([term, { length: times }]) => [term, { name, times, length: all.length }] as const,
      ),
    ),
  );
  return new Map(
    [...holders].map(([term, held]) => {
      const rarity = rarityOf(names.length, held.length);
      const worths = held.map(({ times, length }) => {
        const long = 1 - bm25.length + (bm25.length * length) / usual;
        return (rarity * times * (bm25.saturation + 1)) / (times + bm25.saturation * long);
      });
      const at = Uint32Array.from(held, ({ name }) => name);
      const inName = { names: at, worths: Float64Array.from(worths) };
      const anywhere = { names: at, worths: new Float64Array(at.length).fill(rarity) };
      return [term, { inName, anywhere, rarity }];
    }),
  );
};

/** What was typed or heard, word by word, as the words that names have. */
export const makeMeanings = (index: NameIndex) => {
  const words = [...index.keys()].filter((term) => !/[ #]/.test(term));
  const bySound = grouped(words.map((word) => [soundOf(word), word] as const));
  const byFirst = grouped(words.map((word) => [word.slice(0, 1), word] as const));
  const among = (known: readonly string[] | undefined, trust: number): readonly Meant[] =>
    (known ?? []).map((word) => ({ word, trust }));
  return (word: string): readonly Meant[] => {
    const alike = bySound.get(soundOf(word));
    if (index.has(word))
      return [
        { word, trust: trusts.exact },
        ...among(
          alike?.filter((other) => other !== word),
          trusts.alsoThere,
        ),
      ];
    const near = byFirst.get(word.slice(0, 1))?.filter((other) => isOneOff(word, other));
    return [...among(alike, trusts.sameSound), ...among(near, trusts.oneOff)];
  };
};
