import type { Instant } from '#domain/time/instant.ts';
import { wantReceipt } from '#functions/money/domain/electronic-receipt.ts';
import type { ReceiptRecord } from '#functions/money/domain/records.ts';
import { electronicReceiptKind } from '#functions/money/records.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

/**
 * What these phiếu thu want of the issuer from now on, in the write that makes them so: a biên lai is asked for,
 * replaced or cancelled exactly where money was taken, given back or corrected.
 */
export const wantReceipts = async (
  ledger: Pick<UnitOfWork, 'record'>,
  receipts: readonly ReceiptRecord[],
  now: Instant,
): Promise<readonly RecordWrite[]> => {
  const wanted = await Promise.all(
    receipts.map(async (receipt) => {
      const before = await ledger.record(electronicReceiptKind, receipt.id);
      const after = wantReceipt(before, receipt, now);
      return after && recordWrite(electronicReceiptKind, before, after);
    }),
  );
  return wanted.filter((write) => write !== undefined);
};
