import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { throttles } from '#plan/throttles.ts';
import { DetailView } from './detail-view.ts';
import { OwnAccessView } from './own-access-view.ts';
import { TrackedView } from './tracked-view.ts';

const code = z.string().min(8).max(60);
const secret = z.string().min(8).max(20);

/** Tra cứu hồ sơ. */
export const contract = {
  /**
   * Tra cứu tình trạng hồ sơ: no person, no paper and no procedure in the answer. Wrong pairs are
   * counted: in the end `too-many-tries` says how many seconds to wait.
   */
  trackDossier: route({
    method: 'POST',
    path: '/v1/track',
    who: 'anyone',
    reads: { what: 'tracking', of: 'answer' },
    throttle: throttles.tracking,
    summary:
      'Tra cứu hồ sơ · Code and tracking secret give status and dates, nothing else (TT 01/2018 art. 16, since replaced by TT 03/2025)',
    body: z.strictObject({ code, secret }),
    answers: {
      200: TrackedView,
    },
    refuses: ['too-many-tries', 'tracking-denied'],
  }),
  /**
   * The same for browsers that run none of our scripts: a form in, a page out. The page of a refusal says
   * what is wrong; it has the status of the refusal.
   */
  trackOnPage: route({
    method: 'POST',
    path: '/v1/track/page',
    who: 'anyone',
    reads: { what: 'tracking', of: 'answer' },
    throttle: throttles.tracking,
    form: true,
    summary: 'Tra cứu hồ sơ không cần JavaScript · The status as a page, from a form',
    body: z.strictObject({ code, secret }),
    answers: { 200: 'page' },
    refuses: ['too-many-tries', 'tracking-denied'],
  }),
  /**
   * Mã xác nhận qua SMS. The answer gives nothing away: no code and secret that do not fit are told
   * so.
   */
  requestOtp: route({
    method: 'POST',
    path: '/v1/track/otp',
    who: 'anyone',
    throttle: throttles.trackingCodes,
    summary:
      'Xin mã xác nhận · Sends six digits to the phone of the dossier; the answer is the same whether or not code and secret fit',
    body: z.strictObject({ code, secret }),
    answers: { 202: z.object({ validSeconds: z.int() }) },
    refuses: ['too-many-tries'],
  }),
  /**
   * Six digits, once, within five minutes. The token opens this dossier alone and until
   * `expiresAt`.
   */
  openSession: route({
    method: 'POST',
    path: '/v1/track/session',
    who: 'anyone',
    throttle: throttles.trackingCodes,
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
    refuses: ['otp-denied', 'too-many-tries'],
  }),
  /**
   * Chi tiết hồ sơ for the citizen: names shortened, each appointment with the reasons of its date.
   */
  readTrackedDetail: route({
    method: 'GET',
    path: '/v1/track/detail',
    who: 'citizen',
    reads: { what: 'tracking', of: 'answer' },
    throttle: throttles.tracking,
    summary:
      'Chi tiết hồ sơ · Who has it since when, appointments and their reasons, papers, parcel (TT 01/2018 art. 16, since replaced by TT 03/2025)',
    answers: { 200: DetailView },
    refuses: ['calendar-missing', 'session-invalid', 'step-not-allowed'],
  }),
  /** Newest first, the citizen’s own readings among them. */
  readOwnAccess: route({
    method: 'GET',
    path: '/v1/track/access-log',
    who: 'citizen',
    reads: { what: 'access-log', of: 'answer' },
    throttle: throttles.tracking,
    summary: 'Ai đã xem hồ sơ của tôi · Who read the dossier of the session, or was refused it',
    query: z.strictObject(shape.accessPage),
    answers: { 200: OwnAccessView },
    refuses: ['session-invalid'],
  }),
} as const;
