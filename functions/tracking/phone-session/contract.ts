import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { OwnAccessView } from '#functions/tracking/api/own-access-view.ts';
import { TrackedView } from '#functions/tracking/api/tracked-view.ts';
import { throttles } from '#plan/throttles.ts';

/** 256 bits, base64url. */
const challenge = z
  .string()
  .length(43)
  .regex(/^[\w-]+$/);

/** Phiên làm việc bằng số điện thoại: proves the phone, neither a name nor an identity. */
export const contract = {
  /**
   * Mã xác nhận qua SMS. `challenge` goes with the digits when the session is opened, so that an
   * answer overheard alone opens nothing; both are good for `validSeconds`.
   */
  requestPhoneCode: route({
    method: 'POST',
    path: '/v1/phone/otp',
    who: 'anyone',
    throttle: throttles.trackingCodes,
    summary:
      'Xin mã xác nhận cho số điện thoại · Sends eight digits; the answer is the same whether or not the number is known or has had its share',
    body: z.strictObject({ phone: shape.vietnamMobile }),
    answers: { 202: z.object({ challenge: z.string(), validSeconds: z.int() }) },
    refuses: ['too-many-tries'],
  }),
  /**
   * `otp-denied` does not tell whether phone, challenge or digits were wrong. The token is a
   * bearer token until `expiresAt`.
   */
  openPhoneSession: route({
    method: 'POST',
    path: '/v1/phone/session',
    who: 'anyone',
    throttle: throttles.trackingCodes,
    summary:
      'Mở phiên của số điện thoại · The challenge and the digits of the SMS, once, for half an hour',
    body: z.strictObject({
      phone: shape.vietnamMobile,
      challenge,
      otp: z
        .string()
        .length(8)
        .regex(/^\d{8}$/),
    }),
    answers: { 201: z.object({ token: z.string(), expiresAt: shape.isoTime }) },
    refuses: ['otp-denied', 'too-many-tries'],
  }),
  /** Asked again it is over all the same. */
  endPhoneSession: route({
    method: 'POST',
    path: '/v1/phone/session/end',
    who: 'phone',
    throttle: throttles.tracking,
    summary: 'Đăng xuất · The session is over at once',
    body: z.strictObject({}).optional(),
    answers: { 200: z.object({}) },
  }),
  /** A page at a time; `next` as in every list. */
  listPhoneDossiers: route({
    method: 'GET',
    path: '/v1/phone/dossiers',
    who: 'phone',
    reads: { what: 'tracking', of: 'answer' },
    throttle: throttles.tracking,
    summary:
      'Hồ sơ của số điện thoại này · Code, status, dates and parcel of each, as the receipt opens it (TT 01/2018 art. 16, since replaced by TT 03/2025); never names, procedures or reasons',
    query: z.strictObject(shape.page),
    answers: {
      200: z.object({ items: z.array(TrackedView), next: z.string().optional() }),
    },
  }),
  /** Of one of these dossiers, by its code; any other is `dossier-unknown`. Newest first. */
  readPhoneAccess: route({
    method: 'GET',
    path: '/v1/phone/access-log',
    who: 'phone',
    reads: { what: 'access-log', of: 'answer' },
    throttle: throttles.tracking,
    summary: 'Ai đã xem hồ sơ của tôi · Who read a dossier of this number, or was refused it',
    query: z.strictObject({ code: z.string().min(8).max(60), ...shape.accessPage }),
    answers: { 200: OwnAccessView },
    refuses: ['dossier-unknown'],
  }),
} as const;
