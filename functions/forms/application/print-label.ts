import type { Deciding } from '#application/deciding.ts';
import type { makeReadDossier } from '#application/read-dossier.ts';
import { isPost, type Staff } from '#domain/actor/actor.ts';
import type { DeliveryWish } from '#domain/dossier/chosen-delivery.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { formatDay, formatInstant } from '#domain/time/vietnam-time.ts';
import { aboutShipment, type Shipment } from '#functions/returns/domain/shipment.ts';
import { shipmentKind } from '#functions/returns/records.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { DispatchLabelForm, FormPrinter } from '#ports/form-printer.ts';
import { countPrint, type PrintAsk } from './count-print.ts';
import type { Printed } from './printed.ts';

export interface PrintLabel extends PrintAsk {
  readonly dossierId: DossierId;
}

interface Deps extends Deciding {
  readonly read: ReturnType<typeof makeReadDossier>;
  readonly catalogue: Catalogue;
  readonly printer: FormPrinter;
}

/** Nhãn bưu gửi, once the result has a waybill. It bears the citizen's address: for the post alone. */
export const makePrintLabel =
  (deps: Deps) =>
  async (ask: PrintLabel): Promise<Outcome<Uint8Array>> => {
    const { read, ledger, catalogue, printer } = deps;
    const { actor, dossierId } = ask;
    const found = await read({ actor, dossierId });
    if (!found.ok) return found;
    const { dossier } = found.value;
    if (!isPost(actor)) return refuse({ code: 'form-unknown' });
    const { delivery, department } = dossier;
    const shipment = delivery && (await ledger.record(shipmentKind, delivery.shipment));
    if (!shipment) return refuse({ code: 'form-not-available', state: dossier.status });
    const agency = shipment.agency ?? department?.agency ?? '';
    const form = labelOf(catalogue, shipment, agency);
    return countPrint(deps, ask, labelPaper(shipment), async (reprint) =>
      done(await printer.dispatchLabel({ ...form, reprint })),
    );
  };

/** The label of any parcel of the office, whether a dossier or a return order is behind it. */
export const makePrintParcelLabel =
  (
    deps: Omit<Deps, 'read'> & {
      readonly readShipment: (actor: Staff, id: ShipmentId) => Promise<Outcome<Shipment>>;
    },
  ) =>
  async (ask: PrintAsk & { readonly shipmentId: ShipmentId }): Promise<Outcome<Printed>> => {
    const { readShipment, catalogue, printer } = deps;
    const found = await readShipment(ask.actor, ask.shipmentId);
    if (!found.ok) return found;
    const { agency = '' } = found.value;
    const form = labelOf(catalogue, found.value, agency);
    return countPrint(deps, ask, labelPaper(found.value), async (reprint) => {
      const pdf = await printer.dispatchLabel({ ...form, reprint });
      return done({ pdf, about: aboutShipment(found.value) });
    });
  };

/** One parcel, one label, by whichever way it is asked for. */
const labelPaper = ({ id }: Shipment) => ({ paper: 'label', about: [id] });

const parts = { morning: ', buổi sáng', afternoon: ', buổi chiều' } as const;

const wished = ({ day, part }: DeliveryWish): string =>
  `${formatDay(day)}${part ? parts[part] : ''}`;

const labelOf = (
  catalogue: Catalogue,
  shipment: Shipment,
  agency: string,
): Omit<DispatchLabelForm, 'reprint'> => ({
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
  ...(shipment.wish && { wish: wished(shipment.wish) }),
  ...(shipment.takeBack?.length && { takeBack: shipment.takeBack }),
  dispatchedAt: formatInstant(shipment.createdAt),
  printedFor: shipment.createdAt,
});
