import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';

const count = z
  .union([z.string().max(6), z.number()])
  .transform(Number)
  .default(0);

/** eSMS's words: how many of the message's recipients have it, and how many never will. */
const receipt = {
  RequestId: shape.word(120),
  SendSuccess: count,
  SendFailed: count,
};

const params = z.object({ gateway: z.enum(['esms']) });
const token = z.string().max(64).default('');
const answers = { 200: z.object({ recorded: z.boolean() }) } as const;

const reference = z
  .string()
  .max(60)
  .regex(/^[0-9A-Za-z-]{28,60}$/);
const callOutcome = z.enum(['reached', 'not-reached', 'wrong-number']);

/** Báo phát tin nhắn, gọi cho người dân, sửa số điện thoại. */
export const contract = {
  receiveSmsWebhook: route({
    method: 'POST',
    path: '/v1/webhooks/sms/{gateway}',
    who: 'gateway',
    summary:
      'Báo phát tin nhắn · Delivery receipt of an SMS; the address carries a token per message',
    params,
    query: z.looseObject({ token }),
    body: z.looseObject(receipt),
    answers,
  }),
  /** eSMS itself calls back by GET. */
  receiveSmsCallback: route({
    method: 'GET',
    path: '/v1/webhooks/sms/{gateway}',
    who: 'gateway',
    summary: 'Báo phát tin nhắn · The same by GET, as eSMS sends it',
    params,
    query: z.looseObject({ token, ...receipt }),
    answers,
  }),
  receiveZaloEvent: route({
    method: 'POST',
    path: '/v1/webhooks/zalo',
    who: 'gateway',
    summary: 'Báo phát tin Zalo · Zalo’s events, signed by Zalo; a received ZNS is a receipt',
    body: z.looseObject({
      event_name: shape.word(60),
      timestamp: shape.word(20),
      message: z.looseObject({ tracking_id: shape.word(60).optional() }).optional(),
    }),
    answers,
  }),
  listCalls: route({
    method: 'GET',
    path: '/v1/call-list',
    who: ['clerk', 'supervisor'],
    summary:
      'Gọi cho người dân · Whom no message has reached, the oldest first; a number is shown to its own office only, and the reading is recorded',
    query: z.strictObject({
      office: shape.slug.optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
      after: z
        .string()
        .max(80)
        .regex(/^\d{14}#[0-9A-Za-z-]{28,60}$/)
        .optional(),
    }),
    answers: {
      200: z.object({
        items: z.array(
          z.object({
            reference: z.string(),
            dossierId: shape.ulid,
            office: z.string(),
            code: z.string().optional(),
            template: z.string(),
            reason: z.enum(['no-receipt', 'undelivered', 'failed', 'unknown']),
            since: shape.isoTime,
            phone: z.string().optional(),
          }),
        ),
        next: z.string().optional(),
      }),
    },
  }),
  settleCall: route({
    method: 'POST',
    path: '/v1/call-list/{reference}/settled',
    who: ['clerk'],
    summary: 'Kết quả cuộc gọi · How the call went; said again it is the same answer',
    params: z.object({ reference }),
    body: z.strictObject({ outcome: callOutcome, note: shape.text(300).optional() }),
    answers: {
      200: z.object({
        reference: z.string(),
        outcome: callOutcome,
        by: z.string(),
        at: shape.isoTime,
      }),
    },
  }),
  correctContact: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/contact',
    who: ['clerk'],
    summary:
      'Sửa số điện thoại · The number was another’s: what still matters is said again to this one',
    idempotent: true,
    params: z.object({ dossierId: shape.ulid }),
    body: z.strictObject({
      phone: shape.vietnamMobile,
      reason: z.enum(['wrong-number', 'number-changed', 'citizen-asked']),
    }),
    answers: { 200: z.object({ dossierId: shape.ulid, version: z.int() }) },
  }),
} as const;
