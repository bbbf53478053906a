import { isDepartment, isPost, type Staff } from '#domain/actor/actor.ts';
import { actorName } from '#domain/dossier/record.ts';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { OrderTakeBack } from '#functions/returns/domain/order-take-back.ts';
import type { ReturnOrder } from '#functions/returns/domain/return-order.ts';
import type { Shipment } from '#functions/returns/domain/shipment.ts';
import { orderTakeBackKind, returnOrderKind, shipmentKind } from '#functions/returns/records.ts';
import type { Clock } from '#ports/clock.ts';
import type { Ids } from '#ports/ids.ts';
import type { AccessLog, UnitOfWork } from '#ports/unit-of-work.ts';

export interface ReadingDeps {
  readonly ledger: UnitOfWork;
  readonly access: AccessLog;
  readonly clock: Clock;
  readonly ids: Ids;
}

type What = Parameters<AccessLog['record']>[0]['what'];

/** The reader's name is kept before anything is shown: parcels and orders bear people's addresses. */
const noted = async (
  { access, clock, ids }: ReadingDeps,
  actor: Staff,
  { dossierId, what }: Pick<Parameters<AccessLog['record']>[0], 'dossierId' | 'what'>,
): Promise<void> => {
  const at = clock.now();
  await access.record({ dossierId, actor: actorName(actor), what, at, id: ids.next(at) });
};

/** A shipment is the business of the post office that sends it; to others it does not exist. */
export const makeReadShipment =
  (deps: ReadingDeps, what: What = 'shipment') =>
  async (actor: Staff, id: ShipmentId): Promise<Outcome<Shipment>> => {
    const shipment = await deps.ledger.record(shipmentKind, id);
    if (!shipment || !isPost(actor) || shipment.office !== actor.office)
      return refuse({ code: 'shipment-unknown' });
    const dossierId = shipment.dossierId ?? shipment.returnOrder ?? shipment.id;
    await noted(deps, actor, { dossierId, what });
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
    await noted(deps, actor, { dossierId: order.id, what: 'return-order' });
    const oldPapers = await deps.ledger.record(orderTakeBackKind, id);
    return done({ ...order, ...(oldPapers && { oldPapers }) });
  };
