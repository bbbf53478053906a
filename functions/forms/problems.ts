import * as z from 'zod';
import { type ProblemsOf, row } from '#edge/problems/row.ts';
import type { FormsRefusals } from './domain/refusals.ts';

/** What can be printed. */
export const formsProblems = {
  'temporary-block-used-up': row(
    409,
    'Dải số tạm không còn phiếu trắng',
    'The block has no blank slip left',
  ),
  'book-part-unknown': row(404, 'Sổ không có phần này', 'The book has no such part', {
    parts: z.int(),
  }),
  'form-unknown': row(404, 'Không có mẫu này', 'No such form'),
} as const satisfies ProblemsOf<FormsRefusals>;
