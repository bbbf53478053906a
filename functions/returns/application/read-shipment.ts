import { isDepartment, isPost, type Staff } from '#domain/actor/actor.ts';
import { receiptNumberIn } from '#domain/identifiers/receipt-number.ts';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { normalisePaperNumber } from '#domain/identifiers/temporary-number.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { receiptKind } from '#functions/money/records.ts';
import type { OrderTakeBack } from '#functions/returns/domain/order-take-back.ts';
import type { ReturnOrder } from '#functions/returns/domain/return-order.ts';
import type { Shipment } from '#functions/returns/domain/shipment.ts';
import { orderTakeBackKind, returnOrderKind, shipmentKind } from '#functions/returns/records.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

export interface ReadingDeps {
  readonly ledger: UnitOfWork;
}

/** A shipment is the business of the post office that sends it; to others it does not exist. */
export const makeReadShipment =
  (deps: ReadingDeps) =>
  async (actor: Staff, id: ShipmentId): Promise<Outcome<Shipment>> => {
    const shipment = await deps.ledger.record(shipmentKind, id);
    if (!shipment || !isPost(actor) || shipment.office !== actor.office)
      return refuse({ code: 'shipment-unknown' });
    return done(shipment);
  };

export interface ReadReturnOrder extends ReturnOrder {
  /** What became of the old papers; absent until the result has changed hands. */
  readonly oldPapers?: OrderTakeBack;
}

/** A return order is seen by the post office that brings it and the agency that gave it. */
export const makeReadReturnOrder =
  (deps: ReadingDeps) =>
  async (actor: Staff, id: ReturnOrderId): Promise<Outcome<ReadReturnOrder>> => {
    const order = await deps.ledger.record(returnOrderKind, id);
    const mine =
      order &&
      ((isPost(actor) && actor.office === order.office) ||
        (isDepartment(actor) && actor.agency === order.agency));
    if (!mine) return refuse({ code: 'return-order-unknown' });
    const oldPapers = await deps.ledger.record(orderTakeBackKind, id);
    return done({ ...order, ...(oldPapers && { oldPapers }) });
  };

interface FindingDeps extends ReadingDeps {
  /** Every agency that may order a return. */
  readonly agencies: readonly string[];
}

/**
 * Tra theo số: a return order by whatever its citizen has in hand: the other system's mã hồ sơ, the waybill of a
 * parcel, or a phiếu thu of the money at the door. Whoever may not see the order finds nothing.
 */
export const makeFindReturnOrder = (deps: FindingDeps) => {
  const read = makeReadReturnOrder(deps);
  return async (actor: Staff, number: string): Promise<Outcome<ReadReturnOrder>> => {
    // Another system's code may hold letters that are digits in ours.
    const typed = [...new Set([number.trim().toUpperCase(), normalisePaperNumber(number)])];
    const ids = await Promise.all(
      typed.flatMap((each) => [
        ofWaybill(deps, each),
        ofVoucher(deps, each),
        ofCode(deps, actor, each),
      ]),
    );
    for (const id of ids.flat()) {
      const found = await read(actor, id);
      if (found.ok) return found;
    }
    return refuse({ code: 'return-order-unknown' });
  };
};

const ofWaybill = async (
  { ledger }: ReadingDeps,
  waybill: string,
): Promise<readonly ReturnOrderId[]> => {
  const id = await ledger.findRecord(shipmentKind, waybill);
  const shipment = id === undefined ? undefined : await ledger.record(shipmentKind, id);
  return shipment?.returnOrder ? [shipment.returnOrder] : [];
};

/** Money collected with an order is kept under the order's own id. */
const ofVoucher = async (
  { ledger }: ReadingDeps,
  number: string,
): Promise<readonly ReturnOrderId[]> => {
  const printed = receiptNumberIn(number);
  const id = printed === undefined ? undefined : await ledger.findRecord(receiptKind, printed);
  const receipt = id === undefined ? undefined : await ledger.record(receiptKind, id);
  return receipt ? [receipt.dossierId as ReturnOrderId] : [];
};

/** Two agencies may have given the same code: a department asks for its own, a counter for all. */
const ofCode = async (
  { ledger, agencies }: FindingDeps,
  actor: Staff,
  code: string,
): Promise<readonly ReturnOrderId[]> => {
  const asked = isDepartment(actor) ? [actor.agency ?? ''] : agencies;
  const found = await Promise.all(
    asked.map((agency) => ledger.findRecord(returnOrderKind, `${agency}#${code}`)),
  );
  return found.filter((id) => id !== undefined) as readonly string[] as readonly ReturnOrderId[];
};
