import { type ProblemsOf, row } from '#edge/problems/row.ts';
import type { TrackingRefusals } from './domain/refusals.ts';

/** What citizens open with a code. */
export const trackingProblems = {
  'otp-denied': row(
    401,
    'Mã xác nhận không đúng, đã dùng hoặc đã hết hạn',
    'The one-time code is wrong, used or expired',
  ),
  'anchor-unknown': row(404, 'Chưa có dấu neo của ngày này', 'No anchor of that day'),
} as const satisfies ProblemsOf<TrackingRefusals>;
