import * as z from 'zod';
import { voidedWhy } from '#domain/shipment/ended-parcel.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { TakeBack } from '#edge/views/old-papers.ts';
import { openQuestions } from '#functions/returns/domain/flagged.ts';
import { waybillAnomalies } from '#functions/returns/domain/waybill-case.ts';
import { orderRoutes } from './order-routes.ts';
import { carrier, HandOver, post, Recipient } from './parcel-shapes.ts';
import { FlaggedDeliveries } from './views/flagged.ts';
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

const Ended = z.object({ shipmentId: shape.ulid, how: z.enum(['voided', 'lost']) });

const dossier = z.object({ dossierId: shape.ulid });
const reference = shape.text(100);

/** Of a step on a dossier. */
const onDossier = ['dossier-unknown', 'step-not-allowed'] as const;

/** Of handing something to somebody. */
const onReceiver = [
  'authorisation-not-shown',
  'receiver-name-inexact',
  'receiver-not-authorised',
] as const;
/** Of a parcel’s news, whoever tells it. */
const onNews = [
  ...onDossier,
  ...onReceiver,
  'calendar-missing',
  'courier-event-invalid',
  'old-papers-demanded',
  'old-papers-differ',
  'old-papers-unstated',
  'papers-elsewhere',
  'papers-packed',
  'return-order-unknown',
  'return-too-early',
  'shipment-unknown',
] as const;

