import { negated, nothing, type Purses, plus } from '#domain/money/purses.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { refund, reverse } from '#functions/money/domain/cash-book.ts';
import { withHandIn } from '#functions/money/domain/door-money.ts';
import type { GiveBack } from '#functions/money/domain/give-back.ts';
import { bookOf, type ReceiptRecord } from '#functions/money/domain/records.ts';
import { doorMoneyKind } from '#functions/money/records.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { DossierIndex, SequenceStep, UnitOfWork } from '#ports/unit-of-work.ts';
import { accountOf, accountWrite } from './dossier-account.ts';
import { drawerFor, movementWrites, receiptIn } from './drawer.ts';
import { wantReceipts } from './want-receipts.ts';

interface Reading {
  readonly ledger: UnitOfWork;
  readonly index: DossierIndex;
}

/** Everything that a confirmed one writes besides itself. */
export interface Moved {
  readonly records: readonly RecordWrite[];
  readonly sequences: readonly SequenceStep[];
  readonly replacement?: string;
}

/** Notes leave the open drawer of who asked. */
export const givingBack = async (
  deps: Reading,
  { kind, purses, reason, askedBy }: GiveBack,
  kept: ReceiptRecord,
  now: Instant,
): Promise<Outcome<Moved>> => {
  const shift = await drawerFor(deps.ledger, askedBy);
  if (!shift.ok) return shift;
  const { number } = kept;
  const before = bookOf({ shift: shift.value, receipts: [kept] });
  const booked =
    kind === 'refund'
      ? refund(before, { receipt: number, purses, reason })
      : reverse(before, number, reason);
  if (!booked.ok) return booked;
  const { refunded, isReversed } = receiptIn(booked.value, number);
  const after = { ...kept, version: kept.version + 1, refunded, isReversed };
  const movement = { shift: shift.value, before, booked: booked.value };
  // What was refunded is not owed again; what never was, is.
  const undone = isReversed ? await takingUndone(deps, kept, nothing) : [];
  return done({
    records: [
      ...movementWrites(movement, { before: kept, after }),
      ...undone,
      ...(await wantReceipts(deps.ledger, [after], now)),
    ],
    sequences: [],
  });
};

/** The dossier's account, and who collected at a door, as if the receipt had said `right`. */
export const takingUndone = async (
  deps: Reading,
  receipt: ReceiptRecord,
  right: Purses,
  replacement = receipt.number,
): Promise<readonly RecordWrite[]> => {
  const { dossierId, shipment, taken } = receipt;
  const account = accountWrite(await accountOf(deps, dossierId), plus(negated(taken), right));
  const door = shipment && (await deps.ledger.record(doorMoneyKind, shipment));
  if (!door) return [account];
  const after = withHandIn(door, replacement, plus(negated(taken), right));
  return [account, recordWrite(doorMoneyKind, door, after)];
};
