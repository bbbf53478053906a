import { isOneOff, soundOf } from './sounds.ts';
import { type Concept, type Said, understand, type Word } from './understand.ts';

/** What can be found, by each name that it has; the first is its own. */
export interface Entry<T> {
  readonly of: T;
  readonly names: readonly string[];
}

export interface Found<T> {
  readonly of: T;
  /** The name that says most of the question. */
  readonly name: string;
  /** More is better; comparable within one question, and with `worthOfOne` of its index. */
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

type Index = ReadonlyMap<string, Postings>;

/** A word that may have been meant, and how surely. */
interface Meant {
  readonly word: string;
  readonly trust: number;
}

const bm25 = { saturation: 1.2, length: 0.5 } as const;

/** What a term of each kind counts: two syllables in order say more than both apart. */
const counts = { pair: 1.1, concept: 1.6 } as const;

/** What a word counts by what it does in a sentence. */
const ofWeight = { names: 1, acts: 0.8, fills: 0.25 } as const;

/** What is said counts by where in the question it stands. */
const ofPlace = { asked: 1, told: 0.8, purpose: 0.75 } as const;

/** How surely a word was meant that only sounds so, or is a letter off. */
const trusts = { exact: 1, sameSound: 0.55, alsoThere: 0.28, oneOff: 0.45 } as const;

/** A word that no name has says that something else is asked, but people also chatter. */
const unknownWord = 0.5;

/** Of an entry's other names the best one adds so much. */
const otherName = 0.2;

const pairOf = (a: string, b: string): string => `${a} ${b}`;
const tagOf = (concept: string): string => `#${concept}`;

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
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
};

const rarityOf = (names: number, holders: number): number =>
  Math.log(1 + (names - holders + 0.5) / (holders + 0.5));

/** Chỉ mục ngược: every term with the names that have it. Each name stands for itself, however many an entry has. */
const indexOf = (names: readonly string[]): Index => {
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
      const list = held.map(({ name, times, length }) => {
        const long = 1 - bm25.length + (bm25.length * length) / usual;
        const worth = (times * (bm25.saturation + 1)) / (times + bm25.saturation * long);
        return { name, worth: rarity * worth };
      });
      return [term, { list, rarity }];
    }),
  );
};

