import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { LateTakeBack } from '#edge/views/old-papers.ts';
import { returnOrderStates } from '#functions/returns/domain/return-order.ts';
import { carrier, HandOver, post, Recipient } from './parcel-shapes.ts';
import { OrderPapersList, OrderPapersView } from './views/old-papers.ts';
import { OrderAnswers, Paper, ReturnOrderList, ReturnOrderView } from './views/return-order.ts';
import { Collection } from './views/shipment.ts';

const everyone = ['clerk', 'courier', 'officer', 'leader'] as const;

export const Order = z.strictObject({
  /** Mã hồ sơ in the agency’s own system. */
  externalCode: z
    .string()
    .max(60)
    .regex(/^[A-Z0-9][A-Z0-9.-]{4,}$/),
  recipient: Recipient,
  /** Người được ủy quyền, as the agency has it on paper. */
  authorised: z.strictObject({ name: shape.personName, reference: shape.text(100) }).optional(),
  office: shape.slug.optional(),
  papers: z.array(Paper).min(1).max(30),
  takeBack: z.array(shape.text(200)).max(30).default([]),
  collectOnDelivery: Collection.optional(),
});

const OrderState = z.object({ returnOrderId: shape.ulid, state: z.enum(returnOrderStates) });
const onOrder = ['return-order-unknown', 'step-not-allowed'] as const;

