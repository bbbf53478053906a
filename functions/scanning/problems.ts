import { type Problem, row } from '#edge/problems/row.ts';
import type { ScanningRefusals } from './domain/refusals.ts';

/** Files and their pages. */
export const scanningProblems = {
  'page-unknown': row(404, 'Không có trang này', 'No such page'),
  'scan-not-readable-yet': row(409, 'Bản quét chưa được kiểm tra', 'The scan is not verified'),
} as const satisfies Record<keyof ScanningRefusals, Problem>;