/** What was typed or heard, word by word, as the words that names have. */
const makeMeanings = (index: Index) => {
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

type Factored = readonly (readonly [postings: Postings | undefined, factor: number])[];

/** Adds to each name what the best of these terms is worth in it. */
const addBest = (
  sums: Map<number, number>,
  terms: Factored,
  worthOf: (postings: Postings, posting: Posting) => number,
): void => {
  const best = new Map<number, number>();
  for (const [postings, factor] of terms)
    for (const posting of postings?.list ?? []) {
      const worth = worthOf(postings as Postings, posting) * factor;
      if (worth > (best.get(posting.name) ?? 0)) best.set(posting.name, worth);
    }
  for (const [name, worth] of best) sums.set(name, (sums.get(name) ?? 0) + worth);
};

const inName = (_: Postings, { worth }: Posting): number => worth;
const anywhere = ({ rarity }: Postings): number => rarity;

interface Weighed {
  /** By name: what it says of the question, as BM25 weighs it. */
  readonly scores: ReadonlyMap<number, number>;
  /** By name: how much of what is asked it says at all. */
  readonly said: ReadonlyMap<number, number>;
  /** All that is asked. */
  readonly whole: number;
}

/** Of a long story so many things are what is asked; the rest is told beside them, and counts less. */
const asked = { things: 3, beside: 0.25 } as const;

/** How much is asked, of what each word and thing in the question asks. */
const wholeOf = (each: readonly number[]): number =>
  each
    .toSorted((a, b) => b - a)
    .reduce((sum, one, n) => sum + one * (n < asked.things ? 1 : asked.beside), 0);

/** One question being weighed. */
interface Scales {
  readonly scores: Map<number, number>;
  readonly said: Map<number, number>;
}

const makeWeigh = (index: Index, rarest: number) => {
  const meanings = makeMeanings(index);
  const pairsOf = (first: readonly Meant[], second: readonly Meant[], factor: number): Factored =>
    first.flatMap((a) =>
      second.map((b) => [index.get(pairOf(a.word, b.word)), a.trust * b.trust * factor] as const),
    );
  /** Answers what the word asks for. */
  const weighWord = (
    { scores, said }: Scales,
    { word, weight, isNamed, place }: Word,
    [meant, next]: readonly [readonly Meant[], readonly Meant[]],
  ): number => {
    const terms = meant.map((each) => [index.get(each.word), each.trust] as const);
    const factor = (isNamed ? 1 : ofWeight[weight]) * ofPlace[place];
    const weighed = terms.map(([postings, trust]) => [postings, trust * factor] as const);
    addBest(scores, weighed, inName);
    addBest(scores, pairsOf(meant, next, factor * counts.pair), inName);
    if (weight !== 'names' || isNamed) return 0;
    addBest(said, terms, anywhere);
    return index.get(word)?.rarity ?? rarest * unknownWord;
  };
  const weighConcept = ({ scores, said }: Scales, { concept, acts, place }: Concept): number => {
    const named: Factored = [[index.get(tagOf(concept)), counts.concept]];
    addBest(
      scores,
      named.map(([at, count]) => [at, count * ofPlace[place]] as const),
      inName,
    );
    if (acts) return 0;
    addBest(said, named, anywhere);
    return (index.get(tagOf(concept))?.rarity ?? rarest) * counts.concept;
  };
  return ({ words, concepts }: Said): Weighed => {
    const scales: Scales = { scores: new Map(), said: new Map() };
    const heard = words.map((word) => ({ word, meant: meanings(word.word) }));
    const ofWords = heard.map(({ word, meant }, n) =>
      weighWord(scales, word, [meant, heard[n + 1]?.meant ?? []]),
    );
    const ofConcepts = concepts.map((concept) => weighConcept(scales, concept));
    return { ...scales, whole: wholeOf([...ofWords, ...ofConcepts]) };
  };
};

/** A name with what it says of a question. */
interface NameFound {
  readonly name: string;
  readonly score: number;
  readonly says: number;
}

/**
 * Finds what a question is about by the words of its names: whole words, neighbours in order, what things are
 * called besides, and words that sound alike or are a letter off. Nothing is learnt and nothing is guessed:
 * what no name says is not found.
 */
export const makeLookUp = <T>(entries: readonly Entry<T>[]) => {
  const names = entries.flatMap(({ of, names: all }) => all.map((text) => ({ text, of })));
  const index = indexOf(names.map(({ text }) => text));
  const worthOfOne = rarityOf(names.length, 0);
  const weigh = makeWeigh(index, worthOfOne);
  const lookUp = (question: string): readonly Found<T>[] => {
    const { scores, said, whole } = weigh(understand(question));
    const byEntry = grouped(
      [...scores].map(([at, score]) => {
        const { of, text: name } = names[at] as { of: T; text: string };
        return [of, { name, score, says: said.get(at) ?? 0 }] as const;
      }),
    );
    return [...byEntry]
      .map(([of, found]) => {
        const [best, next] = found.toSorted((a, b) => b.score - a.score) as [NameFound, NameFound?];
        const says = Math.max(...found.map((each) => each.says));
        return {
          of,
          name: best.name,
          score: best.score + otherName * (next?.score ?? 0),
          coverage: whole === 0 ? 0 : Math.min(1, says / whole),
        };
      })
      .sort((a, b) => b.score - a.score);
  };
  return {
    /** Best first. */
    lookUp,
    /** What one word is worth that a single name has: a measure for scores of this index. */
    worthOfOne,
  };
};
