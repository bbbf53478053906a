import { answering, type ServicePlan } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { tables } from '#plan/variables.ts';
import type { Env } from './api/env.ts';

/** Money across the counter. */
export const money = {
  functions: {
    api: {
      ...answering,
      environment: tables satisfies Variables<typeof Env>,
      impact: 'counters cannot take fees or close their drawers',
      grants: { tables: { dossiers: ['read', 'write'], ledger: ['read', 'write'] } },
    },
  },
} as const satisfies ServicePlan;
