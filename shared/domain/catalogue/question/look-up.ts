import { isOneOff, soundOf } from './sounds.ts';
import { understand } from './understand.ts';

/** What can be found, by each name that it has; the first is its own. */
export interface Entry<T> {
  readonly of: T;
  readonly names: readonly string[];
}

export interface Found<T> {
  readonly of: T;
  /** The name that says most of the question. */
  readonly name: string;
  /** More is better; comparable within one question only. */
  readonly score: number;
  /** How much of what was asked its names say, from 0 to 1. */
  readonly coverage: number;
}

/** A term in a name, with what it is worth there (BM25). */
interface Posting {
  readonly name: number;
  readonly worth: number;
}

interface Postings {
  readonly list: readonly Posting[];
  /** What the term is worth at all: rare ones say more. */
  readonly rarity: number;
}

/** A word that may have been meant, and how surely. */
interface Meant {
  readonly word: string;
  readonly trust: number;
}

const bm25 = { saturation: 1.2, length: 0.5 } as const;

/** What a term of each kind counts: two syllables in order say more than both apart. */
const counts = { word: 1, pair: 1.1, concept: 1.6 } as const;

/** How surely a word was meant that only sounds so, or is a letter off. */
const trust = { sameSound: 0.55, oneOff: 0.45 } as const;

const pairOf = (a: string, b: string): string => `${a} ${b}`;
const tagOf = (concept: string): string => `#${concept}`;

const termsOf = (text: string): readonly string[] => {
  const { words, concepts } = understand(text);
  return [
    ...words,
    ...words.slice(1).map((word, n) => pairOf(words[n] ?? '', word)),
    ...concepts.map(tagOf),
  ];
};

const countsOf = (terms: readonly string[]): ReadonlyMap<string, number> => {
  const counted = new Map<string, number>();
  for (const term of terms) counted.set(term, (counted.get(term) ?? 0) + 1);
  return counted;
};

const grouped = <K, V>(pairs: Iterable<readonly [K, V]>): Map<K, V[]> => {
  const groups = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
};

/** Chỉ mục ngược: every term with the names that have it. Each name stands for itself, however many others there are. */
const indexOf = (names: readonly string[]): ReadonlyMap<string, Postings> => {
  const counted = names.map((name) => countsOf(termsOf(name)));
  const lengths = counted.map((terms) => [...terms.values()].reduce((sum, n) => sum + n, 0));
  const usual = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, names.length);
  const holders = grouped(
    counted.flatMap((terms, name) => [...terms].map(([term, n]) => [term, { name, n }] as const)),
  );
  const index = new Map<string, Postings>();
  for (const [term, held] of holders) {
    const rarity = Math.log(1 + (names.length - held.length + 0.5) / (held.length + 0.5));
    const list = held.map(({ name, n }) => {
      const long = 1 - bm25.length + (bm25.length * (lengths[name] ?? usual)) / usual;
      const { saturation } = bm25;
      return { name, worth: (rarity * n * (saturation + 1)) / (n + saturation * long) };
    });
    index.set(term, { list, rarity });
  }
  return index;
};

