import { sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import { makeOrderMany } from '#functions/returns/application/order-many.ts';
import {
  makeListOrderPapers,
  makeWorkOrderPapers,
} from '#functions/returns/application/order-papers.ts';
import {
  makeListReturnOrders,
  makeOrderReturn,
  makeShipReturnOrder,
  type OrderReturn,
} from '#functions/returns/application/order-return.ts';
import { makePickUpOrder, type PickUpOrder } from '#functions/returns/application/pick-up-order.ts';
import { makeReadReturnOrder } from '#functions/returns/application/read-shipment.ts';
import { makeRecordCourierEvent } from '#functions/returns/application/record-courier-event.ts';
import { makeTakeInParcel } from '#functions/returns/application/take-in-parcel.ts';
import { provinceOffices } from '#test/support/province.ts';
import { officer } from './dossiers.ts';
import { orderPouches } from './order-pouches.ts';
import { calendars, clerk, pools } from './shipments.ts';
import { aWorldAt } from './worlds.ts';

/** An order of the land office for one of its results. */
export const askedOrder = {
  externalCode: 'G22.99.01-261123-0042',
  recipient: {
    name: 'Trần Văn Bảy',
    phone: '+84939123456',
    address: 'Ấp 2, phường Vị Thanh, thành phố Cần Thơ',
  },
  papers: [{ name: 'Giấy chứng nhận', copyKind: 'original', count: 1 }],
  takeBack: ['Giấy chứng nhận cũ'],
  collectOnDelivery: { stateFeesVnd: 100_000, codVnd: 0 },
} as const;

/** An agency that orders and a post office that brings, over memory stores. */
export const anOrderDesk = async () => {
  const world = await aWorldAt('registered');
  const deps = { ...world, ids: makeUlids(), pools, offices: provinceOffices, seals: { sha256 } };
  const order = makeOrderReturn(deps);
  const ship = makeShipReturnOrder(deps);
  const pickUp = makePickUpOrder(deps);
  const many = makeOrderMany({ order, seals: deps.seals });
  return {
    ...world,
    deps,
    order: (change: Partial<OrderReturn> = {}) =>
      order({ actor: officer, idempotency: undefined, ...askedOrder, ...change }),
    ship: (returnOrderId: Parameters<typeof ship>[0]['returnOrderId'], actor = clerk) =>
      ship({ actor, idempotency: undefined, returnOrderId, carrier: 'vnpost' }),
    pickUp: (returnOrderId: ReturnOrderId, change: Partial<PickUpOrder> = {}) =>
      pickUp({
        actor: clerk,
        idempotency: undefined,
        returnOrderId,
        receiver: 'self',
        proof: { receiverName: 'Trần Văn Bảy', identityChecked: true },
        takeBack: [{ paper: askedOrder.takeBack[0], outcome: 'taken', count: 1 }],
        ...change,
      }),
    many,
    pouches: orderPouches(world),
    papers: makeWorkOrderPapers(world),
    outstanding: makeListOrderPapers(world),
    list: makeListReturnOrders(world),
    read: makeReadReturnOrder(deps),
    takeIn: makeTakeInParcel(world),
    record: makeRecordCourierEvent({ ...world, calendars, pools }),
  };
};

type OrderDesk = Awaited<ReturnType<typeof anOrderDesk>>;

/** Ordered; the agency has the result. */
export const ordered = async (desk: OrderDesk) => {
  const answer = await desk.order();
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.returnOrderId;
};

/** Ordered, and brought to the post office in a pouch. */
export const brought = async (desk: OrderDesk) => {
  const id = await ordered(desk);
  await desk.pouches.bring(id);
  return id;
};
