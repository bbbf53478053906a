import { answering, type ServicePlan } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { tables } from '#plan/variables.ts';
import type { Env } from './api/env.ts';

/** Who waits at a post office. */
export const queueing = {
  functions: {
    api: {
      ...answering,
      environment: tables satisfies Variables<typeof Env>,
      impact: 'post offices cannot call the next number',
      grants: { tables: { dossiers: ['read', 'write'], ledger: ['read', 'write'] } },
    },
  },
} as const satisfies ServicePlan;
