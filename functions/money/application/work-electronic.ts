import { type Deciding, decideOnce, type Idempotency } from '#application/deciding.ts';
import { recordsOn } from '#application/records-on.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { type ElectronicReceipt, wantAgain } from '#functions/money/domain/electronic-receipt.ts';
import { electronicReceiptKind, receiptKind } from '#functions/money/records.ts';
import { recordWrite } from '#ports/records.ts';
import type { DossierIndex, Page, PageAsk } from '#ports/unit-of-work.ts';

interface Deps extends Deciding {
  readonly index: DossierIndex;
}

/** Biên lai điện tử that wait for their issuer or were refused by it: supervisors see them and ask again. */
export const makeWorkElectronic = ({ ledger, clock, index }: Deps) => ({
  list: async (state: 'pending' | 'rejected', page: PageAsk): Promise<Page<ElectronicReceipt>> =>
    recordsOn(
      ledger,
      electronicReceiptKind,
      await index.listed(electronicReceiptKind, state, page),
    ),
  /** By the number of its phiếu thu. */
  retry: (request: {
    readonly idempotency: Idempotency | undefined;
    readonly number: string;
  }): Promise<Outcome<ElectronicReceipt>> =>
    decideOnce<ElectronicReceipt>({ ledger, clock }, request.idempotency, async (now) => {
      const id = await ledger.findRecord(receiptKind, request.number);
      const before = id === undefined ? undefined : await ledger.record(electronicReceiptKind, id);
      if (!before) return refuse({ code: 'electronic-receipt-unknown' });
      if (before.state !== 'rejected') return refuse({ code: 'electronic-receipt-not-rejected' });
      const after = wantAgain(before, now);
      const records = [recordWrite(electronicReceiptKind, before, after)];
      return done({ result: after, commit: { records } });
    }),
});