/** What was typed or heard, word by word, as the words that names have. */
const makeMeanings = (index: ReadonlyMap<string, Postings>) => {
  const words = [...index.keys()].filter((term) => !/[ #]/.test(term));
  const bySound = grouped(words.map((word) => [soundOf(word), word] as const));
  const byFirst = grouped(words.map((word) => [word.slice(0, 1), word] as const));
  return (word: string): readonly Meant[] => {
    const isKnown = index.has(word);
    const alike = (bySound.get(soundOf(word)) ?? [])
      .filter((other) => other !== word)
      .map((other) => ({ word: other, trust: trust.sameSound * (isKnown ? 0.5 : 1) }));
    if (isKnown) return [{ word, trust: 1 }, ...alike];
    if (word.length < 3 || /\d/.test(word)) return alike;
    const near = (byFirst.get(word.slice(0, 1)) ?? []).filter((other) => isOneOff(word, other));
    return [...alike, ...near.map((other) => ({ word: other, trust: trust.oneOff }))];
  };
};

/** Adds to each name what the best of some terms is worth in it. */
const addBest = (
  scores: Map<number, number>,
  terms: readonly (readonly [Postings | undefined, number])[],
): void => {
  const best = new Map<number, number>();
  for (const [postings, factor] of terms)
    for (const { name, worth } of postings?.list ?? [])
      best.set(name, Math.max(best.get(name) ?? 0, worth * factor));
  for (const [name, worth] of best) scores.set(name, (scores.get(name) ?? 0) + worth);
};

/**
 * Finds what a question is about by the words of its names: whole words, neighbours in order, what things are
 * called besides, and words that sound alike or are a letter off. Nothing is learnt and nothing is guessed:
 * what no name says is not found.
 */
export const makeLookUp = <T>(entries: readonly Entry<T>[]) => {
  const names = entries.flatMap(({ names: all }, entry) => all.map((text) => ({ text, entry })));
  const index = indexOf(names.map(({ text }) => text));
  const meanings = makeMeanings(index);
  const rarest = Math.log(1 + (names.length + 0.5) / 0.5);

  /** What of the question each name says, of all that it asks. */
  const asked = (question: string) => {
    const { words, fills, concepts, named } = understand(question);
    const meant = words.map(meanings);
    const scores = new Map<number, number>();
    const said = new Map<number, number>();
    let whole = 0;
    for (const [n, options] of meant.entries()) {
      const terms = options.map(
        ({ word, trust: sure }) => [index.get(word), sure * counts.word] as const,
      );
      addBest(scores, terms);
      const next = meant[n + 1] ?? [];
      addBest(
        scores,
        options.flatMap((first) =>
          next.map(
            (second) =>
              [
                index.get(pairOf(first.word, second.word)),
                first.trust * second.trust * counts.pair,
              ] as const,
          ),
        ),
      );
      if (fills[n] || named[n]) continue;
      whole += index.get(words[n] ?? '')?.rarity ?? rarest;
      addBest(
        said,
        terms.map(([postings, sure]) => [postings && flat(postings), sure] as const),
      );
    }
    for (const concept of concepts) {
      const postings = index.get(tagOf(concept));
      addBest(scores, [[postings, counts.concept]]);
      const rarity = (postings?.rarity ?? rarest) * counts.concept;
      whole += rarity;
      addBest(said, [[postings && flat(postings), counts.concept]]);
    }
    return { scores, said, whole };
  };

  return (question: string, most = 3): readonly Found<T>[] => {
    const { scores, said, whole } = asked(question);
    const best = new Map<number, { name: number; score: number; rest: number; said: number }>();
    for (const [name, score] of scores) {
      const entry = names[name]?.entry ?? -1;
      const known = best.get(entry);
      const covers = Math.max(known?.said ?? 0, said.get(name) ?? 0);
      if (!known) best.set(entry, { name, score, rest: 0, said: covers });
      else if (score > known.score)
        best.set(entry, { name, score, rest: Math.max(known.rest, known.score), said: covers });
      else best.set(entry, { ...known, rest: Math.max(known.rest, score), said: covers });
    }
    return [...best]
      .map(([entry, { name, score, rest, said: covers }]) => ({
        of: entries[entry] as Entry<T>,
        name: names[name]?.text ?? '',
        score: score + rest * 0.2,
        coverage: whole === 0 ? 0 : Math.min(1, covers / whole),
      }))
      .sort((a, b) => b.score - a.score)
      .slice(0, most)
      .map(({ of, ...found }) => ({ of: of.of, ...found }));
  };
};

/** What the term is worth at all, wherever it stands. */
const flat = ({ list, rarity }: Postings): Postings => ({
  rarity,
  list: list.map(({ name }) => ({ name, worth: rarity })),
});
