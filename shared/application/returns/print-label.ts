import type { makeReadDossier } from '#application/intake/read-dossier.ts';
import { isPost, type Staff } from '#domain/actor/actor.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { formatInstant } from '#domain/time/vietnam-time.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { DossierLedger } from '#ports/dossier-ledger.ts';
import type { FormPrinter } from '#ports/form-printer.ts';

export interface PrintLabel {
  readonly actor: Staff;
  readonly dossierId: DossierId;
}

interface Deps {
  readonly read: ReturnType<typeof makeReadDossier>;
  readonly ledger: DossierLedger;
  readonly catalogue: Catalogue;
  readonly printer: FormPrinter;
}

/** Nhãn bưu gửi, once the result has a waybill. It bears the citizen's address: for the post alone. */
export const makePrintLabel =
  ({ read, ledger, catalogue, printer }: Deps) =>
  async ({ actor, dossierId }: PrintLabel): Promise<Outcome<Uint8Array>> => {
    const found = await read({ actor, dossierId });
    if (!found.ok) return found;
    const { dossier } = found.value;
    if (!isPost(actor)) return refuse({ code: 'form-unknown' });
    const { delivery, department } = dossier;
    const shipment = delivery && (await ledger.record('shipment', delivery.shipment));
    if (!shipment) return refuse({ code: 'form-not-available', status: dossier.status });
    const label = await printer.dispatchLabel({
      carrier: shipment.carrier,
      waybill: shipment.waybill,
      sender: {
        agency: catalogue.agency(department?.agency ?? '')?.name ?? '',
        office: catalogue.office(shipment.office)?.name ?? shipment.office,
      },
      receiver: shipment.recipient,
      dossierCode: shipment.dossierCode,
      // Nothing is collected at the door yet: fees are taken at the counter.
      codVnd: 0,
      dispatchedAt: formatInstant(shipment.createdAt),
      printedFor: shipment.createdAt,
    });
    return done(label);
  };
