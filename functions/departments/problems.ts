import { type ProblemsOf, row } from '#edge/problems/row.ts';
import type { DepartmentsRefusals } from './domain/refusals.ts';

/** Joint work of departments. */
export const departmentsProblems = {
  'legs-unknown': row(
    422,
    'Thủ tục không quy định sẵn các bước liên thông, xin nêu rõ',
    'The procedure lists no legs: name them',
  ),
} as const satisfies ProblemsOf<DepartmentsRefusals>;
