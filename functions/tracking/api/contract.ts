import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { DetailView, sentence } from './detail-view.ts';

const code = z.string().min(8).max(60);
const secret = z.string().min(8).max(20);

/** Tra cứu hồ sơ. */
export const contract = {
  trackDossier: route({
    method: 'POST',
    path: '/v1/track',
    who: 'anyone',
    throttle: { rate: 20, burst: 40 },
    summary:
      'Tra cứu hồ sơ · Code and tracking secret give status and dates, nothing else (TT 01/2018 art. 16)',
    body: z.strictObject({ code, secret }),
    answers: {
      200: z.object({
        code: z.string(),
        status: z.string(),
        statusText: sentence,
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
  requestOtp: route({
    method: 'POST',
    path: '/v1/track/otp',
    who: 'anyone',
    throttle: { rate: 10, burst: 20 },
    summary:
      'Xin mã xác nhận · Sends six digits to the phone of the dossier; the answer is the same whether or not code and secret fit',
    body: z.strictObject({ code, secret }),
    answers: { 202: z.object({ validSeconds: z.int() }) },
  }),
  openSession: route({
    method: 'POST',
    path: '/v1/track/session',
    who: 'anyone',
    throttle: { rate: 10, burst: 20 },
    summary:
      'Mở phiên tra cứu · Code, tracking secret and the digits of the SMS open the dossier for 15 minutes, once',
    body: z.strictObject({
      code,
      secret,
      otp: z
        .string()
        .length(6)
        .regex(/^\d{6}$/),
    }),
    answers: { 201: z.object({ token: z.string(), expiresAt: shape.isoTime }) },
  }),
  readTrackedDetail: route({
    method: 'GET',
    path: '/v1/track/detail',
    who: 'citizen',
    throttle: { rate: 20, burst: 40 },
    summary:
      'Chi tiết hồ sơ · Who has it since when, appointments and their reasons, papers, parcel (TT 01/2018 art. 16)',
    answers: { 200: DetailView },
  }),
} as const;
