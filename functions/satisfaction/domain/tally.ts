import {
  type Index,
  indices,
  type Level,
  levels,
  type Month,
  type Rating,
  type ReturnWay,
} from './rating.ts';

/** The sums of one month of one post office or agency, kept beside the raw answers. */
export interface Tally {
  /** `office#<id>#<month>` or `agency#<id>#<month>`. */
  readonly id: string;
  readonly version: number;
  readonly place: Place;
  readonly month: Month;
  readonly answers: number;
  readonly levels: Counts<Level>;
  readonly ways: Counts<ReturnWay>;
  /** Why, by code, of those who gave a reason. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Dossiers whose nine indices were scored. */
  readonly scored: number;
  /** Sum of the points of each index. */
  readonly points: Counts<Index>;
}

export interface Place {
  readonly kind: 'office' | 'agency';
  readonly id: string;
}

type Counts<Key extends string> = Readonly<Record<Key, number>>;

const zeros = <Key extends string>(keys: readonly Key[]): Counts<Key> =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;

const ways = ['counter', 'courier', 'none'] as const;

export const tallyId = ({ kind, id }: Place, month: Month): string => `${kind}#${id}#${month}`;

export const emptyTally = (place: Place, month: Month): Tally => ({
  id: tallyId(place, month),
  version: 0,
  place,
  month,
  answers: 0,
  levels: zeros(levels),
  ways: zeros(ways),
  reasons: {},
  scored: 0,
  points: zeros(indices),
});

const plusOne = <Key extends string>(counts: Counts<Key>, key: Key | undefined): Counts<Key> =>
  key === undefined ? counts : { ...counts, [key]: (counts[key] ?? 0) + 1 };

/** The sums with one answer more. */
export const counted = (tally: Tally, { level, way, reason, scores }: Rating): Tally => ({
  ...tally,
  version: tally.version + 1,
  answers: tally.answers + 1,
  levels: plusOne(tally.levels, level),
  ways: plusOne(tally.ways, way),
  reasons: plusOne(tally.reasons, reason?.code),
  scored: tally.scored + (scores ? 1 : 0),
  points: scores ? mapped(indices, (index) => tally.points[index] + scores[index]) : tally.points,
});

const mapped = <Key extends string>(keys: readonly Key[], to: (key: Key) => number): Counts<Key> =>
  Object.fromEntries(keys.map((key) => [key, to(key)])) as Record<Key, number>;

/** Several offices as one. */
export const summed = (place: Place, month: Month, tallies: readonly Tally[]): Tally => {
  const sum = (of: (tally: Tally) => number) =>
    tallies.reduce((total, tally) => total + of(tally), 0);
  const codes = new Set(tallies.flatMap(({ reasons }) => Object.keys(reasons)));
  return {
    ...emptyTally(place, month),
    answers: sum(({ answers }) => answers),
    levels: mapped(levels, (level) => sum((tally) => tally.levels[level])),
    ways: mapped(ways, (way) => sum((tally) => tally.ways[way])),
    reasons: mapped([...codes], (code) => sum(({ reasons }) => reasons[code] ?? 0)),
    scored: sum(({ scored }) => scored),
    points: mapped(indices, (index) => sum(({ points }) => points[index])),
  };
};
