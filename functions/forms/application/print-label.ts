import type { makeReadDossier } from '#application/read-dossier.ts';
import { isPost, type Staff } from '#domain/actor/actor.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { formatInstant } from '#domain/time/vietnam-time.ts';
import type { Shipment } from '#functions/returns/domain/shipment.ts';
import { shipmentKind } from '#functions/returns/records.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { DispatchLabelForm, FormPrinter } from '#ports/form-printer.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

export interface PrintLabel {
  readonly actor: Staff;
  readonly dossierId: DossierId;
}

interface Deps {
  readonly read: ReturnType<typeof makeReadDossier>;
  readonly ledger: UnitOfWork;
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
    const shipment = delivery && (await ledger.record(shipmentKind, delivery.shipment));
    if (!shipment) return refuse({ code: 'form-not-available', status: dossier.status });
    const agency = shipment.agency ?? department?.agency ?? '';
    return done(await printer.dispatchLabel(labelOf(catalogue, shipment, agency)));
  };

/** The label of any parcel of the office, whether a dossier or a return order is behind it. */
export const makePrintParcelLabel =
  ({
    readShipment,
    catalogue,
    printer,
  }: Pick<Deps, 'catalogue' | 'printer'> & {
    readonly readShipment: (actor: Staff, id: ShipmentId) => Promise<Outcome<Shipment>>;
  }) =>
  async (actor: Staff, id: ShipmentId): Promise<Outcome<Uint8Array>> => {
    const found = await readShipment(actor, id);
    if (!found.ok) return found;
    const { agency = '' } = found.value;
    return done(await printer.dispatchLabel(labelOf(catalogue, found.value, agency)));
  };

const labelOf = (catalogue: Catalogue, shipment: Shipment, agency: string): DispatchLabelForm => ({
  carrier: shipment.carrier,
  waybill: shipment.waybill,
  sender: {
    agency: catalogue.agency(agency)?.name ?? '',
    office: catalogue.office(shipment.office)?.name ?? shipment.office,
  },
  receiver: shipment.recipient,
  dossierCode: shipment.dossierCode,
  codVnd: shipment.collectOnDelivery?.codVnd ?? 0,
  stateFeesVnd: shipment.collectOnDelivery?.stateFeesVnd ?? 0,
  ...(shipment.takeBack?.length && { takeBack: shipment.takeBack }),
  dispatchedAt: formatInstant(shipment.createdAt),
  printedFor: shipment.createdAt,
});
