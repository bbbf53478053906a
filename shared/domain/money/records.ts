import type { ReceiptId, ShiftId } from '#domain/identifiers/record-ids.ts';
import type { Instant } from '#domain/time/instant.ts';
import { balanceOf, type CashBook, type Receipt } from './cash-book.ts';
import { minus, nothing, type Purses, plus } from './purses.ts';
import type { Shift, ShiftBalance, ShiftMovement } from './shift.ts';

/** Ca thu ngân: one clerk's drawer, from opening to close. */
export interface ShiftRecord extends Shift {
  readonly id: ShiftId;
  readonly version: number;
  readonly office: string;
  readonly clerk: string;
  readonly openedAt: Instant;
  readonly closing?: {
    readonly at: Instant;
    readonly by: string;
    readonly balance: ShiftBalance;
    readonly explanation?: string;
    /** Balanced, or the second person's name under the difference. */
    readonly confirmedBy?: string;
  };
}

/** Biên lai as it is kept, with the shift that took it. */
export interface ReceiptRecord extends Receipt {
  readonly id: ReceiptId;
  readonly version: number;
  readonly office: string;
  readonly shift: ShiftId;
  readonly takenAt: Instant;
}

/** As many movements as a record holds well; the drawer is closed and opened again after that. */
export const movementsInShift = 1_000;

/** The list of a clerk's open drawers. */
export const openShiftsOf = (clerk: string): string => `open#${clerk}`;

export const isOpen = ({ closing }: ShiftRecord): boolean => closing === undefined;

/** What a shift's drawer holds of each purse, its float left out. */
export const drawerOf = ({ movements }: Shift): Purses =>
  movements.reduce((sum, { purses }) => plus(sum, purses), nothing);

/** The part of the office's book that one movement needs: this drawer and this receipt. */
export const bookOf = (shift: Shift, receipt?: Receipt): CashBook => ({
  balances: new Map([['drawer', drawerOf(shift)]]),
  receipts: new Map(receipt ? [[receipt.number, receipt]] : []),
});

/** The movement that leads from one book to the other, for the shift's own list. */
export const movementBetween = (
  before: CashBook,
  after: CashBook,
  receipt: string,
): ShiftMovement => ({
  receipt,
  purses: minus(balanceOf(after, 'drawer'), balanceOf(before, 'drawer')),
});
