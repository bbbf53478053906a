import { type Deciding, decideOnce } from '#application/deciding.ts';
import { done } from '#domain/refusal.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import {
  actKey,
  type ElectronicReceipt,
  told,
  untold,
} from '#functions/money/domain/electronic-receipt.ts';
import type { ReceiptIssuer } from '#functions/money/ports/receipt-issuer.ts';
import { electronicReceiptKind } from '#functions/money/records.ts';
import { recordWrite } from '#ports/records.ts';
import type { DossierIndex } from '#ports/unit-of-work.ts';

interface Deps extends Deciding {
  readonly index: DossierIndex;
  readonly issuer: ReceiptIssuer;
}

/** So many phiếu thu in one message and one write. */
const atOnce = 50;

/**
 * Dữ liệu biên lai to the tax office, the day it arises: whatever was issued, replaced or cancelled and not told
 * yet. Told twice it is one line there, so that a lost answer costs nothing.
 */
export const makeTellTaxOffice =
  (deps: Deps) => async (): Promise<{ readonly told: number; readonly left: boolean }> => {
    let sent = 0;
    for (;;) {
      const { items } = await deps.index.listedSecond(electronicReceiptKind, 'untold', {
        limit: atOnce,
      });
      const found = await Promise.all(
        items.map((id) => deps.ledger.record(electronicReceiptKind, id)),
      );
      const receipts = found.filter((each) => each !== undefined);
      const acts = receipts.flatMap(untold);
      if (acts.length === 0) return { told: sent, left: false };
      const answer = await deps.issuer.tell(dayOf(deps.clock.now()), acts);
      if (answer.outcome !== 'done') return { told: sent, left: true };
      await markTold(deps, receipts, new Set(acts.map(actKey)));
      sent += acts.length;
    }
  };

const markTold = async (
  deps: Deciding,
  receipts: readonly ElectronicReceipt[],
  keys: ReadonlySet<string>,
): Promise<void> => {
  for (const { id } of receipts) {
    const marked = await decideOnce<undefined>(deps, undefined, async (now) => {
      const before = await deps.ledger.record(electronicReceiptKind, id);
      const records = before
        ? [recordWrite(electronicReceiptKind, before, told(before, keys, now))]
        : [];
      return done({ result: undefined, commit: { records } });
    });
    if (!marked.ok) throw new Error(marked.refusal.code);
  }
};
