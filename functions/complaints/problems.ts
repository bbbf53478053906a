import * as z from 'zod';
import { type ProblemsOf, row } from '#edge/problems/row.ts';
import type { ComplaintsRefusals } from './domain/refusals.ts';

/** Complaints. */
export const complaintsProblems = {
  'complaint-unknown': row(404, 'Không tìm thấy khiếu nại này', 'No such complaint'),
  'complaint-answered': row(
    409,
    'Khiếu nại đã được trả lời; ý kiến khác thì lập khiếu nại mới',
    'The complaint was answered; what is new is another complaint',
  ),
  'complaint-too-late': row(
    409,
    'Đã hết thời hiệu khiếu nại 6 tháng (TT 17/2017/TT-BTTTT điều 8)',
    'Six months have passed since the service ended; a complaint is no longer taken',
    { until: z.string() },
  ),
} as const satisfies ProblemsOf<ComplaintsRefusals>;
