import {
  type Attempt,
  type Deciding,
  decideOnce,
  type Idempotency,
} from '#application/deciding.ts';
import { nextWaybill, parcelPool } from '#application/lease-waybill.ts';
import { isPost, type Staff } from '#domain/actor/actor.ts';
import { actorName } from '#domain/dossier/record.ts';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { uncollectable } from '#functions/returns/domain/collection.ts';
import {
  type ReturnOrder,
  type ReturnOrderState,
  shipOrder,
} from '#functions/returns/domain/return-order.ts';
import type { Shipment } from '#functions/returns/domain/shipment.ts';
import { returnOrderKind, shipmentKind } from '#functions/returns/records.ts';
import type { Ids } from '#ports/ids.ts';
import type { Numbers } from '#ports/numbers.ts';
import type { OfficeFinder } from '#ports/office-finder.ts';
import { recordWrite } from '#ports/records.ts';
import type { DossierIndex, Page, PageAsk } from '#ports/unit-of-work.ts';
import type { WaybillPool } from '#ports/waybill-pool.ts';
import { parcelWith } from './create-shipment.ts';
import { orderChange } from './order-change.ts';

interface Deps extends Deciding {
  readonly ids: Ids;
  readonly numbers: Numbers;
  readonly pools: readonly WaybillPool[];
  readonly offices: OfficeFinder;
}

type Asked = Pick<
  ReturnOrder,
  'externalCode' | 'recipient' | 'authorised' | 'papers' | 'takeBack' | 'collectOnDelivery'
>;

export interface OrderReturn extends Asked {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  /** Absent: the office of the recipient's place. */
  readonly office?: string | undefined;
}

export interface ReturnOrdered {
  readonly returnOrderId: ReturnOrderId;
  readonly office: string;
}

/** The agency orders the way of a result to the citizen; a dossier has one order for ever. */
export const makeOrderReturn = (deps: Deps) => (request: OrderReturn) =>
  decideOnce<ReturnOrdered>(deps, request.idempotency, async (now) => {
    const { actor, idempotency: _, office: chosen, ...asked } = request;
    const { agency = '' } = actor;
    const odd = uncollectable(asked.collectOnDelivery);
    if (odd) return odd;
    const found = officeFor(deps.offices, chosen, asked.recipient.address, now);
    if (!found.ok) return found;
    const office = found.value;
    if (await deps.ledger.findRecord(returnOrderKind, `${agency}#${asked.externalCode}`))
      return refuse({ code: 'return-order-exists' });
    const after: ReturnOrder = {
      ...asked,
      id: deps.ids.next(now) as ReturnOrderId,
      version: 1,
      agency,
      office,
      orderedAt: now,
      orderedBy: actorName(actor),
      state: 'waiting',
      holder: { kind: 'agency', id: agency },
      shipments: [],
    };
    return done({
      result: { returnOrderId: after.id, office },
      commit: { records: [recordWrite(returnOrderKind, undefined, after)] },
    });
  });

const officeFor = (
  offices: OfficeFinder,
  chosen: string | undefined,
  address: string,
  now: Instant,
): Outcome<string> => {
  const office = chosen ?? offices.serving(address, dayOf(now));
  if (!office) return refuse({ code: 'return-office-unclear' });
  return offices.isOffice(office) ? done(office) : refuse({ code: 'office-unknown' });
};

export interface ShipReturnOrder {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly returnOrderId: ReturnOrderId;
  readonly carrier: string;
}

export interface ReturnOrderShipped {
  readonly shipmentId: ShipmentId;
  readonly waybill: string;
}

/** The office prepares the parcel: waybill, shipment and the order's step in one transaction. */
export const makeShipReturnOrder = (deps: Deps) => (request: ShipReturnOrder) =>
  decideOnce<ReturnOrderShipped>(deps, request.idempotency, (now) => ship(deps, request, now));

const ship = async (
  deps: Deps,
  { actor, returnOrderId, carrier }: ShipReturnOrder,
  now: Instant,
): Promise<Outcome<Attempt<ReturnOrderShipped>>> => {
  const before = await deps.ledger.record(returnOrderKind, returnOrderId);
  if (!before || !isPost(actor) || actor.office !== before.office)
    return refuse({ code: 'return-order-unknown' });
  const pool = parcelPool(deps.pools, carrier);
  if (!pool.ok) return pool;
  const id = deps.ids.next(now) as ShipmentId;
  const after = shipOrder(before, id);
  if (!after.ok) return after;
  const leased = await nextWaybill(deps, pool.value, {
    holder: returnOrderId,
    bearerOf: parcelWith(deps.ledger),
  });
  if (!leased.ok) return leased;
  const waybill = leased.value;
  const shipment: Shipment = {
    id,
    version: 1,
    returnOrder: before.id,
    dossierCode: before.externalCode,
    office: before.office,
    agency: before.agency,
    carrier,
    waybill,
    recipient: before.recipient,
    ...(before.authorised && { authorised: before.authorised }),
    ...(before.collectOnDelivery && { collectOnDelivery: before.collectOnDelivery }),
    takeBack: before.takeBack,
    announcement: { state: 'open' },
    createdAt: now,
    events: [],
  };
  return done({
    result: { shipmentId: id, waybill },
    commit: {
      records: [
        ...orderChange(before, after.value, { waybill, now }),
        recordWrite(shipmentKind, undefined, shipment),
      ],
    },
  });
};

interface Reading {
  readonly ledger: Deciding['ledger'];
  readonly index: DossierIndex;
}

/** Orders of the reader's office, or those that the reader's agency gave; nobody else's exist. */
export const makeListReturnOrders =
  ({ ledger, index }: Reading) =>
  async (actor: Staff, state: ReturnOrderState, ask: PageAsk): Promise<Page<ReturnOrder>> => {
    const { items, next } = isPost(actor)
      ? await index.listed(returnOrderKind, `${actor.office}#${state}`, ask)
      : await index.listedSecond(returnOrderKind, `${actor.agency}#${state}`, ask);
    const orders = await Promise.all(items.map((id) => ledger.record(returnOrderKind, id)));
    return {
      items: orders.filter((order) => order !== undefined),
      ...(next !== undefined && { next }),
    };
  };
