import { type Attempt, type Deciding, decideOnce } from '#application/deciding.ts';
import { isPost } from '#domain/actor/actor.ts';
import { actorName } from '#domain/dossier/record.ts';
import type { PickUpId, ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { refusedHandOver } from '#domain/shipment/take-back.ts';
import type { Instant } from '#domain/time/instant.ts';
import { moneyAtCounter } from '#functions/money/domain/door-money.ts';
import { doorMoneyKind } from '#functions/money/records.ts';
import {
  entitledToOrder,
  pickUpOrder,
  type ReturnOrder,
} from '#functions/returns/domain/return-order.ts';
import { isAtCounter, namedBack } from '#functions/returns/domain/shipment.ts';
import { pickUpKind, returnOrderKind, shipmentKind } from '#functions/returns/records.ts';
import type { Ids } from '#ports/ids.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { Seals } from '#ports/seals.ts';
import { type AtTheCounter, collected, handedTo, pickUpRecord } from './hand-over.ts';
import { orderChange } from './order-change.ts';
import { orderPapersAtCounter } from './order-papers.ts';

export interface PickUpOrder extends AtTheCounter {
  readonly returnOrderId: ReturnOrderId;
}

export interface OrderPickedUp {
  readonly pickUpId: PickUpId;
  readonly state: ReturnOrder['state'];
  readonly proofSha256: string;
}

interface Deps extends Deciding {
  readonly ids: Ids;
  readonly seals: Pick<Seals, 'sha256'>;
}

/**
 * Trả kết quả tại quầy of a return order: to the recipient, or to whom the order says the recipient has
 * authorised (QĐ 45/2016 art. 10). What was to be collected at the door, the clerk now owes the drawer.
 */
export const makePickUpOrder = (deps: Deps) => (request: PickUpOrder) =>
  decideOnce<OrderPickedUp>(deps, request.idempotency, (now) => handOver(deps, request, now));

const handOver = async (
  { ledger, ids, seals }: Deps,
  request: PickUpOrder,
  now: Instant,
): Promise<Outcome<Attempt<OrderPickedUp>>> => {
  const { actor, returnOrderId } = request;
  const order = await ledger.record(returnOrderKind, returnOrderId);
  if (!order || !isPost(actor) || actor.office !== order.office)
    return refuse({ code: 'return-order-unknown' });
  const last = order.shipments.at(-1);
  const shipment = last && (await ledger.record(shipmentKind, last));
  const of = { returnOrder: returnOrderId };
  const to = handedTo(entitledToOrder(order), request);
  if (!to.ok) return to;
  const handed = { id: ids.next(now) as PickUpId, now, receivedAs: to.value };
  const record = pickUpRecord(request, of, handed);
  const after = pickUpOrder(order, record.id, isAtCounter(shipment), now);
  if (!after.ok) return after;
  const unsaid = refusedHandOver(namedBack(order.takeBack), request.takeBack, false);
  if (unsaid) return unsaid;
  const money = moneyAtCounter(order, shipment, { debtor: actorName(actor), now });
  const records: readonly RecordWrite[] = [
    ...orderChange(order, after.value, { waybill: shipment?.waybill ?? '', now }),
    recordWrite(pickUpKind, undefined, record),
    ...collected(shipment, record.id),
    ...(await orderPapersAtCounter(ledger, order, request.takeBack, now)),
    ...(money ? [recordWrite(doorMoneyKind, undefined, money)] : []),
  ];
  const proofSha256 = seals.sha256(JSON.stringify(record));
  return done({
    result: { pickUpId: record.id, state: after.value.state, proofSha256 },
    commit: { records },
  });
};
