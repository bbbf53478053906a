import type * as z from 'zod';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import type { Handlers } from '#edge/call.ts';
import type { Problems } from '#edge/problem.ts';
import { ok } from '#edge/reply.ts';
import type { makeAuthoriseRecipient } from '#functions/returns/application/authorise-recipient.ts';
import type { makeCreateShipment } from '#functions/returns/application/create-shipment.ts';
import type {
  makeListFlaggedDeliveries,
  makeReviewDelivery,
} from '#functions/returns/application/flagged-deliveries.ts';
import type { makeReadCarriers } from '#functions/returns/application/note-carrier.ts';
import type { makeOrderMany } from '#functions/returns/application/order-many.ts';
import type {
  makeListOrderPapers,
  makeWorkOrderPapers,
} from '#functions/returns/application/order-papers.ts';
import type {
  makeListReturnOrders,
  makeOrderReturn,
  makeShipReturnOrder,
} from '#functions/returns/application/order-return.ts';
import type { makePickUpOrder } from '#functions/returns/application/pick-up-order.ts';
import type { makePickUpResult } from '#functions/returns/application/pick-up-result.ts';
import type {
  makeFindReturnOrder,
  makeReadReturnOrder,
  makeReadShipment,
} from '#functions/returns/application/read-shipment.ts';
import type { makeListWaybillCases } from '#functions/returns/application/reconcile-waybills.ts';
import type { makeRecordCourierEvent } from '#functions/returns/application/record-courier-event.ts';
import type { makeTakeCourierWebhook } from '#functions/returns/application/take-courier-webhook.ts';
import { aboutShipment } from '#functions/returns/domain/shipment.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { contract } from './contract.ts';
import { courierEvent, proofOf } from './courier-report.ts';
import { type CorrectingUseCases, correctingHandlers } from './ended-handlers.ts';
import { orderPapersHandlers } from './order-papers.ts';
import type { Order } from './order-routes.ts';
import type { HandOver } from './parcel-shapes.ts';
import { carrierView, waybillCasePage } from './views/carrier.ts';
import { flaggedPage } from './views/flagged.ts';
import { orderAnswers, returnOrderPage, returnOrderView } from './views/return-order.ts';
import { shipmentView } from './views/shipment.ts';

interface UseCases extends CorrectingUseCases {
  readonly create: ReturnType<typeof makeCreateShipment>;
  readonly record: ReturnType<typeof makeRecordCourierEvent>;
  readonly webhook: ReturnType<typeof makeTakeCourierWebhook>;
  readonly authorise: ReturnType<typeof makeAuthoriseRecipient>;
  readonly pickUp: ReturnType<typeof makePickUpResult>;
  readonly order: ReturnType<typeof makeOrderReturn>;
  readonly orderMany: ReturnType<typeof makeOrderMany>;
  readonly pickUpOrder: ReturnType<typeof makePickUpOrder>;
  readonly orders: ReturnType<typeof makeListReturnOrders>;
  readonly ship: ReturnType<typeof makeShipReturnOrder>;
  readonly readShipment: ReturnType<typeof makeReadShipment>;
  readonly readOrder: ReturnType<typeof makeReadReturnOrder>;
  readonly findOrder: ReturnType<typeof makeFindReturnOrder>;
  readonly carriers: ReturnType<typeof makeReadCarriers>;
  readonly orderPapers: ReturnType<typeof makeWorkOrderPapers>;
  readonly outstanding: ReturnType<typeof makeListOrderPapers>;
  readonly waybillCases: ReturnType<typeof makeListWaybillCases>;
  readonly flagged: ReturnType<typeof makeListFlaggedDeliveries>;
  readonly review: ReturnType<typeof makeReviewDelivery>;
  readonly calendars: Calendars;
  readonly problems: Problems;
}

type Operations = Handlers<typeof contract>;

export const makeHandlers = (on: UseCases): Operations => ({
  ...parcels(on),
  ...counter(on),
  ...supervision(on),
  ...correctingHandlers(on),
  ...returnOrders(on),
  ...orderPapersHandlers(on),
});

const parcels = (
  on: UseCases,
): Pick<
  Operations,
  | 'createShipment'
  | 'readShipment'
  | 'recordCourierEvent'
  | 'receiveCourierWebhook'
  | 'readCarriers'
> => ({
  readCarriers: async ({ actor }) => ({
    status: 200,
    body: { items: (await on.carriers(actor)).map(carrierView) },
  }),
  createShipment: async ({ actor, idempotency, body }) => {
    const dossierId = body.dossierId as DossierId;
    const created = await on.create({ actor, idempotency, ...body, dossierId });
    return created.ok ? { status: 201, body: created.value } : created;
  },
  readShipment: async ({ actor, params }) => {
    const shipment = await on.readShipment(actor, params.shipmentId as ShipmentId);
    return shipment.ok
      ? {
          status: 200,
          about: aboutShipment(shipment.value),
          body: shipmentView(shipment.value, await on.calendars.current()),
        }
      : shipment;
  },
  recordCourierEvent: async ({ actor, idempotency, params, body }) => {
    const id = `${actor.id}:${idempotency?.key ?? ''}`;
    const shipmentId = params.shipmentId as ShipmentId;
    const event = courierEvent(id, body);
    const { documentNumber } = body;
    const recorded = await on.record({ actor, idempotency, shipmentId, event, documentNumber });
    return ok(recorded);
  },
  receiveCourierWebhook: async ({ params, body, headers, rawBody }) => {
    const taken = await on.webhook({
      carrier: params.carrier,
      timestamp: headers['x-timestamp'],
      signature: headers['x-signature'],
      rawBody,
      waybill: body.waybill,
      event: courierEvent(`${params.carrier}:${body.eventId}`, body),
    });
    return taken.ok ? { status: 200, body: { isNew: taken.value.isNew } } : taken;
  },
});

