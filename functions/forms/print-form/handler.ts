import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import type { BlockId } from '#domain/identifiers/temporary-number.ts';
import { type Outcome, refuse } from '#domain/refusal.ts';
import type { Handlers } from '#edge/call.ts';
import type { makePrintCoverSheets } from '#functions/forms/application/print-cover-sheets.ts';
import { isCaseForm, type makePrintForms } from '#functions/forms/application/print-forms.ts';
import type {
  makePrintLabel,
  makePrintParcelLabel,
} from '#functions/forms/application/print-label.ts';
import type { makePrintReceipt } from '#functions/forms/application/print-receipt.ts';
import type { makePrintSlips } from '#functions/forms/application/print-slips.ts';
import type { makePrintTrackingBook } from '#functions/forms/application/print-tracking-book.ts';
import type { makePrintVoucher } from '#functions/forms/application/print-voucher.ts';
import type { contract } from './contract.ts';

interface Forms {
  readonly receipt: ReturnType<typeof makePrintReceipt>;
  readonly label: ReturnType<typeof makePrintLabel>;
  readonly forms: ReturnType<typeof makePrintForms>;
  readonly coverSheets: ReturnType<typeof makePrintCoverSheets>;
  readonly trackingBook: ReturnType<typeof makePrintTrackingBook>;
  readonly voucher: ReturnType<typeof makePrintVoucher>;
  readonly slips: ReturnType<typeof makePrintSlips>;
  readonly parcelLabel: ReturnType<typeof makePrintParcelLabel>;
}

export const makeHandlers = ({
  receipt,
  label,
  parcelLabel,
  coverSheets,
  trackingBook,
  voucher,
  forms,
  slips,
}: Forms): Handlers<typeof contract> => ({
  printForm: async ({ actor, params, query }) => {
    const dossierId = params.dossierId as DossierId;
    switch (params.form) {
      case 'receipt.pdf':
        return pdf(
          await receipt({ actor, dossierId, reprint: query.reprint }),
          `giay-tiep-nhan-${dossierId}.pdf`,
        );
      case 'label.pdf':
        return pdf(await label({ actor, dossierId }), `nhan-buu-gui-${dossierId}.pdf`);
      default:
        return isCaseForm(params.form)
          ? pdf(
              await forms.ofDossier({ actor, dossierId, name: params.form, ...query }),
              params.form,
            )
          : refuse({ code: 'form-unknown' });
    }
  },
  printCoverSheets: async ({ actor, params, query: { pages, reprint } }) => {
    const dossierId = params.dossierId as DossierId;
    return pdf(
      await coverSheets({ actor, dossierId, counted: pages, reprint }),
      `to-phan-trang-${dossierId}.pdf`,
    );
  },
  printTrackingBook: async ({ actor, query: { office, ...book } }) =>
    pdf(
      await trackingBook({ actor, asked: office, ...book }),
      `so-theo-doi-${book.day}-${book.part}.pdf`,
    ),
  printVoucher: async ({ actor, params: { receiptNumber: number }, query }) =>
    pdf(await voucher({ actor, number, ...query }), `bien-lai-${number}.pdf`),
  printPouchRecord: async ({ actor, params, query }) => {
    const pouchId = params.pouchId as PouchId;
    return pdf(
      await forms.ofPouch({ actor, pouchId, ...query }),
      `bien-ban-giao-nhan-${pouchId}.pdf`,
    );
  },
  printSlips: async ({ actor, params: { block }, query }) =>
    pdf(await slips(actor, block as BlockId, query.reprint), `phieu-tam-${block}.pdf`),
  printParcelLabel: async ({ actor, params: { shipmentId } }) =>
    pdf(await parcelLabel(actor, shipmentId as ShipmentId), `nhan-buu-gui-${shipmentId}.pdf`),
});

const pdf = (printed: Outcome<Uint8Array>, fileName: string) =>
  printed.ok ? ({ status: 200, pdf: printed.value, fileName } as const) : printed;
