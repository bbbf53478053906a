import type { makePrintReceipt } from '#application/intake/print-receipt.ts';
import type { makePrintLabel, makePrintParcelLabel } from '#application/returns/print-label.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { type Outcome, refuse } from '#domain/refusal.ts';
import type { Handlers, Reply } from '#edge/call.ts';
import type { contract } from './contract.ts';

interface Forms {
  readonly receipt: ReturnType<typeof makePrintReceipt>;
  readonly label: ReturnType<typeof makePrintLabel>;
  readonly parcelLabel: ReturnType<typeof makePrintParcelLabel>;
}

export const makeHandlers = ({
  receipt,
  label,
  parcelLabel,
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
        return refuse({ code: 'form-unknown' });
    }
  },
  printParcelLabel: async ({ actor, params: { shipmentId } }) =>
    pdf(await parcelLabel(actor, shipmentId as ShipmentId), `nhan-buu-gui-${shipmentId}.pdf`),
});

const pdf = (printed: Outcome<Uint8Array>, fileName: string): Reply =>
  printed.ok ? { status: 200, pdf: printed.value, fileName } : printed;