const supervision = (
  on: UseCases,
): Pick<Operations, 'listWaybillCases' | 'listFlaggedDeliveries' | 'reviewDelivery'> => ({
  listWaybillCases: async ({ query: { limit, after } }) => {
    const ask = { limit, ...(after !== undefined && { after }) };
    return { status: 200, body: waybillCasePage(await on.waybillCases(ask)) };
  },
  listFlaggedDeliveries: async ({ query: { question, limit, after } }) => {
    const ask = { limit, ...(after !== undefined && { after }) };
    return { status: 200, body: flaggedPage(await on.flagged(question, ask)) };
  },
  reviewDelivery: async ({ actor, idempotency, params, body: { finding } }) => {
    const shipmentId = params.shipmentId as ShipmentId;
    const reviewed = await on.review({ actor, idempotency, shipmentId, finding });
    return ok(reviewed);
  },
});

const counter = (on: UseCases): Pick<Operations, 'authoriseRecipient' | 'pickUpResult'> => ({
  authoriseRecipient: async ({ actor, idempotency, params, body: person }) => {
    const dossierId = params.dossierId as DossierId;
    const recorded = await on.authorise({ actor, idempotency, dossierId, person });
    return recorded.ok ? { status: 201, body: recorded.value } : recorded;
  },
  pickUpResult: async ({ actor, idempotency, params, body }) => {
    const dossierId = params.dossierId as DossierId;
    const handed = await on.pickUp({ actor, idempotency, dossierId, ...atTheCounter(body) });
    return ok(handed);
  },
});

const atTheCounter = (body: z.output<typeof HandOver>) => {
  const { receiver, reference, receiverName, documentNumber, takeBack } = body;
  return {
    receiver,
    reference,
    documentNumber,
    takeBack,
    proof: { ...proofOf(body), receiverName },
  };
};

const returnOrders = (
  on: UseCases,
): Pick<
  Operations,
  | 'orderReturn'
  | 'orderReturns'
  | 'pickUpReturnOrder'
  | 'listReturnOrders'
  | 'readReturnOrder'
  | 'findReturnOrder'
  | 'shipReturnOrder'
> => ({
  orderReturns: async ({ actor, idempotency, body }) => {
    const orders = body.orders.map(lineOf);
    return {
      status: 200,
      body: orderAnswers(on.problems, await on.orderMany({ actor, idempotency, orders })),
    };
  },
  pickUpReturnOrder: async ({ actor, idempotency, params, body }) => {
    const returnOrderId = params.returnOrderId as ReturnOrderId;
    const handed = await on.pickUpOrder({
      actor,
      idempotency,
      returnOrderId,
      ...atTheCounter(body),
    });
    return ok(handed);
  },
  orderReturn: async ({ actor, idempotency, body }) => {
    const ordered = await on.order({ actor, idempotency, ...lineOf(body) });
    return ordered.ok ? { status: 201, body: ordered.value } : ordered;
  },
  listReturnOrders: async ({ actor, query: { state, limit, after } }) => {
    const ask = { limit, ...(after !== undefined && { after }) };
    return { status: 200, body: returnOrderPage(await on.orders(actor, state, ask)) };
  },
  findReturnOrder: async ({ actor, query: { number } }) => {
    const order = await on.findOrder(actor, number);
    if (!order.ok) return order;
    const { id, externalCode, agency, office, state } = order.value;
    const body = { returnOrderId: id, externalCode, agency, office, state };
    return { status: 200, about: [id], body };
  },
  readReturnOrder: async ({ actor, params }) => {
    const order = await on.readOrder(actor, params.returnOrderId as ReturnOrderId);
    return order.ok
      ? { status: 200, about: [order.value.id], body: returnOrderView(order.value) }
      : order;
  },
  shipReturnOrder: async ({ actor, idempotency, params, body: { carrier } }) => {
    const returnOrderId = params.returnOrderId as ReturnOrderId;
    const shipped = await on.ship({ actor, idempotency, returnOrderId, carrier });
    return shipped.ok ? { status: 201, body: shipped.value } : shipped;
  },
});

/** Only what is there: `undefined` is not stored. */
const lineOf = ({ collectOnDelivery, authorised, ...asked }: z.output<typeof Order>) => ({
  ...asked,
  ...(authorised && { authorised }),
  ...(collectOnDelivery && { collectOnDelivery }),
});
