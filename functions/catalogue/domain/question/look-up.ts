import {
  indexOf,
  type Meant,
  makeMeanings,
  type NameIndex,
  pairOf,
  rarityOf,
  tagOf,
} from './name-index.ts';
import { type AnyOf, makeTally, type Tally } from './tally.ts';
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

/** What a term of each kind counts: two syllables in order say more than both apart. */
const counts = { pair: 1.1, concept: 1.6 } as const;

/** What a word counts by what it does in a sentence. */
const ofWeight = { names: 1, acts: 0.8, fills: 0.25 } as const;

/** What is said counts by where in the question it stands. */
const ofPlace = { asked: 1, told: 0.8, purpose: 0.75 } as const;

/** A word that no name has says that something else is asked, but people also chatter. */
const unknownWord = 0.5;

/** Of an entry's other names the best one adds so much. */
const otherName = 0.2;

/** Of a long story so many things are what is asked; the rest is told beside them, and counts less. */
const asked = { things: 3, beside: 0.25 } as const;

/** How much is asked, of what each word and thing in the question asks. */
const wholeOf = (each: readonly number[]): number =>
  each
    .toSorted((a, b) => b - a)
    .reduce((sum, one, n) => sum + one * (n < asked.things ? 1 : asked.beside), 0);

/** A name that says so much less than the best one is not looked at: nobody would be offered it. */
const leastOfBest = 0.25;

/** One question being weighed. */
interface Scales {
  /** By name: what it says of the question, as BM25 weighs it. */
  readonly scores: Tally;
  /** By name: how much of what is asked it says at all. */
  readonly said: Tally;
}

const makeWeigh = (index: NameIndex, rarest: number, { scores, said }: Scales) => {
  const meanings = makeMeanings(index);
  const termsOf = (meant: readonly Meant[], where: 'inName' | 'anywhere', factor: number): AnyOf =>
    meant.flatMap(({ word, trust }) => {
      const term = index.get(word)?.[where];
      return term ? [[term, trust * factor] as const] : [];
    });
  const pairsOf = (first: readonly Meant[], second: readonly Meant[]): readonly Meant[] =>
    first.flatMap((a) =>
      second.map((b) => ({ word: pairOf(a.word, b.word), trust: a.trust * b.trust })),
    );
  /** Answers what the word asks for. */
  const weighWord = (
    { word, weight, isNamed, place }: Word,
    meant: readonly Meant[],
    next: readonly Meant[],
  ): number => {
    const factor = (isNamed ? 1 : ofWeight[weight]) * ofPlace[place];
    scores.add(termsOf(meant, 'inName', factor));
    scores.add(termsOf(pairsOf(meant, next), 'inName', factor * counts.pair));
    if (weight !== 'names' || isNamed) return 0;
    said.add(termsOf(meant, 'anywhere', 1));
    return index.get(word)?.rarity ?? rarest * unknownWord;
  };
  const weighConcept = ({ concept, acts, place }: Concept): number => {
    const meant = [{ word: tagOf(concept), trust: counts.concept }];
    scores.add(termsOf(meant, 'inName', ofPlace[place]));
    if (acts) return 0;
    said.add(termsOf(meant, 'anywhere', 1));
    return (index.get(tagOf(concept))?.rarity ?? rarest) * counts.concept;
  };
  /** Answers how much is asked in all. */
  return ({ words, concepts }: Said): number => {
    const heard = words.map((word) => ({ word, meant: meanings(word.word) }));
    const ofWords = heard.map(({ word, meant }, n) =>
      weighWord(word, meant, heard[n + 1]?.meant ?? []),
    );
    return wholeOf([...ofWords, ...concepts.map(weighConcept)]);
  };
};

/** What the names of an entry say of a question. */
interface Saying {
  /** The name that says most. */
  name: string;
  score: number;
  next: number;
  says: number;
}

/** A name, and the number of the entry that it is of. */
interface Named {
  readonly text: string;
  readonly entry: number;
}

/** Of each entry that has a name which says enough. */
const sayingsOf = (
  { scores, said }: Scales,
  names: readonly Named[],
): ReadonlyMap<number, Readonly<Saying>> => {
  const least = leastOfBest * scores.greatest();
  const sayings = new Map<number, Saying>();
  names.forEach(({ text, entry }, at) => {
    const score = scores.of(at);
    if (score === 0 || score < least) return;
    const saying = sayings.get(entry) ?? { name: text, score: 0, next: 0, says: 0 };
    saying.says = Math.max(saying.says, said.of(at));
    if (score > saying.score) {
      saying.next = saying.score;
      saying.score = score;
      saying.name = text;
    } else if (score > saying.next) saying.next = score;
    sayings.set(entry, saying);
  });
  return sayings;
};

/**
 * Finds what a question is about by the words of its names: whole words, neighbours in order, what things are
 * called besides, and words that sound alike or are a letter off. Nothing is learnt and nothing is guessed:
 * what no name says is not found.
 */
export const makeLookUp = <T>(entries: readonly Entry<T>[]) => {
  const names = entries.flatMap(({ names: all }, entry) => all.map((text) => ({ text, entry })));
  const index = indexOf(names.map(({ text }) => text));
  const worthOfOne = rarityOf(names.length, 0);
  const scales: Scales = { scores: makeTally(names.length), said: makeTally(names.length) };
  const weigh = makeWeigh(index, worthOfOne, scales);
  const lookUp = (question: string): readonly Found<T>[] => {
    const whole = weigh(understand(question));
    const sayings = sayingsOf(scales, names);
    scales.scores.clear();
    scales.said.clear();
    const found = entries.flatMap(({ of }, entry): readonly Found<T>[] => {
      const saying = sayings.get(entry);
      if (!saying) return [];
      const { name, score, next, says } = saying;
      const coverage = whole === 0 ? 0 : Math.min(1, says / whole);
      return [{ of, name, score: score + otherName * next, coverage }];
    });
    return found.sort((a, b) => b.score - a.score);
  };
  return {
    /** Best first. */
    lookUp,
    /** What one word is worth that a single name has: a measure for scores of this index. */
    worthOfOne,
  };
};
