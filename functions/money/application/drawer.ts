import type { Attempt } from '#application/deciding.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Booked, CashBook, Receipt } from '#functions/money/domain/cash-book.ts';
import {
  movementBetween,
  movementsInShift,
  type ReceiptRecord,
  type ShiftRecord,
} from '#functions/money/domain/records.ts';
import { drawerKind, receiptKind, shiftKind } from '#functions/money/records.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { Commit, UnitOfWork } from '#ports/unit-of-work.ts';

/** A clerk's drawer that is open now. */
export const openShiftOf = async (
  ledger: UnitOfWork,
  clerk: string,
): Promise<ShiftRecord | undefined> => {
  const drawer = await ledger.record(drawerKind, clerk);
  return drawer?.shift === undefined ? undefined : ledger.record(shiftKind, drawer.shift);
};

/** The clerk's open drawer, as long as it can hold one more movement. */
export const drawerFor = async (
  ledger: UnitOfWork,
  clerk: string,
): Promise<Outcome<ShiftRecord>> => {
  const shift = await openShiftOf(ledger, clerk);
  if (!shift) return refuse({ code: 'shift-unknown' });
  return shift.movements.length < movementsInShift ? done(shift) : refuse({ code: 'shift-full' });
};

export const receiptIn = ({ book }: Booked, number: string): Receipt => {
  const receipt = book.receipts.get(number);
  if (!receipt) throw new Error(`no receipt ${number}`);
  return receipt;
};

interface Movement {
  readonly shift: ShiftRecord;
  readonly before: CashBook;
  readonly booked: Booked;
}

interface OfReceipt {
  readonly before: ReceiptRecord | undefined;
  readonly after: ReceiptRecord;
}

/** Receipt and drawer say the same, or neither does. */
export const movementWrites = (
  { shift, before, booked }: Movement,
  receipt: OfReceipt,
): readonly RecordWrite[] => {
  const movement = movementBetween(before, booked.book, receipt.after.number);
  const movements = [...shift.movements, movement];
  return [
    recordWrite(receiptKind, receipt.before, receipt.after),
    recordWrite(shiftKind, shift, { ...shift, version: shift.version + 1, movements }),
  ];
};

/** A taking, and what else it changes. */
export const movementWritten = (
  movement: Movement,
  receipt: OfReceipt,
  more: Partial<Pick<Commit, 'dossiers' | 'sequences' | 'records'>>,
): Outcome<Attempt<ReceiptRecord>> =>
  done({
    result: receipt.after,
    commit: {
      ...more,
      records: [...movementWrites(movement, receipt), ...(more.records ?? [])],
    },
  });
