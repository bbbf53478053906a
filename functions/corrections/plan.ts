import { answering, type ServicePlan } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { accessTable, catalogueBucket, keys, tables } from '#plan/variables.ts';
import type { Env } from './api/env.ts';

/** Đính chính: what was taken down wrong is put right. */
export const corrections = {
  functions: {
    api: {
      ...answering,
      environment: { ...tables, ...accessTable, ...catalogueBucket, ...keys } satisfies Variables<
        typeof Env
      >,
      impact: 'nothing that was typed or scanned wrong can be put right',
      grants: {
        tables: {
          dossiers: ['read', 'write'],
          ledger: ['read', 'write', 'update'],
          access: ['read', 'write'],
        },
        catalogue: ['read'],
        secrets: { master: ['read'] },
      },
    },
  },
} as const satisfies ServicePlan;
