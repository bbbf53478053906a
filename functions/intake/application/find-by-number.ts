import { loadVisible } from '#application/authority.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { receiptNumberIn } from '#domain/identifiers/receipt-number.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { receiptKind } from '#functions/money/records.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

/**
 * The dossier of a number that was typed or scanned, in its normal form: mã hồ sơ, temporary number, phiếu gửi,
 * waybill, or the number of a phiếu thu. Whoever may not see the dossier finds nothing.
 */
export const makeFindByNumber =
  ({ ledger }: { readonly ledger: UnitOfWork }) =>
  async (actor: Staff, number: string): Promise<Outcome<Dossier>> => {
    const id = (await ledger.findByCode(number)) ?? (await ofReceipt(ledger, number));
    if (!id) return refuse({ code: 'dossier-unknown' });
    const found = await loadVisible(ledger, actor, id);
    return found.ok ? done(found.value.dossier) : found;
  };

/** Số phiếu thu: what a citizen has in hand who has lost everything else. */
const ofReceipt = async (ledger: UnitOfWork, number: string): Promise<DossierId | undefined> => {
  const printed = receiptNumberIn(number);
  const id = printed && (await ledger.findRecord(receiptKind, printed));
  const receipt = id && (await ledger.record(receiptKind, id));
  return receipt ? (receipt.dossierId as DossierId) : undefined;
};
