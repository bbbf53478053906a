import * as z from 'zod';
import { route } from '#edge/contract.ts';

const count = z
  .union([z.string().max(6), z.number()])
  .transform(Number)
  .default(0);

/** eSMS's words: how many of the message's recipients have it, and how many never will. */
const receipt = {
  RequestId: z.string().min(1).max(120),
  SendSuccess: count,
  SendFailed: count,
};

const params = z.object({ gateway: z.enum(['esms']) });
const token = z.string().max(64).default('');
const answers = { 200: z.object({ recorded: z.boolean() }) } as const;

/** Báo phát tin nhắn. */
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
} as const;
