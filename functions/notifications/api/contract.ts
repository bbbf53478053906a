import * as z from 'zod';
import { route } from '#edge/contract.ts';

/** Báo phát tin nhắn. */
export const contract = {
  receiveSmsWebhook: route({
    method: 'POST',
    path: '/v1/webhooks/sms/{gateway}',
    who: 'gateway',
    summary:
      'Báo phát tin nhắn · Delivery receipt of an SMS; the address carries a token per message',
    params: z.object({ gateway: z.enum(['esms']) }),
    query: z.looseObject({ token: z.string().max(64).default('') }),
    body: z.looseObject({
      RequestId: z.string().min(1).max(120),
      /** 5: delivered to the handset; every other number is a failure (eSMS). */
      SendStatus: z.union([z.string().max(4), z.number()]).transform(String),
    }),
    answers: { 200: z.object({ recorded: z.boolean() }) },
  }),
} as const;
