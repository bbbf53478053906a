import type { Deciding } from '#application/deciding.ts';
import type { makeReadDossier } from '#application/read-dossier.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { electronicReceiptKind, receiptKind } from '#functions/money/records.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { FormPrinter } from '#ports/form-printer.ts';
import { countPrint, type PrintAsk } from './count-print.ts';
import type { Printed } from './printed.ts';
import { receiptVoucherForm } from './receipt-voucher-form.ts';

export interface PrintVoucher extends PrintAsk {
  /** Số phiếu thu. */
  readonly number: string;
}

interface Deps extends Deciding {
  readonly read: ReturnType<typeof makeReadDossier>;
  readonly catalogue: Catalogue;
  readonly printer: FormPrinter;
}

/** In phiếu thu: of the office's own takings. */
export const makePrintVoucher =
  (deps: Deps) =>
  async (ask: PrintVoucher): Promise<Outcome<Printed>> => {
    const { ledger, read, catalogue, printer } = deps;
    const { actor, number } = ask;
    const id = await ledger.findRecord(receiptKind, number);
    const receipt = id === undefined ? undefined : await ledger.record(receiptKind, id);
    if (!receipt || receipt.office !== actor.office) return refuse({ code: 'receipt-unknown' });
    const found = await read({ actor, dossierId: receipt.dossierId as DossierId });
    if (!found.ok) return found;
    const electronic = await ledger.record(electronicReceiptKind, receipt.id);
    return countPrint(deps, ask, { paper: 'voucher', about: [number] }, async (reprint) => {
      const form = receiptVoucherForm({ ...found.value, receipt, electronic, catalogue, reprint });
      return done({ pdf: await printer.officialForm(form), about: [receipt.dossierId] });
    });
  };
