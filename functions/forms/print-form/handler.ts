import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import type { BlockId } from '#domain/identifiers/temporary-number.ts';
import { type Outcome, refuse } from '#domain/refusal.ts';
import type { Handlers } from '#edge/call.ts';
import type { makePreviewForm } from '#functions/forms/application/preview-form.ts';
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
import type { Printed } from '#functions/forms/application/printed.ts';
import { actIn } from './act-in.ts';
import type { contract } from './contract.ts';

interface Forms {
  readonly receipt: ReturnType<typeof makePrintReceipt>;
  readonly label: ReturnType<typeof makePrintLabel>;
  readonly forms: ReturnType<typeof makePrintForms>;
  readonly coverSheets: ReturnType<typeof makePrintCoverSheets>;
  readonly trackingBook: ReturnType<typeof makePrintTrackingBook>;
  readonly voucher: ReturnType<typeof makePrintVoucher>;
  readonly slips: ReturnType<typeof makePrintSlips>;
  readonly preview: ReturnType<typeof makePreviewForm>;
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
  preview,
}: Forms): Handlers<typeof contract> => ({
  printForm: printForm({ receipt, label, forms }),
  previewForm: async ({ actor, params, body }) => {
    const dossierId = params.dossierId as DossierId;
    return pdf(await preview({ actor, dossierId }, actIn(body)), `xem-truoc-${body.form}.pdf`);
  },
  printCoverSheets: async ({ actor, params: { dossierId }, query: { pages: counted, ...query } }) =>
    pdf(
      await coverSheets({ actor, dossierId: dossierId as DossierId, counted, ...query }),
      `to-phan-trang-${dossierId}.pdf`,
    ),
  printTrackingBook: async ({ actor, query: { office, ...book } }) =>
    pdfAbout(
      await trackingBook({ actor, asked: office, ...book }),
      `so-theo-doi-${book.day}-${book.part}.pdf`,
    ),
  printVoucher: async ({ actor, params: { receiptNumber: number }, query }) =>
    pdfAbout(await voucher({ actor, number, ...query }), `phieu-thu-${number}.pdf`),
  printPouchRecord: async ({ actor, params, query }) => {
    const pouchId = params.pouchId as PouchId;
    return pdfAbout(
      await forms.ofPouch({ actor, pouchId, ...query }),
      `bien-ban-giao-nhan-${pouchId}.pdf`,
    );
  },
  printSlips: async ({ actor, params: { block }, query }) =>
    pdf(await slips({ actor, block: block as BlockId, ...query }), `phieu-tam-${block}.pdf`),
  printParcelLabel: async ({ actor, params: { shipmentId }, query }) =>
    pdfAbout(
      await parcelLabel({ actor, shipmentId: shipmentId as ShipmentId, ...query }),
      `nhan-buu-gui-${shipmentId}.pdf`,
    ),
});

const printForm =
  ({
    receipt,
    label,
    forms,
  }: Pick<Forms, 'receipt' | 'label' | 'forms'>): Handlers<typeof contract>['printForm'] =>
  async ({ actor, params, query }) => {
    const dossierId = params.dossierId as DossierId;
    const { form } = params;
    const asked = { actor, dossierId, ...query };
    if (form === 'receipt.pdf') return pdf(await receipt(asked), `giay-tiep-nhan-${dossierId}.pdf`);
    if (form === 'label.pdf') return pdf(await label(asked), `nhan-buu-gui-${dossierId}.pdf`);
    return isCaseForm(form)
      ? pdf(await forms.ofDossier({ ...asked, name: form }), form)
      : refuse({ code: 'form-unknown' });
  };

const pdfAbout = (printed: Outcome<Printed>, fileName: string) =>
  printed.ok ? ({ status: 200, ...printed.value, fileName } as const) : printed;

const pdf = (printed: Outcome<Uint8Array>, fileName: string) =>
  printed.ok ? ({ status: 200, pdf: printed.value, fileName } as const) : printed;
