import type { ReceiptId } from '#domain/identifiers/record-ids.ts';
import { parseCashPurses } from '#domain/money/cash.ts';
import { covers, isNothing, type Purses, plus } from '#domain/money/purses.ts';
import { done, type Outcome, type Refused, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { correctReceipt } from '#functions/money/domain/correct-receipt.ts';
import { owedAtDoor } from '#functions/money/domain/door-money.ts';
import type { GiveBack } from '#functions/money/domain/give-back.ts';
import type { ReceiptRecord } from '#functions/money/domain/records.ts';
import { doorMoneyKind, receiptKind, safeKind, shiftKind } from '#functions/money/records.ts';
import type { Ids } from '#ports/ids.ts';
import { recordWrite } from '#ports/records.ts';
import type { DossierIndex, UnitOfWork } from '#ports/unit-of-work.ts';
import { type Moved, takingUndone } from './move-back.ts';
import { nextNumber } from './next-number.ts';
import { wantReceipts } from './want-receipts.ts';
import { safeOf } from './work-shift.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly index: DossierIndex;
  readonly ids: Ids;
}

/** Sửa biên lai where its money lies now: in the drawer that took it, or in the safe after the close. */
export const correcting = async (
  deps: Deps,
  { purses: right }: GiveBack,
  kept: ReceiptRecord,
  now: Instant,
): Promise<Outcome<Moved>> => {
  const { ledger } = deps;
  const refused = await unlikely(ledger, kept, right);
  if (refused) return refused;
  const shift = await ledger.record(shiftKind, kept.shift);
  if (!shift) return refuse({ code: 'shift-unknown' });
  const { kept: keptSafe, safe } = await safeOf(ledger, kept.office);
  const { number, step } = await nextNumber(ledger, 'BL', kept.office, now);
  const corrected = correctReceipt({ receipt: kept, shift, safe }, right, number);
  if (!corrected.ok) return corrected;
  const { receipt, replacement, shift: after, safe: safeAfter } = corrected.value;
  const standing = replacement && { ...replacement, id: deps.ids.next(now) as ReceiptId };
  return done({
    records: [
      recordWrite(receiptKind, kept, receipt),
      ...(standing ? [recordWrite(receiptKind, undefined, standing)] : []),
      recordWrite(shiftKind, shift, after),
      ...(safeAfter ? [recordWrite(safeKind, keptSafe, safeAfter)] : []),
      ...(await takingUndone(deps, kept, right, standing?.number)),
      ...(await wantReceipts(ledger, [receipt, ...(standing ? [standing] : [])], now)),
    ],
    sequences: standing ? [step] : [],
    ...(standing && { replacement: standing.number }),
  });
};

/** A right sum that notes cannot make up, or of a door's money more than was collected there. */
const unlikely = async (
  ledger: UnitOfWork,
  { shipment, taken }: ReceiptRecord,
  right: Purses,
): Promise<Refused | undefined> => {
  const parsed = isNothing(right) ? done(right) : parseCashPurses(right);
  if (!parsed.ok) return parsed;
  const door = shipment && (await ledger.record(doorMoneyKind, shipment));
  return door && !covers(plus(owedAtDoor(door), taken), right)
    ? refuse({ code: 'hand-in-too-large' })
    : undefined;
};