/** Trả kết quả: the way back to the citizen. */
export const contract = {
  /**
   * Chuyển trả kết quả qua bưu chính (QĐ 45/2016 art. 10). Without `recipient`, to the applicant as
   * filed; `waybill` is leased from the carrier's pool. `collectOnDelivery` in đồng, no more than the
   * dossier owes, or with a word, `moreThanDue`.
   */
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
      /** Why more is to be collected than the dossier owes. */
      moreThanDue: shape.text(300).optional(),
    }),
    answers: {
      201: z.object({ shipmentId: shape.ulid, waybill: z.string(), dossierVersion: z.int() }),
    },
    refuses: [
      ...onDossier,
      'agency-unknown',
      'postage-after-loss',
      'amount-not-cash',
      'carrier-unknown',
      'citizen-comes',
      'more-than-due',
      'nothing-owed',
      'papers-elsewhere',
      'papers-packed',
      'procedure-not-in-force',
      ...onReceiver,
      'waybills-exhausted',
    ],
  }),
  /**
   * Bưu gửi: its events in the order of their time, as they came to be known; `anomalies` are
   * codes.
   */
  readShipment: route({
    method: 'GET',
    path: '/v1/shipments/{shipmentId}',
    who: post,
    reads: { what: 'shipment', of: 'answer' },
    summary: 'Xem bưu gửi · The shipment with its events, what follows from them, and what is next',
    params: z.object({ shipmentId: shape.ulid }),
    answers: { 200: ShipmentView },
    refuses: ['shipment-unknown'],
  }),
  /**
   * Phát bưu gửi. `code` is the carrier's own; `occurredAt` lies at most ten minutes ahead.
   * Delivered needs `proof`; `isNew` is false for what was known. `countsAsInvitation`: one of the
   * two that go before a return (TT 17/2017).
   */
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
      /** Of the document that was looked at, where the name is not spelt as on record. */
      documentNumber: shape.personalNumber.optional(),
      collected: Collection.optional(),
      takeBack: TakeBack.optional(),
    }),
    answers: { 200: Recorded },
    refuses: [...onNews],
  }),
  /**
   * Signed over timestamp and body, at most five minutes old; the same `eventId` again changes
   * nothing (`isNew: false`).
   */
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
      proof: z.looseObject({ ...Proof.shape, receiverName: shape.toldName.optional() }).optional(),
      collected: z.looseObject(Collection.shape).optional(),
      takeBack: z.array(z.looseObject(TakeBack.element.shape)).max(60).optional(),
    }),
    answers: { 200: z.object({ isNew: z.boolean() }) },
    refuses: [...onNews, 'webhook-forged'],
  }),
  /** Giấy ủy quyền on record: its holder may take the result with an identity document. */
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
    refuses: [...onDossier, 'too-many-changes'],
  }),
  /**
   * Trả kết quả tại quầy: the receiver's name is compared with who may take it. `proofSha256` is
   * the hash of what was signed.
   */
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
    refuses: [
      ...onDossier,
      'nothing-owed',
      'old-papers-demanded',
      'old-papers-differ',
      'old-papers-unstated',
      'papers-elsewhere',
      'papers-packed',
      'procedure-not-in-force',
      ...onReceiver,
      'result-under-way',
    ],
  }),
  /** Whether parcels can be announced to each carrier. */
  readCarriers: route({
    method: 'GET',
    path: '/v1/carriers',
    who: ['clerk', 'courier', 'supervisor'],
    reads: 'nothing-personal',
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
  /** Đối soát vận đơn: what does not add up between the pool, our parcels and the carrier. */
  listWaybillCases: route({
    method: 'GET',
    path: '/v1/waybills/anomalies',
    who: ['supervisor'],
    reads: 'nothing-personal',
    summary:
      'Đối soát vận đơn · Waybills without a parcel, never announced, never moved, known to the carrier alone, or with news that could not be taken in; the oldest first',
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
            /** Of `news-refused`: what was told, and why it was not taken in; `count` of all there was. */
            refused: z
              .object({
                count: z.int(),
                news: z.array(
                  z.object({
                    id: z.string(),
                    kind: z.string(),
                    occurredAt: shape.isoTime,
                    rawCode: z.string(),
                    why: z.string(),
                  }),
                ),
              })
              .optional(),
          }),
        ),
        next: z.string().optional(),
      }),
    },
  }),
  /**
   * Huỷ nhãn before anybody has carried the parcel: its papers lie again where they lay, the order waits
   * again; the number is used up, and what a carrier tells of it later is listed.
   */
  voidShipment: route({
    method: 'POST',
    path: '/v1/shipments/{shipmentId}/void',
    who: post,
    summary:
      'Huỷ nhãn bưu gửi · A wrong address, or a carrier that refuses, before the parcel has left',
    idempotent: true,
    params: z.object({ shipmentId: shape.ulid }),
    body: z.strictObject({ why: z.enum(voidedWhy), reason: shape.text(500) }),
    answers: { 200: Ended },
    refuses: [
      ...onDossier,
      'papers-elsewhere',
      'papers-packed',
      'parcel-has-left',
      'return-order-unknown',
      'shipment-unknown',
    ],
  }),
  /**
   * Báo mất (QĐ 45/2016 art. 14): `reference` is the carrier's word on paper; without it the carrier's news
   * must say so, or nothing was heard for as long as data says (`from` in the refusal). The citizen is told.
   * A supervisor says it of any office's parcel.
   */
  declareLoss: route({
    method: 'POST',
    path: '/v1/shipments/{shipmentId}/loss',
    who: ['clerk', 'supervisor'],
    summary:
      'Báo mất bưu gửi · Declared lost: the agency makes the result anew, at no cost to the citizen',
    idempotent: true,
    params: z.object({ shipmentId: shape.ulid }),
    body: z.strictObject({ reference: shape.text(100).optional(), reason: shape.text(500) }),
    answers: { 200: Ended },
    refuses: [
      ...onDossier,
      'loss-unconfirmed',
      'papers-elsewhere',
      'papers-packed',
      'return-order-unknown',
      'shipment-unknown',
    ],
  }),
  /**
   * Nhận lại bưu gửi that its carrier tells to have come back (`awaitedSince`), or old papers that the carrier's
   * postman took at the door: the carrier answers for them until a clerk of the sending office has them in hand.
   */
  takeInShipment: route({
    method: 'POST',
    path: '/v1/shipments/{shipmentId}/taken-in',
    who: ['clerk'],
    summary: 'Nhận lại bưu gửi chuyển hoàn · A parcel that came back is in the office’s hands',
    idempotent: true,
    params: z.object({ shipmentId: shape.ulid }),
    body: z.strictObject({}).optional(),
    answers: { 200: z.object({ shipmentId: shape.ulid }) },
    refuses: [
      ...onDossier,
      'papers-elsewhere',
      'papers-packed',
      'return-order-unknown',
      'shipment-unknown',
    ],
  }),
  /** Cấp lại kết quả that was lost on its way: it lies at the agency again. */
  reissueResult: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/result-reissue',
    who: ['officer', 'leader'],
    summary: 'Cấp lại kết quả bị mất · The agency has made anew what was lost on the way',
    idempotent: true,
    params: dossier,
    body: z.strictObject({}).optional(),
    answers: { 200: z.object({ dossierId: shape.ulid, version: z.int() }) },
    refuses: [...onDossier, 'nothing-lost', 'papers-elsewhere'],
  }),
  /** Huỷ ủy quyền: taken down wrong, or taken back by the citizen. */
  revokeRecipient: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/authorised-recipient/revocation',
    who: ['clerk'],
    summary: 'Huỷ ủy quyền nhận kết quả · Nobody is sent any more',
    idempotent: true,
    params: dossier,
    body: z.strictObject({}).optional(),
    answers: { 200: z.object({ dossierVersion: z.int() }) },
    refuses: [...onDossier, 'authorisation-unknown'],
  }),
  /** Phát không đúng: to whom, with what proof, money or old papers a parcel was handed over. */
  listFlaggedDeliveries: route({
    method: 'GET',
    path: '/v1/shipments/flagged',
    who: ['supervisor'],
    reads: 'nothing-personal',
    summary:
      'Bưu gửi phát có vấn đề · Deliveries that somebody must look into, the oldest first; `name-inexact`: where only the name’s marks are missing',
    query: z.strictObject({ question: z.enum(openQuestions).default('flagged'), ...shape.page }),
    answers: { 200: FlaggedDeliveries },
  }),
  /** Takes a delivery from that list; what is told later puts it there again. */
  reviewDelivery: route({
    method: 'POST',
    path: '/v1/shipments/{shipmentId}/review',
    who: ['supervisor'],
    summary: 'Kết luận việc phát · What came of looking into a flagged delivery',
    idempotent: true,
    params: z.object({ shipmentId: shape.ulid }),
    body: z.strictObject({ finding: shape.text(500) }),
    answers: { 200: z.object({ shipmentId: shape.ulid }) },
    refuses: ['delivery-not-flagged', 'shipment-unknown'],
  }),
  ...orderRoutes,
} as const;
