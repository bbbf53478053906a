import * as z from 'zod';
import { phoneWarnings } from '#domain/identifiers/phone.ts';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { callOutcomes, callReasons } from '#functions/notifications/domain/unreached.ts';

const count = z
  .union([z.string().regex(/^\d{1,6}$/), z.int().min(0).max(999_999)])
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
const callOutcome = z.enum(callOutcomes);

/** Báo phát tin nhắn, gọi cho người dân, sửa số điện thoại. */
export const contract = {
  /**
   * Báo cáo phát tin: `recorded` is false where the message is not ours or was reported before. The
   * token in the address is the message's own. A message has one recipient, so exactly one of the counts is
   * above 0; whatever else is no receipt (`receipt-unclear`), for "not delivered" has the citizen called.
   */
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
    refuses: ['receipt-unclear', 'webhook-forged'],
  }),
  /** eSMS itself calls back by GET. */
  receiveSmsCallback: route({
    method: 'GET',
    path: '/v1/webhooks/sms/{gateway}',
    who: 'gateway',
    reads: 'nothing-personal',
    summary: 'Báo phát tin nhắn · The same by GET, as eSMS sends it',
    params,
    query: z.looseObject({ token, ...receipt }),
    answers,
    refuses: ['receipt-unclear', 'webhook-forged'],
  }),
  /** ZNS (tin Zalo của OA): signed by Zalo over application, body and timestamp. */
  receiveZaloEvent: route({
    method: 'POST',
    path: '/v1/webhooks/zalo',
    who: 'gateway',
    summary: 'Báo phát tin Zalo · Zalo’s events, signed by Zalo; a received ZNS is a receipt',
    body: z.looseObject({
      event_name: shape.word(60),
      timestamp: z.string().regex(/^\d{10,16}$/),
      message: z.looseObject({ tracking_id: shape.word(60).optional() }).optional(),
    }),
    answers,
    refuses: ['webhook-forged'],
  }),
  /**
   * Danh sách cần gọi: `reason` says what became of the message, `no-mobile` that none can go. `phone` is
   * E.164, absent for a supervisor and where the citizen has none and is written to. `reference` names the
   * message.
   */
  listCalls: route({
    method: 'GET',
    path: '/v1/call-list',
    who: ['clerk', 'supervisor'],
    reads: { what: 'contact', of: 'answer' },
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
            reason: z.enum(callReasons),
            since: shape.isoTime,
            phone: z.string().optional(),
          }),
        ),
        next: z.string().optional(),
      }),
    },
    refuses: ['office-unknown'],
  }),
  /** Kept is the first outcome; another one later is `call-settled` with the first. */
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
    refuses: ['call-settled', 'call-unknown'],
  }),
  /** Sửa số điện thoại liên hệ: what the citizen still has to know goes to the new number. */
  correctContact: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/contact',
    who: ['clerk'],
    summary:
      'Sửa số điện thoại · The number was another’s: what still matters is said again to this one',
    idempotent: true,
    params: z.object({ dossierId: shape.ulid }),
    body: z.strictObject({
      phone: shape.phoneAsRead,
      reason: z.enum(['wrong-number', 'number-changed', 'citizen-asked']),
    }),
    answers: {
      200: z.object({
        dossierId: shape.ulid,
        version: z.int(),
        /** Of how the number was read, for the clerk to read back. */
        warnings: z.array(z.enum(phoneWarnings)),
      }),
    },
    refuses: ['contact-unchanged', 'dossier-unknown', 'step-not-allowed', 'too-many-changes'],
  }),
} as const;
