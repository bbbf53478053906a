import * as z from 'zod';
import { type ProblemsOf, row } from '#edge/problems/row.ts';
import type { PortalRefusals } from './domain/refusals.ts';

/** The national copy. */
export const portalProblems = {
  'national-copy-unknown': row(
    404,
    'Hồ sơ chưa có trên Cổng dịch vụ công quốc gia',
    'The dossier has no national copy',
  ),
  'portal-unavailable': row(
    503,
    'Cổng dịch vụ công quốc gia không trả lời hoặc chưa được cấu hình',
    'The national portal does not answer, or no account is configured',
    { why: z.string() },
  ),
} as const satisfies ProblemsOf<PortalRefusals>;
