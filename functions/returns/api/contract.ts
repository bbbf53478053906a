import * as z from 'zod';
import { returnOrderStates } from '#domain/shipment/return-order.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import {
  LateTakeBack,
  OrderPapersList,
  OrderPapersView,
  TakeBack,
} from '#edge/views/old-papers.ts';
import { OrderAnswers, Paper, ReturnOrderList, ReturnOrderView } from '#edge/views/return-order.ts';
import { Collection, NextStep, ShipmentView } from '#edge/views/shipment.ts';

const carrier = z
  .string()
  .max(30)
  .regex(/^[a-z0-9-]+$/);

const Proof = z.strictObject({
  receiverName: shape.personName,
  relation: shape.text(60).optional(),
  /** Giấy ủy quyền, where somebody else than the recipient came (QĐ 45/2016 art. 10). */
  reference: shape.text(100).optional(),
  /** True: the postman compared a person with an identity document (TT 17/2017). */
  identityChecked: z.boolean(),
  signatureSha256: shape.sha256Hex.optional(),
  photoSha256: shape.sha256Hex.optional(),
});

const Recipient = z.strictObject({
  name: shape.personName,
  phone: shape.vietnamMobile,
  address: shape.text(300),
});

const Recorded = z.object({
  shipmentId: shape.ulid,
  state: z.string(),
  isNew: z.boolean(),
  countsAsInvitation: z.boolean().optional(),
  next: NextStep.optional(),
});

const dossier = z.object({ dossierId: shape.ulid });
const reference = shape.text(100);
const post = ['clerk', 'courier'] as const;
const everyone = ['clerk', 'courier', 'officer', 'leader'] as const;

/** Trả tại quầy: who came, with which paper, and what was shown and signed. */
const HandOver = z
  .strictObject({
    receiver: z.enum(['self', 'authorised']),
    receiverName: shape.personName,
    /** Giấy ủy quyền, where somebody else came. */
    reference: reference.optional(),
    identityChecked: z.literal(true),
    signatureSha256: shape.sha256Hex.optional(),
    photoSha256: shape.sha256Hex.optional(),
    /** Thu hồi giấy tờ: required where old papers are due. */
    takeBack: TakeBack.optional(),
  })
  .refine(({ signatureSha256, photoSha256 }) => signatureSha256 ?? photoSha256, {
    error: 'signature-or-photo-missing',
  });

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

