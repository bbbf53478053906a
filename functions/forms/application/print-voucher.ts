import type { makeReadDossier } from '#application/read-dossier.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { receiptKind } from '#functions/money/records.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { FormPrinter } from '#ports/form-printer.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';
import { receiptVoucherForm } from './receipt-voucher-form.ts';

export interface PrintVoucher {
  readonly actor: Staff;
  /** Số biên lai. */
  readonly number: string;
  readonly reprint: number;
}

interface Deps {
  readonly ledger: UnitOfWork;
  readonly read: ReturnType<typeof makeReadDossier>;
  readonly catalogue: Catalogue;
  readonly printer: FormPrinter;
}

/** In biên lai: of the office's own takings. The reading is recorded. */
export const makePrintVoucher =
  ({ ledger, read, catalogue, printer }: Deps) =>
  async ({ actor, number, reprint }: PrintVoucher): Promise<Outcome<Uint8Array>> => {
    const id = await ledger.findRecord(receiptKind, number);
    const receipt = id === undefined ? undefined : await ledger.record(receiptKind, id);
    if (!receipt || receipt.office !== actor.office) return refuse({ code: 'receipt-unknown' });
    const found = await read({ actor, dossierId: receipt.dossierId as DossierId });
    if (!found.ok) return found;
    const form = receiptVoucherForm({ ...found.value, receipt, catalogue, reprint });
    return done(await printer.officialForm(form));
  };
