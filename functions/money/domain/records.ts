import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { ReceiptId, RemittanceId, ShiftId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { isNothing, minus, nothing, type Purses } from '#domain/money/purses.ts';
import type { Instant } from '#domain/time/instant.ts';
import { type Account, balanceOf, type CashBook, leftOf, type Receipt } from './cash-book.ts';
import { type DoorMoney, owedAtDoor } from './door-money.ts';
import { drawerOf, type Shift, type ShiftBalance, type ShiftMovement } from './shift.ts';

/** Ca thu ngân: what went through one clerk's drawer, from opening to close. */
export interface ShiftRecord extends Shift {
  readonly id: ShiftId;
  readonly version: number;
  readonly office: string;
  readonly clerk: string;
  /** As the token named them when they opened it; drawers of before have none. */
  readonly clerkName?: string;
  readonly openedAt: Instant;
  readonly closing?: ShiftClosing;
}

export interface ShiftClosing {
  readonly at: Instant;
  readonly by: string;
  readonly balance: ShiftBalance;
  readonly explanation?: string;
  /** The clerk where it balances, another person where it does not: from then on the safe has the money. */
  readonly confirmedBy?: string;
  /** What corrections of its receipts have taken off the difference since, or put to it. */
  readonly correctedVnd?: number;
  /** The difference was paid in, or a surplus booked: by whom, and how much of it. */
  readonly settledBy?: string;
  /** Absent on what was settled before corrections were: the whole difference. */
  readonly settledVnd?: number;
}

/** A clerk's drawer: one, however many shifts it has seen. Its id is the clerk's. */
export interface Drawer {
  readonly id: string;
  readonly version: number;
  readonly shift?: ShiftId | undefined;
}

/** Két của bưu cục; its id is the office's. */
export interface Safe {
  readonly id: string;
  readonly version: number;
  /** Of confirmed shifts, not yet remitted. */
  readonly purses: Purses;
  /** Notes that no shift explains: below nothing, money is missing that drawers came up short of. */
  readonly differenceVnd: number;
  /** Notes that open shifts dropped. */
  readonly droppedVnd: number;
}

/** Biên lai as it is kept, with the shift that took it. */
export interface ReceiptRecord extends Receipt {
  readonly id: ReceiptId;
  readonly version: number;
  readonly office: string;
  readonly shift: ShiftId;
  readonly takenAt: Instant;
  /** Which of the dossier's requests for payment it met. */
  readonly paymentRequest?: number;
  /** Biên lai thay thế: the mistyped receipt that it stands for. */
  readonly replaces?: string;
  /** Why more was taken than the dossier owed. */
  readonly moreThanDue?: string;
  /** The parcel at whose delivery it was collected. */
  readonly shipment?: ShipmentId;
}

/** Bảng kê nộp phí, lệ phí: money under way from an office to an agency, and what the agency counted. */
export interface Remittance {
  readonly id: RemittanceId;
  readonly version: number;
  /** Gapless per office and day. */
  readonly number: string;
  readonly office: string;
  readonly agency: string;
  /** The pouch that it goes with. */
  readonly pouch?: PouchId;
  readonly lines: readonly RemittanceLine[];
  /** The agency's share of all lines. */
  readonly purses: Purses;
  /** The post's own postage of the same receipts, which stays. */
  readonly postageVnd: number;
  readonly sent: { readonly at: Instant; readonly by: string };
  /** Every count of the agency's; the last one stands. */
  readonly counts: readonly RemittanceCount[];
}

export interface RemittanceLine {
  readonly receipt: string;
  readonly dossierId: string;
  readonly purses: Purses;
}

export interface RemittanceCount {
  readonly at: Instant;
  readonly by: string;
  readonly purses: Purses;
}

/** `differs`: the agency counted something else than the list says, and both must look. */
export const remittanceStates = ['sent', 'differs', 'received'] as const;
export type RemittanceState = (typeof remittanceStates)[number];

export const remittanceState = ({ purses, counts }: Remittance): RemittanceState => {
  const counted = counts.at(-1);
  if (!counted) return 'sent';
  return isNothing(minus(counted.purses, purses)) ? 'received' : 'differs';
};

/** As many movements as a record holds well; the drawer is closed and opened again after that. */
export const movementsInShift = 1_000;

/** As many receipts as one write can mark. */
export const receiptsInRemittance = 80;

export const emptySafe = (office: string): Safe => ({
  id: office,
  version: 0,
  purses: nothing,
  differenceVnd: 0,
  droppedVnd: 0,
});

export const shiftStates = ['open', 'unconfirmed', 'confirmed'] as const;
export type ShiftState = (typeof shiftStates)[number];

/** Of the difference of a closed shift what nobody has settled; below nothing, money is missing. */
export const unsettledOf = ({ balance, correctedVnd = 0, ...closing }: ShiftClosing): number => {
  const { settledVnd = closing.settledBy === undefined ? 0 : balance.differenceVnd } = closing;
  return balance.differenceVnd + correctedVnd - settledVnd;
};

export const shiftState = ({ closing }: ShiftRecord): ShiftState => {
  if (!closing) return 'open';
  return closing.confirmedBy === undefined ? 'unconfirmed' : 'confirmed';
};

/** The part of the office's book that one movement needs. */
export const bookOf = ({
  shift,
  safe,
  door,
  receipts = [],
}: {
  readonly shift?: Shift;
  readonly safe?: Safe;
  readonly door?: DoorMoney | undefined;
  readonly receipts?: readonly Receipt[];
}): CashBook => ({
  balances: new Map<Account, Purses>([
    ['drawer', shift ? drawerOf(shift) : nothing],
    ['safe', safe?.purses ?? nothing],
    ...(door ? [[`door:${door.debtor}`, owedAtDoor(door)] as const] : []),
  ]),
  receipts: new Map(receipts.map((receipt) => [receipt.number, receipt])),
  looseInDrawerVnd: shift ? shift.floatVnd - shift.droppedVnd : 0,
  looseInSafeVnd: safe ? safe.differenceVnd + safe.droppedVnd : 0,
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

/** Whether there is money of this receipt that the agency does not have yet. */
export const isDue = (receipt: Receipt): boolean =>
  receipt.remittance === undefined && !isNothing(leftOf(receipt));
