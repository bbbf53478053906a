import * as z from 'zod';
import { type ProblemsOf, row } from '#edge/problems/row.ts';
import type { CatalogueRefusals } from './domain/refusals.ts';

/** Procedures. */
export const catalogueProblems = {
  'procedure-not-found': row(404, 'Không tìm thấy thủ tục', 'Procedure not found', {
    procedure: z.string(),
  }),
} as const satisfies ProblemsOf<CatalogueRefusals>;
