import * as z from 'zod';
import { type ProblemsOf, row } from '#edge/problems/row.ts';
import type { NotificationsRefusals } from './domain/refusals.ts';

/** Receipts, calls to make and numbers to correct. */
export const notificationsProblems = {
  'call-unknown': row(404, 'Không có cuộc gọi này', 'No such call to make'),
  'call-settled': row(
    409,
    'Cuộc gọi này đã có kết quả khác',
    'This call was settled with another outcome',
    { outcome: z.string() },
  ),
  'receipt-unclear': row(
    400,
    'Báo phát không nói rõ tin đã đến hay chưa',
    'The receipt does not say whether the message came',
  ),
  'contact-unchanged': row(409, 'Số điện thoại không đổi', 'That is the number already'),
} as const satisfies ProblemsOf<NotificationsRefusals>;
