import { isDepartment, isPost, type Staff } from '#domain/actor/actor.ts';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
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
