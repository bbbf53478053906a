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

/** A stretch that names a concept, in a text that has been read. */
interface Naming {
  readonly concept: string;
  readonly from: number;
}

/** A text word by word, before its parts are told apart. */
interface Reading {
  readonly words: readonly string[];
  readonly weights: readonly Weight[];
  readonly named: readonly boolean[];
  readonly namings: readonly Naming[];
}

const read = (words: readonly string[]): Reading => {
  const weights = words.map((word): Weight => (isNumber.test(word) ? 'fills' : 'names'));
  const named = words.map(() => false);
  const namings: Naming[] = [];
  for (const { from, to, phrase } of stretches(words)) {
    const concept = conceptOf.get(phrase);
    const weight = weightOf(phrase);
    if (concept !== undefined) {
      namings.push({ concept, from });
      named.fill(true, from, to);
    } else if (weight !== undefined) weights.fill(weight, from, to);
  }
  return { words, weights, named, namings };
};

/** Where the last word stands that asks for something which is named after it; -1: nowhere. */
const askedFrom = ({ words, weights, named }: Reading): number => {
  const lastNaming = words.findLastIndex((_, n) => named[n] || weights[n] === 'names');
  return words.findLastIndex(
    (word, n) => n < lastNaming && asking.has(word) && words[n - 1] !== 'co',
  );
};

/** Of each word of a reading whose clauses begin at `begins`. */
const placesOf = (reading: Reading, begins: ReadonlySet<number>): readonly Place[] => {
  const from = askedFrom(reading);
  let isPurpose = false;
  return reading.words.map((word, n) => {
    if (begins.has(n) || endsPurpose.has(word)) isPurpose = false;
    if (word === 'de' && !reading.named[n] && reading.words[n + 1] !== 'lai') isPurpose = true;
    if (isPurpose) return 'purpose';
    return n < from ? 'told' : 'asked';
  });
};

/** What is named in several places stands in the first of these. */
const byPlace: readonly Place[] = ['asked', 'told', 'purpose'];

/** Đọc câu hỏi: which words it has, which of them only ask, and what they name. */
export const understand = (text: string): Said => {
  const clauses = text.split(/[,.;:?!]+(?!\d)/).map(foldedWords);
  const reading = read(clauses.flat());
  const begins = new Set(clauses.map((_, n) => clauses.slice(0, n).flat().length));
  const places = placesOf(reading, begins);
  const placeOf = (concept: string): Place =>
    byPlace.find((place) =>
      reading.namings.some((each) => each.concept === concept && places[each.from] === place),
    ) ?? 'asked';
  const named = [...new Set(reading.namings.map(({ concept }) => concept))];
  return {
    words: reading.words.map((word, n) => ({
      word,
      weight: reading.weights[n] ?? 'names',
      isNamed: reading.named[n] ?? false,
      place: places[n] ?? 'asked',
    })),
    concepts: named.map((concept) => ({
      concept,
      acts: actConcepts.includes(concept),
      place: placeOf(concept),
    })),
  };
};
