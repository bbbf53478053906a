import type { Env as QueueingEnv } from '#functions/queueing/api/env.ts';
import { api, type Plans, type Surroundings, type Vars } from '#infra/functions/plan.ts';

/** Who waits at a post office. */
export const queueingPlans = ({ tables }: Surroundings) => {
  const environment: Vars<typeof QueueingEnv> = tables;
  return {
    'queueing/api': {
      ...api,
      environment,
      impact: 'post offices cannot call the next number',
      dossiers: ['read', 'write'],
      ledger: ['read', 'write'],
    },
  } as const satisfies Plans;
};