/** Trả kết quả: the way back to the citizen. */
export const contract = {
  createShipment: route({
    method: 'POST',
    path: '/v1/shipments',
    who: post,
    summary:
      'Gửi trả kết quả · Lease a waybill and dispatch a decided dossier’s result, or the papers of an ended one',
    idempotent: true,
    body: z.strictObject({
      dossierId: shape.ulid,
      carrier,
      recipient: Recipient.optional(),
      collectOnDelivery: Collection.optional(),
    }),
    answers: {
      201: z.object({ shipmentId: shape.ulid, waybill: z.string(), dossierVersion: z.int() }),
    },
  }),
  readShipment: route({
    method: 'GET',
    path: '/v1/shipments/{shipmentId}',
    who: post,
    summary: 'Xem bưu gửi · The shipment with its events, what follows from them, and what is next',
    params: z.object({ shipmentId: shape.ulid }),
    answers: { 200: ShipmentView },
  }),
  recordCourierEvent: route({
    method: 'POST',
    path: '/v1/shipments/{shipmentId}/events',
    who: post,
    summary:
      'Ghi nhận hành trình · What the postman reports from the door; back to the agency only after two invitations (TT 17/2017)',
    idempotent: true,
    params: z.object({ shipmentId: shape.ulid }),
    body: z.strictObject({
      code: shape.word(12),
      occurredAt: shape.isoTime,
      note: shape.text(300).optional(),
      proof: Proof.optional(),
      collected: Collection.optional(),
      takeBack: TakeBack.optional(),
    }),
    answers: { 200: Recorded },
  }),
  receiveCourierWebhook: route({
    method: 'POST',
    path: '/v1/webhooks/courier/{carrier}',
    who: 'carrier',
    summary:
      'Thông báo của đơn vị vận chuyển · x-timestamp and x-signature: v1=HMAC-SHA256(timestamp + "." + body)',
    params: z.object({ carrier }),
    body: z.looseObject({
      eventId: shape.word(80),
      waybill: shape.word(30, 5),
      code: shape.word(12),
      occurredAt: shape.isoTime,
      note: shape.partnerText(1_000).optional(),
      // What a carrier leaves out is recorded as missing, not refused.
      proof: z
        .looseObject({ ...Proof.shape, receiverName: shape.personName.optional() })
        .optional(),
      collected: z.looseObject(Collection.shape).optional(),
      takeBack: TakeBack.optional(),
    }),
    answers: { 200: z.object({ isNew: z.boolean() }) },
  }),
  authoriseRecipient: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/authorised-recipient',
    who: ['clerk'],
    summary: 'Ủy quyền nhận kết quả · Whom the applicant sends (QĐ 45/2016 art. 10)',
    idempotent: true,
    params: dossier,
    body: z.strictObject({
      name: shape.personName,
      personalNumber: shape.personalNumber,
      reference,
    }),
    answers: { 201: z.object({ authorisationId: shape.ulid, dossierVersion: z.int() }) },
  }),
  pickUpResult: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/pick-up',
    who: ['clerk'],
    summary:
      'Trả kết quả tại quầy · Hand the result, or an ended dossier’s papers, over against an identity document',
    idempotent: true,
    params: dossier,
    body: HandOver,
    answers: {
      200: z.object({
        pickUpId: shape.ulid,
        status: z.string(),
        dossierVersion: z.int(),
        proofSha256: shape.sha256Hex,
      }),
    },
  }),
  readCarriers: route({
    method: 'GET',
    path: '/v1/carriers',
    who: ['clerk', 'courier', 'supervisor'],
    summary:
      'Đơn vị vận chuyển · Whether each carrier’s account is set up, and how many parcels wait to be announced',
    answers: {
      200: z.object({
        items: z.array(
          z.object({
            carrier: z.string(),
            isConfigured: z.boolean(),
            notConfiguredSince: shape.isoTime.optional(),
            /** Counted up to a hundred. */
            unannounced: z.int(),
          }),
        ),
      }),
    },
  }),
  orderReturn: route({
    method: 'POST',
    path: '/v1/return-orders',
    who: ['officer'],
    summary:
      'Đơn gửi trả kết quả · A finished result of a dossier filed elsewhere, for the post to bring',
    idempotent: true,
    body: Order,
    answers: { 201: z.object({ returnOrderId: shape.ulid, office: z.string() }) },
  }),
  orderReturns: route({
    method: 'POST',
    path: '/v1/return-orders/batch',
    who: ['officer'],
    summary:
      'Nhiều đơn gửi trả · Up to 100 orders in one call, each with its own answer; sent again it goes on where it stopped',
    idempotent: true,
    body: z.strictObject({ orders: z.array(Order).min(1).max(100) }),
    answers: { 200: OrderAnswers },
  }),
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
  }),
  listReturnOrders: route({
    method: 'GET',
    path: '/v1/return-orders',
    who: everyone,
    summary: 'Danh sách đơn gửi trả · Orders of your post office, or those your agency gave',
    query: z.strictObject({
      state: z.enum(returnOrderStates).default('waiting'),
      ...shape.page,
    }),
    answers: { 200: ReturnOrderList },
  }),
  listOrderPapers: route({
    method: 'GET',
    path: '/v1/return-orders/old-papers',
    who: everyone,
    summary:
      'Giấy tờ cũ theo đơn · Orders of your office or agency whose old papers the agency does not have yet, the oldest first',
    query: z.strictObject(shape.page),
    answers: { 200: OrderPapersList },
  }),
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
  }),
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
  }),
  readReturnOrder: route({
    method: 'GET',
    path: '/v1/return-orders/{returnOrderId}',
    who: everyone,
    summary: 'Xem đơn gửi trả · The order with recipient and papers',
    params: z.object({ returnOrderId: shape.ulid }),
    answers: { 200: ReturnOrderView },
  }),
  shipReturnOrder: route({
    method: 'POST',
    path: '/v1/return-orders/{returnOrderId}/shipments',
    who: post,
    summary: 'Gửi trả theo đơn · Lease a waybill and dispatch the order’s result',
    idempotent: true,
    params: z.object({ returnOrderId: shape.ulid }),
    body: z.strictObject({ carrier }),
    answers: { 201: z.object({ shipmentId: shape.ulid, waybill: z.string() }) },
  }),
} as const;
