import * as z from 'zod';
import { type ProblemsOf, row } from '#edge/problems/row.ts';
import type { ScanningRefusals } from './domain/refusals.ts';

/** Files and their pages. */
export const scanningProblems = {
  'page-unknown': row(404, 'Không có trang này', 'No such page', { pages: z.int() }),
  'scan-address-dead': row(
    409,
    'Địa chỉ tải lên đã hết hạn; báo tệp lại với khóa mới',
    'The upload address has expired; announce the file again under a new key',
  ),
  'scan-not-readable-yet': row(409, 'Bản quét chưa được kiểm tra', 'The scan is not verified'),
} as const satisfies ProblemsOf<ScanningRefusals>;
