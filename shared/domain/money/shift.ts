import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type Purses, purseNames, totalOf } from './purses.ts';

/** Notes in use; a drawer is counted by them. */
export const notes = [
  500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000,
] as const;

/** How many of each note. */
export type NoteCount = Readonly<Partial<Record<(typeof notes)[number], number>>>;

export const cashOf = (count: NoteCount): Outcome<number> => {
  let sum = 0;
  for (const note of notes) {
    const n = count[note] ?? 0;
    if (!Number.isInteger(n) || n < 0) return refuse({ code: 'amount-invalid' });
    sum += n * note;
  }
  return done(sum);
};

export interface ShiftMovement {
  readonly receipt: string;
  /** What it put into the drawer; negative for a refund or a reversal. */
  readonly purses: Purses;
}

export interface Shift {
  /** Tiền đầu ca: put in to give change from; belongs to the office. */
  readonly floatVnd: number;
  readonly movements: readonly ShiftMovement[];
  readonly droppedVnd: number;
}

/** Where a difference may come from. */
export type Hint =
  | { readonly hint: 'equals-movement'; readonly receipt: string }
  | { readonly hint: 'twice-movement'; readonly receipt: string }
  | { readonly hint: 'one-note'; readonly note: number }
  | { readonly hint: 'digits-swapped' };

export interface ShiftBalance {
  readonly expectedVnd: number;
  readonly countedVnd: number;
  /** Counted less expected: below nothing, money is missing. */
  readonly differenceVnd: number;
  /** What should be there of each purse; the notes themselves do not say whose they are. */
  readonly expected: Purses;
  readonly hints: readonly Hint[];
}

/** Chốt ca: balances, or says by how much it does not and what that may be. */
export const balance = (shift: Shift, count: NoteCount): Outcome<ShiftBalance> => {
  const counted = cashOf(count);
  if (!counted.ok) return counted;
  const expected = Object.fromEntries(
    purseNames.map((name) => [
      name,
      shift.movements.reduce((sum, { purses }) => sum + purses[name], 0),
    ]),
  ) as Record<(typeof purseNames)[number], number>;
  const expectedVnd = shift.floatVnd + totalOf(expected) - shift.droppedVnd;
  const differenceVnd = counted.value - expectedVnd;
  return done({
    expectedVnd,
    countedVnd: counted.value,
    differenceVnd,
    expected,
    hints: hintsOf(Math.abs(differenceVnd), shift.movements),
  });
};

const hintsOf = (difference: number, movements: readonly ShiftMovement[]): readonly Hint[] => {
  if (difference === 0) return [];
  const note = notes.find((each) => each === difference);
  const amounts = movements.map(({ receipt, purses }) => ({
    receipt,
    amount: Math.abs(totalOf(purses)),
  }));
  const hint = (name: 'equals-movement' | 'twice-movement', times: number): readonly Hint[] =>
    amounts
      .filter(({ amount }) => amount > 0 && amount * times === difference)
      .map(({ receipt }) => ({ hint: name, receipt }));
  return [
    ...hint('equals-movement', 1),
    // A refund typed as a taking, or the other way round, is wrong by twice its amount.
    ...hint('twice-movement', 2),
    ...(note === undefined ? [] : [{ hint: 'one-note', note } as const]),
    ...(difference % 9 === 0 ? [{ hint: 'digits-swapped' } as const] : []),
  ];
};

export interface ShiftClosing {
  readonly closedBy: string;
  readonly explanation?: string;
  /** Another person, where the drawer does not balance. */
  readonly confirmedBy?: string;
}

/** Whether a shift may be closed so: a difference needs its explanation and a second pair of eyes. */
export const closable = (
  { differenceVnd }: ShiftBalance,
  { closedBy, explanation, confirmedBy }: ShiftClosing,
): Outcome<'balanced' | 'explained'> => {
  if (differenceVnd === 0) return done('balanced');
  if (!explanation) return refuse({ code: 'shift-unbalanced', differenceVnd });
  return confirmedBy === undefined || confirmedBy === closedBy
    ? refuse({ code: 'same-signatory' })
    : done('explained');
};
