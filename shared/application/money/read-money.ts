import { loadVisible } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { FeesTaken } from '#domain/dossier/dossier.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { minus, nothing, type Purses, plus } from '#domain/money/purses.ts';
import type { ReceiptRecord } from '#domain/money/records.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import type { DossierIndex, DossierLedger } from '#ports/dossier-ledger.ts';

export interface DossierMoney {
  /** As stated when the dossier was registered. */
  readonly due: FeesTaken;
  readonly paid: Purses;
  readonly refunded: Purses;
  readonly receipts: readonly ReceiptRecord[];
}

/** What a dossier owes, what was paid for it and given back, each purse apart. */
export const makeReadMoney =
  ({ ledger, index }: { readonly ledger: DossierLedger; readonly index: DossierIndex }) =>
  async (actor: Staff, dossierId: DossierId): Promise<Outcome<DossierMoney>> => {
    const found = await loadVisible(ledger, actor, dossierId);
    if (!found.ok) return found;
    const { items } = await index.listed('receipt', dossierId, { limit: 100 });
    const all = await Promise.all(items.map((id) => ledger.record('receipt', id)));
    const receipts = all.filter((receipt) => receipt !== undefined);
    const valid = receipts.filter(({ isReversed }) => !isReversed);
    const sum = (of: (receipt: ReceiptRecord) => Purses) =>
      valid.reduce((total, receipt) => plus(total, of(receipt)), nothing);
    return done({
      due: found.value.dossier.fees,
      paid: sum(({ taken, refunded }) => minus(taken, refunded)),
      refunded: sum(({ refunded }) => refunded),
      receipts,
    });
  };
