import { isNothing, minus, negated, type Purses, plus, totalOf } from '#domain/money/purses.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { leftOf } from './cash-book.ts';
import { type ReceiptRecord, type Safe, type ShiftRecord, shiftState } from './records.ts';
import { differing } from './shift.ts';

/** A mistyped receipt with the shift that took it. */
interface Mistyped {
  readonly receipt: ReceiptRecord;
  readonly shift: ShiftRecord;
  readonly safe: Safe;
}

/** What one correction changes; without a replacement nothing had come at all. */
export interface Corrected {
  readonly receipt: ReceiptRecord;
  readonly replacement?: Omit<ReceiptRecord, 'id'>;
  readonly shift: ShiftRecord;
  /** Absent while the money lies in the drawer. */
  readonly safe?: Safe;
}

/**
 * Sửa biên lai: the notes lie where they lay, and the book says what they are. In the drawer the right sum
 * takes the place of the wrong one. In the safe too, and there the shift's difference, which the wrong sum
 * had made, is taken back by as much: no note is invented, before the close or long after it.
 */
export const correctReceipt = (
  { receipt, shift, safe }: Mistyped,
  right: Purses,
  number: string,
): Outcome<Corrected> => {
  const refused = uncorrectable(receipt);
  if (refused) return refused;
  const wrong = receipt.taken;
  const { closing } = shift;
  const mirror = { ...receipt, version: receipt.version + 1, isReversed: true };
  const replaced = isNothing(right)
    ? {}
    : { replacement: { ...receipt, version: 1, number, taken: right, replaces: receipt.number } };
  const movements = [
    { receipt: receipt.number, purses: negated(wrong) },
    ...(isNothing(right) ? [] : [{ receipt: number, purses: right }]),
  ];
  return done({
    receipt: mirror,
    ...replaced,
    ...(closing && shiftState(shift) === 'confirmed'
      ? inSafe({ ...shift, closing }, safe, wrong, right)
      : { shift: inDrawer(shift, movements) }),
  });
};

const uncorrectable = (receipt: ReceiptRecord) => {
  if (receipt.isReversed) return refuse({ code: 'receipt-unknown' });
  if (receipt.remittance !== undefined) return refuse({ code: 'receipt-remitted' });
  return isNothing(minus(leftOf(receipt), receipt.taken))
    ? undefined
    : refuse({ code: 'receipt-refunded' });
};

/** A drawer that was counted is judged anew by the same count. */
const inDrawer = (shift: ShiftRecord, more: ShiftRecord['movements']): ShiftRecord => {
  const movements = [...shift.movements, ...more];
  const after = { ...shift, version: shift.version + 1, movements };
  const { closing } = shift;
  return closing
    ? { ...after, closing: { ...closing, balance: differing(after, closing.balance.countedVnd) } }
    : after;
};

type ClosedShift = ShiftRecord & Required<Pick<ShiftRecord, 'closing'>>;

const inSafe = (shift: ClosedShift, safe: Safe, wrong: Purses, right: Purses) => {
  const { closing } = shift;
  const movedVnd = totalOf(wrong) - totalOf(right);
  const correctedVnd = (closing.correctedVnd ?? 0) + movedVnd;
  return {
    shift: { ...shift, version: shift.version + 1, closing: { ...closing, correctedVnd } },
    safe: {
      ...safe,
      version: safe.version + 1,
      purses: plus(minus(safe.purses, wrong), right),
      differenceVnd: safe.differenceVnd + movedVnd,
    },
  };
};
