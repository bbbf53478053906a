import { notes, parseCash } from '#domain/money/cash.ts';
import { nothing, type Purses, plus, totalOf } from '#domain/money/purses.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';

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
  /** Notes that went into the safe before the close. */
  readonly droppedVnd: number;
}

/** What a shift has of each purse, its float left out and what was dropped left in. */
export const drawerOf = ({ movements }: Shift): Purses =>
  movements.reduce((sum, { purses }) => plus(sum, purses), nothing);

/** The notes that should lie in the drawer. */
export const cashExpected = (shift: Shift): number =>
  shift.floatVnd + totalOf(drawerOf(shift)) - shift.droppedVnd;

/** Nộp bớt tiền về két: notes change their place, no purse changes. */
export const drop = <S extends Shift>(shift: S, amountVnd: number): Outcome<S> => {
  const amount = parseCash(amountVnd);
  if (!amount.ok) return amount;
  if (amount.value === 0) return refuse({ code: 'amount-invalid' });
  return amount.value <= cashExpected(shift)
    ? done({ ...shift, droppedVnd: shift.droppedVnd + amount.value })
    : refuse({ code: 'drawer-short' });
};

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
  return counted.ok ? done(differing(shift, counted.value)) : counted;
};

/** The same of a sum that was counted before. */
export const differing = (shift: Shift, countedVnd: number): ShiftBalance => {
  const expectedVnd = cashExpected(shift);
  const differenceVnd = countedVnd - expectedVnd;
  return {
    expectedVnd,
    countedVnd,
    differenceVnd,
    expected: drawerOf(shift),
    hints: hintsOf(Math.abs(differenceVnd), shift.movements),
  };
};

const hintsOf = (difference: number, movements: readonly ShiftMovement[]): readonly Hint[] => {
  if (difference === 0) return [];
  const note = notes.find((each) => each === difference);
  const timesMovement = (hint: 'equals-movement' | 'twice-movement', times: number) =>
    movements
      .filter(({ purses }) => Math.abs(totalOf(purses)) * times === difference)
      .map(({ receipt }) => ({ hint, receipt }));
  return [
    ...timesMovement('equals-movement', 1),
    // A refund typed as a taking, or the other way round, is wrong by twice its amount.
    ...timesMovement('twice-movement', 2),
    ...(note === undefined ? [] : [{ hint: 'one-note', note } as const]),
    ...(difference % 9 === 0 ? [{ hint: 'digits-swapped' } as const] : []),
  ];
};
