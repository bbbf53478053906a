import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { TakeBack } from '#edge/views/old-papers.ts';
import { waybillAnomalies } from '#functions/returns/domain/waybill-case.ts';
import { orderRoutes } from './order-routes.ts';
import { carrier, HandOver, post, Recipient } from './parcel-shapes.ts';
import { Collection, NextStep, ShipmentView } from './views/shipment.ts';

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

const Recorded = z.object({
  shipmentId: shape.ulid,
  state: z.string(),
  isNew: z.boolean(),
  countsAsInvitation: z.boolean().optional(),
  next: NextStep.optional(),
});

const dossier = z.object({ dossierId: shape.ulid });
const reference = shape.text(100);

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
      takeBack: z.array(z.looseObject(TakeBack.element.shape)).max(60).optional(),
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
  listWaybillCases: route({
    method: 'GET',
    path: '/v1/waybills/anomalies',
    who: ['supervisor'],
    summary:
      'Đối soát vận đơn · Waybills without a parcel, never announced, never moved, or known to the carrier alone; the oldest first',
    query: z.strictObject(shape.page),
    answers: {
      200: z.object({
        items: z.array(
          z.object({
            waybill: z.string(),
            carrier: z.string(),
            state: z.enum(waybillAnomalies),
            since: shape.isoTime,
            shipmentId: shape.ulid.optional(),
            office: z.string().optional(),
          }),
        ),
        next: z.string().optional(),
      }),
    },
  }),
  ...orderRoutes,
} as const;
