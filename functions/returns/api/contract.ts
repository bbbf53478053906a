import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';

const carrier = z
  .string()
  .max(30)
  .regex(/^[a-z0-9-]+$/);

const Proof = z.strictObject({
  receiverName: shape.personName,
  relation: shape.text(60).optional(),
  /** True: the postman compared a person with an identity document (TT 17/2017). */
  identityChecked: z.boolean(),
  signatureSha256: shape.sha256Hex.optional(),
  photoSha256: shape.sha256Hex.optional(),
});

const Recorded = z.object({ shipmentId: shape.ulid, state: z.string(), isNew: z.boolean() });

/** Trả kết quả: the way back to the citizen. */
export const contract = {
  createShipment: route({
    method: 'POST',
    path: '/v1/shipments',
    who: ['clerk', 'courier'],
    summary: 'Gửi trả kết quả · Lease a waybill and dispatch a decided dossier’s result',
    idempotent: true,
    body: z.strictObject({
      dossierId: shape.ulid,
      carrier,
      recipient: z
        .strictObject({
          name: shape.personName,
          phone: shape.vietnamMobile,
          address: shape.text(300),
        })
        .optional(),
    }),
    answers: {
      201: z.object({ shipmentId: shape.ulid, waybill: z.string(), dossierVersion: z.int() }),
    },
  }),
  readShipment: route({
    method: 'GET',
    path: '/v1/shipments/{shipmentId}',
    who: ['clerk', 'courier'],
    summary: 'Xem bưu gửi · The shipment with its events and the state that follows from them',
    params: z.object({ shipmentId: shape.ulid }),
    answers: {
      200: z.object({
        shipmentId: shape.ulid,
        dossierId: shape.ulid,
        dossierCode: z.string(),
        carrier: z.string(),
        waybill: z.string(),
        recipient: z.object({ name: z.string(), phone: z.string(), address: z.string() }),
        createdAt: shape.isoTime,
        state: z.string(),
        attempts: z.int(),
        deliveredAt: shape.isoTime.optional(),
        anomalies: z.array(z.string()),
        events: z.array(
          z.object({
            id: z.string(),
            kind: z.string(),
            rawCode: z.string(),
            occurredAt: shape.isoTime,
            recordedAt: shape.isoTime,
          }),
        ),
      }),
    },
  }),
  recordCourierEvent: route({
    method: 'POST',
    path: '/v1/shipments/{shipmentId}/events',
    who: ['clerk', 'courier'],
    summary: 'Ghi nhận hành trình · What the postman reports from the door',
    idempotent: true,
    params: z.object({ shipmentId: shape.ulid }),
    body: z.strictObject({
      code: z.string().min(1).max(12),
      occurredAt: shape.isoTime,
      note: shape.text(300).optional(),
      proof: Proof.optional(),
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
      eventId: z.string().min(1).max(80),
      waybill: z.string().min(5).max(30),
      code: z.string().min(1).max(12),
      occurredAt: shape.isoTime,
      note: z.string().max(1_000).optional(),
      proof: z.looseObject(Proof.shape).optional(),
    }),
    answers: { 200: z.object({ isNew: z.boolean() }) },
  }),
} as const;
