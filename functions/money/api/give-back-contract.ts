import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import { giveBackStates } from '#functions/money/domain/give-back.ts';
import { GiveBackView } from './views/give-back.ts';
import { PursesShape } from './views/money.ts';

const clerk = ['clerk'] as const;
const second = ['clerk', 'supervisor'] as const;
const receipt = z.object({ receiptNumber: z.string().max(60) });
const giveBack = z.object({ giveBackId: shape.ulid });
/** The citizen, or who collected at the door, as signed on the phiếu chi. */
const signedBy = shape.personName;

/** What the book holds against it: when it is asked for, and again when it is confirmed. */
const onBook = [
  'amount-invalid',
  'amount-not-cash',
  'drawer-short',
  'hand-in-too-large',
  'receipt-bound',
  'receipt-refunded',
  'receipt-remitted',
  'receipt-unknown',
  'refund-too-large',
  'shift-full',
  'shift-unknown',
] as const;

/** Hoàn tiền, hủy và sửa biên lai: one clerk asks, a second person confirms. */
export const giveBackRoutes = {
  /**
   * Hoàn phí, lệ phí: from the asking clerk's drawer once a second person confirms; at most what is left of
   * the receipt after earlier refunds. What was refunded is not owed again.
   */
  refundReceipt: route({
    method: 'POST',
    path: '/v1/receipts/{receiptNumber}/refund',
    who: clerk,
    summary:
      'Đề nghị hoàn tiền · Never more than is left of the receipt; waits for a second person',
    idempotent: true,
    params: receipt,
    body: z.strictObject({ purses: PursesShape, reason: shape.text(300), signedBy }),
    answers: { 201: GiveBackView },
    refuses: onBook,
  }),
  /**
   * Hủy biên lai: the whole receipt by its mirror, and its notes out of the drawer, while its money is still
   * here. `receipt-bound`: the dossier goes on because of it.
   */
  reverseReceipt: route({
    method: 'POST',
    path: '/v1/receipts/{receiptNumber}/reversal',
    who: clerk,
    summary: 'Đề nghị hủy biên lai · All of it is given back; waits for a second person',
    idempotent: true,
    params: receipt,
    body: z.strictObject({ reason: shape.text(300), signedBy }),
    answers: { 201: GiveBackView },
    refuses: onBook,
  }),
  /**
   * Sửa biên lai gõ nhầm: by its mirror and a new receipt of what came in truth, and no note moves, in the
   * open shift and long after its close; the shift's difference is taken back by as much. All purses nothing:
   * nothing had come.
   */
  correctReceipt: route({
    method: 'POST',
    path: '/v1/receipts/{receiptNumber}/correction',
    who: clerk,
    summary:
      'Đề nghị sửa biên lai gõ nhầm · What came in truth; no note moves; waits for a second person',
    idempotent: true,
    params: receipt,
    body: z.strictObject({ purses: PursesShape, reason: shape.text(300) }),
    answers: { 201: GiveBackView },
    refuses: onBook,
  }),
  /** Of the own office, by state, the oldest first; a supervisor's are of every office or of one. */
  listGiveBacks: route({
    method: 'GET',
    path: '/v1/give-backs',
    reads: { what: 'money', of: 'answer' },
    who: second,
    summary: 'Đề nghị hoàn, hủy, sửa biên lai · What waits for a second person, or was settled',
    query: z.strictObject({
      state: z.enum(giveBackStates).default('waiting'),
      office: shape.slug.optional(),
      ...shape.page,
    }),
    answers: { 200: z.object({ items: z.array(GiveBackView), next: z.string().optional() }) },
    refuses: ['office-unknown'],
  }),
  /** A colleague of the office or a supervisor, never who asked; only now anything moves. */
  confirmGiveBack: route({
    method: 'POST',
    path: '/v1/give-backs/{giveBackId}/confirmation',
    who: second,
    summary: 'Xác nhận hoàn, hủy, sửa biên lai · The second person; only now anything moves',
    idempotent: true,
    params: giveBack,
    body: z.strictObject({}).optional(),
    answers: { 200: GiveBackView },
    refuses: [...onBook, 'give-back-ended', 'give-back-unknown', 'same-signatory'],
  }),
  /** Taken back by who asked, or refused by who could have confirmed it. */
  refuseGiveBack: route({
    method: 'POST',
    path: '/v1/give-backs/{giveBackId}/refusal',
    who: second,
    summary: 'Từ chối hoặc rút đề nghị · Nothing has moved, and nothing will',
    idempotent: true,
    params: giveBack,
    body: z.strictObject({ reason: shape.text(300) }),
    answers: { 200: GiveBackView },
    refuses: ['give-back-ended', 'give-back-unknown', 'same-signatory'],
  }),
} as const;
