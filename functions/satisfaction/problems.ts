import * as z from 'zod';
import { type ProblemsOf, row } from '#edge/problems/row.ts';
import type { SatisfactionRefusals } from './domain/refusals.ts';

/** Ratings and their figures. */
export const satisfactionProblems = {
  'reason-unknown': row(422, 'Không có lý do này trong danh mục', 'No such reason in the list', {
    reasons: z.array(z.string()),
  }),
  'rating-too-early': row(
    409,
    'Hồ sơ chưa kết thúc nên chưa thể đánh giá',
    'The dossier has not ended yet and cannot be rated',
    { state: z.string() },
  ),
  'already-rated': row(409, 'Hồ sơ đã được đánh giá', 'The dossier has been rated'),
  'figures-unknown': row(404, 'Không có số liệu này', 'No such figures'),
  'month-open': row(
    409,
    'Số liệu chỉ công bố khi tháng đã hết',
    'Figures are shown once the month is over',
    { month: z.string() },
  ),
} as const satisfies ProblemsOf<SatisfactionRefusals>;
