import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';

/** Tra cứu hồ sơ. */
export const contract = {
  trackDossier: route({
    method: 'POST',
    path: '/v1/track',
    who: 'anyone',
    throttle: { rate: 20, burst: 40 },
    summary:
      'Tra cứu hồ sơ · Code and tracking secret give status and dates, nothing else (TT 01/2018 art. 16)',
    body: z.strictObject({ code: z.string().min(8).max(60), secret: z.string().min(8).max(20) }),
    answers: {
      200: z.object({
        code: z.string(),
        status: z.string(),
        statusText: z.object({ vi: z.string(), en: z.string() }),
        nationalStatus: z.int(),
        acceptedAt: shape.isoTime.optional(),
        dueAt: shape.isoTime.optional(),
        decidedAt: shape.isoTime.optional(),
        delivery: z
          .object({
            carrier: z.string(),
            waybill: z.string(),
            state: z.string(),
            deliveredAt: shape.isoTime.optional(),
          })
          .optional(),
      }),
    },
  }),
} as const;
