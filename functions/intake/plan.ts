import { answering, type ServicePlan } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { accessTable, catalogueBucket, keys, tables } from '#plan/variables.ts';
import type { Env } from './api/env.ts';

/** The counter: taking dossiers in. */
export const intake = {
  functions: {
    api: {
      ...answering,
      environment: { ...tables, ...accessTable, ...catalogueBucket, ...keys } satisfies Variables<
        typeof Env
      >,
      impact: 'post offices cannot take in dossiers',
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
