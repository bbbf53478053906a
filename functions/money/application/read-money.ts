import { loadVisible } from '#application/authority.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { FeesTaken } from '#domain/dossier/dossier.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { nothing, type Purses, plus } from '#domain/money/purses.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { leftOf } from '#functions/money/domain/cash-book.ts';
import { dueOf, lateSince, outstandingOf } from '#functions/money/domain/dues.ts';
import type { ElectronicReceipt } from '#functions/money/domain/electronic-receipt.ts';
import type { ReceiptRecord } from '#functions/money/domain/records.ts';
import { electronicReceiptKind } from '#functions/money/records.ts';
import type { Clock } from '#ports/clock.ts';
import type { DossierIndex, UnitOfWork } from '#ports/unit-of-work.ts';
import { receiptsOf, takenOf } from './dossier-account.ts';

export interface DossierMoney {
  /** As stated when the dossier was registered, and what the department asked for since. */
  readonly due: FeesTaken;
  /** What of it is not paid yet; never below nothing. */
  readonly outstanding: FeesTaken;
  readonly paid: Purses;
  readonly refunded: Purses;
  readonly receipts: readonly ReceiptRecord[];
  /** Postage that goes back because the papers came late; what of it is still to be given back. */
  readonly lateRefund?: { readonly since: Instant; readonly postageVnd: number };
  /** By the phiếu thu's id. */
  readonly electronic: ReadonlyMap<string, ElectronicReceipt>;
}

const electronicOf = async (
  ledger: Pick<UnitOfWork, 'record'>,
  receipts: readonly ReceiptRecord[],
): Promise<DossierMoney['electronic']> => {
  const found = await Promise.all(
    receipts.map(({ id }) => ledger.record(electronicReceiptKind, id)),
  );
  return new Map(found.flatMap((each) => (each ? [[each.id, each] as const] : [])));
};

interface Deps {
  readonly ledger: UnitOfWork;
  readonly index: DossierIndex;
  readonly clock: Clock;
}

/** What a dossier owes, what was paid for it and given back, each purse apart. */
export const makeReadMoney =
  ({ ledger, index, clock }: Deps) =>
  async (actor: Staff, dossierId: DossierId): Promise<Outcome<DossierMoney>> => {
    const found = await loadVisible(ledger, actor, dossierId);
    if (!found.ok) return found;
    const receipts = await receiptsOf({ ledger, index }, dossierId);
    const paid = receipts.map(leftOf).reduce(plus, nothing);
    const due = dueOf(found.value.dossier);
    const since = lateSince(found.value.dossier, clock.now());
    return done({
      ...(since !== undefined && { lateRefund: { since, postageVnd: paid.postage } }),
      due,
      outstanding: outstandingOf(due, { taken: takenOf(receipts) }),
      paid,
      refunded: receipts.map(({ refunded }) => refunded).reduce(plus, nothing),
      receipts,
      electronic: await electronicOf(ledger, receipts),
    });
  };
