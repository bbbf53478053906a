import { type Problem, row } from '#edge/problems/row.ts';
import type { OversightRefusals } from './domain/refusals.ts';

/** Amendments of the calendar. */
export const oversightProblems = {
  'amendment-unknown': row(404, 'Không có lần sửa lịch này', 'No such calendar amendment'),
  'amendment-confirmed': row(409, 'Lần sửa lịch đã có hiệu lực', 'The amendment is in force'),
} as const satisfies Record<keyof OversightRefusals, Problem>;
