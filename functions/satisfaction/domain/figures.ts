import { type Index, indices, type Level, levels, type ReturnWay } from './rating.ts';
import { emptyTally, type Tally } from './tally.ts';

/** Xếp loại of an agency by the sum of its nine indices (TT 01/2018 art. 13, since replaced by TT 03/2025; at most 18). */
export type AgencyClass = 'xuất sắc' | 'tốt' | 'khá' | 'trung bình' | 'yếu';

const classes: readonly (readonly [least: number, AgencyClass])[] = [
  [15, 'xuất sắc'],
  [12, 'tốt'],
  [9, 'khá'],
  [6, 'trung bình'],
];

export const classOf = (index: number): AgencyClass =>
  classes.find(([least]) => index >= least)?.[1] ?? 'yếu';

/** The scale of the tablets. A share of answers, never SIPAS, which is a survey of its own. */
export interface PracticeFigures {
  readonly n: number;
  readonly levels: Readonly<Record<Level, number>>;
  /** Rất hài lòng and hài lòng, percent of n, one decimal. */
  readonly satisfiedPercent: number;
  readonly reasons: Readonly<Record<string, number>>;
}

export interface LegalFigures {
  readonly n: number;
  /** Sum of the points ÷ dossiers, one decimal. */
  readonly index: number;
  readonly class: AgencyClass;
  readonly byIndex: Readonly<Record<Index, number>>;
}

/** Each part is there where enough have answered it; `answers` always is. */
export interface Figures {
  readonly answers: number;
  readonly ways?: Readonly<Record<ReturnWay, number>>;
  readonly practice?: PracticeFigures;
  readonly legal?: LegalFigures;
}

const oneDecimal = (n: number): number => Math.round(n * 10) / 10;

/**
 * What may be shown of a tally. With fewer answers than `smallest` a figure would be about persons, so
 * only their number is told (domain §10.18).
 */
export const figuresOf = (tally: Tally, smallest: number): Figures => {
  const rated = ratedIn(tally);
  return {
    answers: tally.answers,
    ...(tally.answers >= smallest && { ways: tally.ways }),
    ...(rated >= smallest && { practice: practiceOf(tally, rated) }),
    ...(tally.scored >= smallest && { legal: legalOf(tally) }),
  };
};

/** A tally without the parts that are not shown: what a sum over several may be made of. */
export const shownOf = (tally: Tally, smallest: number): Tally => {
  const { levels: none, reasons, points } = emptyTally(tally.place, tally.month);
  return {
    ...(tally.answers < smallest ? emptyTally(tally.place, tally.month) : tally),
    ...(ratedIn(tally) < smallest && { levels: none, reasons }),
    ...(tally.scored < smallest && { scored: 0, points }),
  };
};

const ratedIn = ({ levels: of }: Tally): number =>
  levels.reduce((sum, level) => sum + of[level], 0);

const practiceOf = ({ levels: of, reasons }: Tally, n: number): PracticeFigures => ({
  n,
  levels: of,
  satisfiedPercent: oneDecimal(((of['very-satisfied'] + of.satisfied) / n) * 100),
  reasons,
});

const legalOf = ({ points, scored: n }: Tally): LegalFigures => {
  const sum = indices.reduce((total, index) => total + points[index], 0);
  const index = oneDecimal(sum / n);
  return {
    n,
    index,
    class: classOf(index),
    byIndex: Object.fromEntries(
      indices.map((each) => [each, oneDecimal(points[each] / n)]),
    ) as Record<Index, number>,
  };
};