/** Chỉ nhận kết quả qua bưu chính (QĐ 45/2016 art. 5(2)): orders for dossiers filed elsewhere. */
export const orderRoutes = {
  /**
   * Đơn chuyển trả kết quả: the agency has the result, the post brings it. `office` is where it is
   * picked up or sent from, found by the recipient's address unless told.
   */
  orderReturn: route({
    method: 'POST',
    path: '/v1/return-orders',
    who: ['officer'],
    summary:
      'Đơn gửi trả kết quả · A finished result of a dossier filed elsewhere, for the post to bring',
    idempotent: true,
    body: Order,
    answers: { 201: z.object({ returnOrderId: shape.ulid, office: z.string() }) },
    refuses: ['amount-not-cash', 'office-unknown', 'return-office-unclear', 'return-order-exists'],
  }),
  /** Each order is taken or refused by itself and answered in its place. */
  orderReturns: route({
    method: 'POST',
    path: '/v1/return-orders/batch',
    who: ['officer'],
    summary:
      'Nhiều đơn gửi trả · Up to 100 orders in one call, each with its own answer; sent again it goes on where it stopped',
    idempotent: true,
    // 100 orders of a page each.
    bodyBytes: 512 * 1024,
    body: z.strictObject({ orders: z.array(Order).min(1).max(100) }),
    answers: { 200: OrderAnswers },
    refuses: ['amount-not-cash', 'office-unknown', 'return-office-unclear', 'return-order-exists'],
  }),
  /**
   * Đính chính đơn while nobody carries the result: all its terms as they should be. The code is its name and
   * stays; a withdrawn order stands again. Another office or other papers only while the agency has the result.
   */
  correctReturnOrder: route({
    method: 'POST',
    path: '/v1/return-orders/{returnOrderId}/corrections',
    who: ['officer', 'leader'],
    summary: 'Đính chính đơn gửi trả · An order that was typed wrong, while it waits',
    idempotent: true,
    params: z.object({ returnOrderId: shape.ulid }),
    body: z.strictObject({
      terms: Order.omit({ externalCode: true }).required({ office: true }),
      reason: shape.text(500),
    }),
    answers: { 200: OrderState },
    refuses: [
      ...onOrder,
      'amount-not-cash',
      'correction-empty',
      'office-unknown',
      'papers-elsewhere',
      'papers-packed',
      'too-many-corrections',
    ],
  }),
  /**
   * Rút đơn: the agency gives its result to the citizen itself. What the post office has by then stays on its shelf
   * until a pouch brings it back.
   */
  withdrawReturnOrder: route({
    method: 'POST',
    path: '/v1/return-orders/{returnOrderId}/withdrawal',
    who: ['officer', 'leader'],
    summary: 'Rút đơn gửi trả · An order taken back while nobody carries the result',
    idempotent: true,
    params: z.object({ returnOrderId: shape.ulid }),
    body: z.strictObject({ reason: shape.text(500) }),
    answers: { 200: OrderState },
    refuses: [...onOrder, 'result-under-way', 'too-many-corrections'],
  }),
  /** Cấp lại: what was lost, in a parcel or from a pouch, lies at the agency again, for the next pouch. */
  reissueReturnOrder: route({
    method: 'POST',
    path: '/v1/return-orders/{returnOrderId}/reissue',
    who: ['officer', 'leader'],
    summary: 'Cấp lại kết quả theo đơn · The lost result was made anew and waits to be sent',
    idempotent: true,
    params: z.object({ returnOrderId: shape.ulid }),
    body: z.strictObject({ reason: shape.text(500) }),
    answers: { 200: OrderState },
    refuses: [...onOrder, 'papers-elsewhere', 'papers-packed', 'too-many-corrections'],
  }),
  /** As at the counter with a dossier of our own; what the office does not have is `papers-elsewhere`. */
  pickUpReturnOrder: route({
    method: 'POST',
    path: '/v1/return-orders/{returnOrderId}/pick-up',
    who: ['clerk'],
    summary: 'Trả tại quầy theo đơn · Hand the order’s result over against an identity document',
    idempotent: true,
    params: z.object({ returnOrderId: shape.ulid }),
    body: HandOver,
    answers: {
      200: z.object({
        pickUpId: shape.ulid,
        state: z.string(),
        proofSha256: shape.sha256Hex,
      }),
    },
    refuses: [
      'old-papers-demanded',
      'old-papers-differ',
      'old-papers-unstated',
      'authorisation-not-shown',
      'receiver-name-inexact',
      'receiver-not-authorised',
      'papers-elsewhere',
      'papers-packed',
      'result-under-way',
      'return-order-unknown',
      'step-not-allowed',
    ],
  }),
  /** Of the own office or agency, by state. */
  listReturnOrders: route({
    method: 'GET',
    path: '/v1/return-orders',
    who: everyone,
    reads: 'nothing-personal',
    summary: 'Danh sách đơn gửi trả · Orders of your post office, or those your agency gave',
    query: z.strictObject({
      state: z.enum(returnOrderStates).default('waiting'),
      ...shape.page,
    }),
    answers: { 200: ReturnOrderList },
  }),
  /** Orders whose old papers have not come back to their agency. */
  listOrderPapers: route({
    method: 'GET',
    path: '/v1/return-orders/old-papers',
    who: everyone,
    reads: 'nothing-personal',
    summary:
      'Giấy tờ cũ theo đơn · Orders of your office or agency whose old papers the agency does not have yet, the oldest first',
    query: z.strictObject(shape.page),
    answers: { 200: OrderPapersList },
  }),
  /** Thu hồi giấy tờ cũ (TT 17/2017) after the result is out. */
  takeOrderPapers: route({
    method: 'POST',
    path: '/v1/return-orders/{returnOrderId}/old-papers',
    who: ['clerk'],
    summary:
      'Thu hồi giấy tờ theo đơn · An old paper brought after the result, or declared lost (TT 17/2017)',
    idempotent: true,
    params: z.object({ returnOrderId: shape.ulid }),
    body: z.strictObject({ takeBack: LateTakeBack }),
    answers: { 200: OrderPapersView },
    refuses: ['return-order-unknown', 'old-papers-differ'],
  }),
  /** By the agency that ordered; names as in the order. */
  receiveOrderPapers: route({
    method: 'POST',
    path: '/v1/return-orders/{returnOrderId}/old-papers/received',
    who: ['officer', 'leader'],
    summary:
      'Xác nhận đã nhận giấy tờ thu hồi · The agency has these in hand; no pouch lists the papers of an order',
    idempotent: true,
    params: z.object({ returnOrderId: shape.ulid }),
    body: z.strictObject({ papers: z.array(shape.text(200)).min(1).max(30) }),
    answers: { 200: OrderPapersView },
    refuses: ['return-order-unknown', 'old-papers-differ'],
  }),
  /**
   * Which order a typed or scanned number means, of a dossier that is filed elsewhere: its mã hồ sơ, the waybill
   * or the phiếu thu. Its office and its agency find it, nobody else.
   */
  findReturnOrder: route({
    method: 'GET',
    path: '/v1/return-orders/lookup',
    who: everyone,
    reads: { what: 'look-up', of: 'answer' },
    summary: 'Tìm đơn gửi trả theo số · By what the citizen has in hand',
    query: z.strictObject({ number: z.string().min(5).max(200) }),
    answers: {
      200: z.object({
        returnOrderId: shape.ulid,
        externalCode: z.string(),
        agency: z.string(),
        office: z.string(),
        state: z.enum(returnOrderStates),
      }),
    },
    refuses: ['return-order-unknown'],
  }),
  /** Anybody but its office and its agency is told `return-order-unknown`. */
  readReturnOrder: route({
    method: 'GET',
    path: '/v1/return-orders/{returnOrderId}',
    who: everyone,
    reads: { what: 'return-order', of: 'answer' },
    summary: 'Xem đơn gửi trả · The order with recipient and papers',
    params: z.object({ returnOrderId: shape.ulid }),
    answers: { 200: ReturnOrderView },
    refuses: ['return-order-unknown'],
  }),
  /**
   * Once an order; the waybill comes from the carrier's pool. The office sends what it has signed for: what lies at
   * the agency comes in a pouch first.
   */
  shipReturnOrder: route({
    method: 'POST',
    path: '/v1/return-orders/{returnOrderId}/shipments',
    who: post,
    summary: 'Gửi trả theo đơn · Lease a waybill and dispatch the order’s result',
    idempotent: true,
    params: z.object({ returnOrderId: shape.ulid }),
    body: z.strictObject({ carrier }),
    answers: { 201: z.object({ shipmentId: shape.ulid, waybill: z.string() }) },
    refuses: [
      'carrier-unknown',
      'papers-elsewhere',
      'papers-packed',
      'return-order-unknown',
      'step-not-allowed',
      'waybills-exhausted',
    ],
  }),
} as const;
