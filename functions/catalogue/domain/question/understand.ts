import { searchKey } from '#domain/identifiers/person-name.ts';
import { actConcepts, concepts } from './concepts.ts';
import { acts, fillers, markedSpellings, spellings } from './words.ts';

const listed = (line: string): readonly string[] => line.split(', ');

/** Every way of writing it to the one that it is compared by. */
const byWriting = (lines: readonly (readonly [string, string])[]): ReadonlyMap<string, string> =>
  new Map(lines.flatMap(([one, others]) => listed(others).map((other) => [other, one] as const)));

const markedSpelling = byWriting(markedSpellings);
const spelling = byWriting(spellings);

const betweenWords = /[^\p{Letter}\p{Number}]+/u;

/** Words of a text as they are compared: no marks, đ as d, lower case, no punctuation, one spelling of each. */
const foldedWords = (text: string): readonly string[] => {
  const marked = text.normalize('NFC').toLowerCase().split(betweenWords);
  const folded = searchKey(marked.map((word) => markedSpelling.get(word) ?? word).join(' '));
  return folded
    .split(' ')
    .flatMap((word) => (spelling.get(word) ?? word).split(' '))
    .filter(Boolean);
};

/** A phrase as a text is compared. */
const foldedPhrase = (phrase: string): string => foldedWords(phrase).join(' ');

/** Concept by the words that name it. */
const conceptOf: ReadonlyMap<string, string> = new Map(
  concepts.flatMap(([concept, names]) =>
    listed(names).map((name) => [foldedPhrase(name), concept] as const),
  ),
);
const phrasesOf = (lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap(listed).map(foldedPhrase));
const fillerPhrases = phrasesOf(fillers);
const actPhrases = phrasesOf(acts);

const longestPhrase = Math.max(
  ...[...conceptOf.keys(), ...fillerPhrases, ...actPhrases].map(
    (phrase) => phrase.split(' ').length,
  ),
);

/** What is asked for itself, the story before it (má tôi mất…, giờ muốn), or what it is wanted for (để đi làm). */
export type Place = 'asked' | 'told' | 'purpose';

/** A word names a matter, says what is done to any, or only asks, begs and fills. */
export type Weight = 'names' | 'acts' | 'fills';

/** A word of a text. */
export interface Word {
  readonly word: string;
  readonly weight: Weight;
  /** It is part of the name of a concept. */
  readonly isNamed: boolean;
  readonly place: Place;
}

/** What a text names, by whatever name. */
export interface Concept {
  readonly concept: string;
  /** It is done to any matter. */
  readonly acts: boolean;
  readonly place: Place;
}

/** What a text says: its words, and the things that it names by whatever name. */
export interface Said {
  readonly words: readonly Word[];
  readonly concepts: readonly Concept[];
}

/** Every stretch of words that may be a phrase, shorter ones first, with where it is. */
const stretches = function* (words: readonly string[]) {
  for (let length = 1; length <= Math.min(longestPhrase, words.length); length += 1)
    for (let from = 0; from + length <= words.length; from += 1)
      yield { from, to: from + length, phrase: words.slice(from, from + length).join(' ') };
};

/** What a phrase is, of what is no concept; a single word that both fills and acts does the latter. */
const weightOf = (phrase: string): Weight | undefined => {
  if (actPhrases.has(phrase)) return 'acts';
  return fillerPhrases.has(phrase) ? 'fills' : undefined;
};

/** A number names nothing by itself. */
const isNumber = /^\d/;

const asking: ReadonlySet<string> = new Set(['muon', 'xin', 'gio', 'can']);
const endsPurpose: ReadonlySet<string> = new Set([...asking, 'thi', 'phai']);

/** A word, and the concepts that are named from it on. */
interface Read extends Omit<Word, 'place'> {
  readonly concepts: readonly string[];
}
interface Placed extends Read, Word {}

/** The same while it is being read. */
interface Reading {
  readonly word: string;
  weight: Weight;
  isNamed: boolean;
  readonly concepts: string[];
}

const name = (part: readonly Reading[], concept: string): void => {
  for (const [n, each] of part.entries()) {
    each.isNamed = true;
    if (n === 0) each.concepts.push(concept);
  }
};

const read = (words: readonly string[]): readonly Read[] => {
  const all = words.map(
    (word): Reading => ({
      word,
      weight: isNumber.test(word) ? 'fills' : 'names',
      isNamed: false,
      concepts: [],
    }),
  );
  for (const { from, to, phrase } of stretches(words)) {
    const concept = conceptOf.get(phrase);
    const weight = weightOf(phrase);
    const part = all.slice(from, to);
    if (concept !== undefined) name(part, concept);
    else if (weight !== undefined) for (const each of part) each.weight = weight;
  }
  return all;
};

/** Where the last word stands that asks for something which is named after it; -1: nowhere. */
const askedFrom = (words: readonly Read[]): number => {
  const last = words.findLastIndex(({ isNamed, weight }) => isNamed || weight === 'names');
  return words.findLastIndex(
    ({ word }, n) => n < last && asking.has(word) && words[n - 1]?.word !== 'co',
  );
};

/** Where each word stands, of a text whose clauses begin at `begins`. */
const placed = (words: readonly Read[], begins: ReadonlySet<number>): readonly Placed[] => {
  const from = askedFrom(words);
  let isPurpose = false;
  return words.map((each, n) => {
    const { word, isNamed } = each;
    if (begins.has(n) || endsPurpose.has(word)) isPurpose = false;
    if (word === 'de' && !isNamed && words[n + 1]?.word !== 'lai') isPurpose = true;
    if (isPurpose) return { ...each, place: 'purpose' };
    return { ...each, place: n < from ? 'told' : 'asked' };
  });
};

/** What is named in several places stands in the last of these. */
const byPlace: readonly Place[] = ['purpose', 'told', 'asked'];

const conceptsIn = (words: readonly Placed[]): readonly Concept[] => {
  const found = new Map(
    byPlace.flatMap((place) =>
      words
        .filter((each) => each.place === place)
        .flatMap(({ concepts }) => concepts.map((concept) => [concept, place] as const)),
    ),
  );
  return [...found].map(([concept, place]) => ({
    concept,
    acts: actConcepts.includes(concept),
    place,
  }));
};

/** Đọc câu hỏi: which words it has, which of them only ask, and what they name. */
export const understand = (text: string): Said => {
  const clauses = text.split(/[,.;:?!]+(?!\d)/).map(foldedWords);
  const begins = new Set(clauses.map((_, n) => clauses.slice(0, n).flat().length));
  const words = placed(read(clauses.flat()), begins);
  return { words, concepts: conceptsIn(words) };
};
