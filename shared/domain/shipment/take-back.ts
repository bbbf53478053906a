import { type Refused, refuse } from '#domain/refusal.ts';

export const takeBackOutcomes = ['taken', 'not-at-hand', 'lost-declared'] as const;

/** What became of one old paper when the result changed hands. */
export interface TakeBackLine {
  /** The component's id in a dossier's procedure; of a return order the name that the order gives it. */
  readonly paper: string;
  readonly outcome: (typeof takeBackOutcomes)[number];
  readonly count: number;
}

/** What may come back, and how many of each. */
export type Expected = readonly { readonly paper: string; readonly count: number }[];

/** Why a report does not fit what is asked for; undefined where it does. */
export type TakeBackFlaw = 'take-back-not-stated' | 'take-back-differs';

/** A report tells of each old paper that is asked for, of all its copies, and of no other. */
export const takeBackFlaw = (
  expected: Expected,
  lines: readonly TakeBackLine[] | undefined,
): TakeBackFlaw | undefined => {
  if (!fits(expected, lines ?? [])) return 'take-back-differs';
  const isTold = expected.every(({ paper, count }) => told(lines ?? [], paper) === count);
  return isTold ? undefined : 'take-back-not-stated';
};

/** Whether nothing is told of what is not asked for, or of more than is. */
export const fits = (expected: Expected, lines: readonly TakeBackLine[]): boolean =>
  lines.every(({ paper }) => {
    const asked = expected.find((each) => each.paper === paper);
    return asked !== undefined && told(lines, paper) <= asked.count;
  });

const told = (lines: readonly TakeBackLine[], paper: string): number =>
  lines.filter((line) => line.paper === paper).reduce((sum, { count }) => sum + count, 0);

/** What is asked for and was not taken, for whatever reason. */
export const notTaken = (
  expected: Expected,
  lines: readonly TakeBackLine[] | undefined,
): readonly string[] => {
  const taken = (lines ?? []).filter(({ outcome }) => outcome === 'taken');
  return expected.flatMap(({ paper, count }) => (told(taken, paper) < count ? [paper] : []));
};

/**
 * Thu hồi giấy tờ (TT 17/2017) by our own staff: each old paper is accounted for, and where the
 * procedure demands it first, the result stays with us until it is there.
 */
export const refusedHandOver = (
  expected: Expected,
  lines: readonly TakeBackLine[] | undefined,
  isDemanded: boolean,
): Refused | undefined => {
  const papers = expected.map(({ paper }) => paper);
  const flaw = takeBackFlaw(expected, lines);
  if (flaw === 'take-back-differs') return refuse({ code: 'old-papers-differ', papers });
  if (flaw) return refuse({ code: 'old-papers-unstated', papers });
  const missing = notTaken(expected, lines);
  return isDemanded && missing.length > 0
    ? refuse({ code: 'old-papers-demanded', papers: missing })
    : undefined;
};
