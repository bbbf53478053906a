import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { balanceOf, bank } from './cash-book.ts';
import { bookOf, type Safe, type ShiftRecord, shiftState, unsettledOf } from './records.ts';
import { balance, type NoteCount } from './shift.ts';

/** A shift and the safe of its office, as one act leaves them. */
export interface ShiftAndSafe {
  readonly shift: ShiftRecord;
  /** Absent where the act does not touch it. */
  readonly safe?: Safe;
}

interface Hand {
  readonly by: string;
  readonly now: Instant;
}

/**
 * Chốt ca. A drawer that balances is closed and its money goes into the safe. One that does not says by how
 * much and what that may be; with a word of explanation it is closed, may be counted again, and waits for a
 * second person. Of a clerk who is not there two others do it: one counts and says why, the other confirms,
 * also where it balances.
 */
export const closeShift = (
  shift: ShiftRecord,
  safe: Safe,
  { count, explanation }: { readonly count: NoteCount; readonly explanation?: string | undefined },
  { by, now }: Hand,
): Outcome<ShiftAndSafe> => {
  if (shiftState(shift) === 'confirmed') return refuse({ code: 'shift-closed' });
  const isOwn = by === shift.clerk;
  // What others have counted is theirs to count again.
  if (isOwn && shift.closing !== undefined && shift.closing.by !== by)
    return refuse({ code: 'shift-closed' });
  if (!isOwn && explanation === undefined) return refuse({ code: 'absence-unexplained' });
  const balanced = balance(shift, count);
  if (!balanced.ok) return balanced;
  const { differenceVnd, hints } = balanced.value;
  const closing = { at: now, by, balance: balanced.value };
  if (isOwn && differenceVnd === 0)
    return done(deposited(shift, safe, { ...closing, confirmedBy: by }));
  return explanation === undefined
    ? refuse({ code: 'shift-unbalanced', differenceVnd, hints })
    : done({
        shift: { ...shift, version: shift.version + 1, closing: { ...closing, explanation } },
      });
};

/** The second person puts their name under the difference that they saw. */
export const confirmShift = (
  shift: ShiftRecord,
  safe: Safe,
  differenceVnd: number,
  { by }: Pick<Hand, 'by'>,
): Outcome<ShiftAndSafe> => {
  const { closing } = shift;
  if (!closing) return refuse({ code: 'shift-unknown' });
  if (shiftState(shift) === 'confirmed') return refuse({ code: 'shift-closed' });
  if (by === shift.clerk || by === closing.by) return refuse({ code: 'same-signatory' });
  return closing.balance.differenceVnd === differenceVnd
    ? done(deposited(shift, safe, { ...closing, confirmedBy: by }))
    : refuse({ code: 'shift-recounted', differenceVnd: closing.balance.differenceVnd });
};

/** The money of the drawer goes into the safe, and with it what nobody can explain. */
const deposited = (
  shift: ShiftRecord,
  safe: Safe,
  closing: NonNullable<ShiftRecord['closing']>,
): ShiftAndSafe => ({
  shift: { ...shift, version: shift.version + 1, closing },
  safe: {
    ...safe,
    version: safe.version + 1,
    purses: balanceOf(bank(bookOf({ shift, safe })).book, 'safe'),
    differenceVnd: safe.differenceVnd + closing.balance.differenceVnd,
    droppedVnd: safe.droppedVnd - shift.droppedVnd,
  },
});

/**
 * Xử lý chênh lệch: what was missing is paid in, or a surplus leaves the safe as the post's income; once,
 * and again for what a correction has moved since.
 */
export const settleDifference = (
  shift: ShiftRecord,
  safe: Safe,
  { by }: Pick<Hand, 'by'>,
): Outcome<ShiftAndSafe> => {
  const { closing } = shift;
  if (!closing || shiftState(shift) !== 'confirmed') return refuse({ code: 'shift-unknown' });
  const openVnd = unsettledOf(closing);
  if (openVnd === 0) return refuse({ code: 'nothing-to-settle' });
  const settledVnd = closing.balance.differenceVnd + (closing.correctedVnd ?? 0);
  return done({
    shift: {
      ...shift,
      version: shift.version + 1,
      closing: { ...closing, settledBy: by, settledVnd },
    },
    safe: { ...safe, version: safe.version + 1, differenceVnd: safe.differenceVnd - openVnd },
  });
};
