import { loadVisible } from '#application/deciding.ts';
import { everyListed } from '#application/every-listed.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Dossier, FeesTaken } from '#domain/dossier/dossier.ts';
import { openPayment, type PaymentRequest } from '#domain/dossier/payment.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { nothing, type Purses, plus } from '#domain/money/purses.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import { leftOf } from '#functions/money/domain/cash-book.ts';
import type { ReceiptRecord } from '#functions/money/domain/records.ts';
import { receiptKind } from '#functions/money/records.ts';
import type { DossierIndex, UnitOfWork } from '#ports/unit-of-work.ts';

export interface DossierMoney {
  /** As stated when the dossier was registered, and what the department asked for since. */
  readonly due: FeesTaken;
  /** What of it is not paid yet; never below nothing. */
  readonly outstanding: FeesTaken;
  readonly paid: Purses;
  readonly refunded: Purses;
  readonly receipts: readonly ReceiptRecord[];
}

/** What a dossier owes, what was paid for it and given back, each purse apart. */
export const makeReadMoney =
  ({ ledger, index }: { readonly ledger: UnitOfWork; readonly index: DossierIndex }) =>
  async (actor: Staff, dossierId: DossierId): Promise<Outcome<DossierMoney>> => {
    const found = await loadVisible(ledger, actor, dossierId);
    if (!found.ok) return found;
    const items = await everyListed((page) => index.listed(receiptKind, dossierId, page));
    const all = await Promise.all(items.map((id) => ledger.record(receiptKind, id)));
    const receipts = all.filter((receipt) => receipt !== undefined);
    const paid = receipts.map(leftOf).reduce(plus, nothing);
    const due = dueOf(found.value.dossier);
    return done({
      due,
      outstanding: {
        stateFeesVnd: Math.max(0, due.stateFeesVnd - paid.charge - paid.fee),
        postageVnd: Math.max(0, due.postageVnd - paid.postage),
      },
      paid,
      refunded: receipts.map(({ refunded }) => refunded).reduce(plus, nothing),
      receipts,
    });
  };

/** Only what the counter takes: not what goes to the treasury, nor what was cancelled. */
const dueOf = (dossier: Dossier): FeesTaken => {
  const { fees, payments = [] } = dossier;
  const open = openPayment(dossier);
  const isCounters = (asked: PaymentRequest): boolean =>
    asked.end?.how === 'received' || (asked === open && asked.ways.includes('counter'));
  const asked = payments.filter(isCounters).reduce((sum, { amountVnd }) => sum + amountVnd, 0);
  return { ...fees, stateFeesVnd: fees.stateFeesVnd + asked };
};
