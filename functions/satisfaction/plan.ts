import { answering, type ServicePlan } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { catalogueBucket, edgeSecret, keys, tables } from '#plan/variables.ts';
import type { Env } from './api/env.ts';

/** What citizens think of it. */
export const satisfaction = {
  functions: {
    api: {
      ...answering,
      environment: { ...tables, ...catalogueBucket, ...keys, ...edgeSecret } satisfies Variables<
        typeof Env
      >,
      impact: 'citizens cannot say whether they are satisfied',
      grants: {
        tables: { dossiers: ['read', 'write'], ledger: ['read', 'write', 'update'] },
        catalogue: ['read'],
        secrets: { master: ['read'], edge: ['read'] },
      },
    },
  },
} as const satisfies ServicePlan;
