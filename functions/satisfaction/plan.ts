import type { Env as SatisfactionEnv } from '#functions/satisfaction/api/env.ts';
import { api, type Plans, type Surroundings, type Vars } from '#infra/functions/plan.ts';

/** What citizens think of it. */
export const satisfactionPlans = ({ tables, keysSecret }: Surroundings) => {
  const environment: Vars<typeof SatisfactionEnv> = { ...tables, KEYS_SECRET: keysSecret };
  return {
    'satisfaction/api': {
      ...api,
      environment,
      impact: 'citizens cannot say whether they are satisfied',
      dossiers: ['read', 'write'],
      ledger: ['read', 'write', 'update'],
      seals: true,
    },
  } as const satisfies Plans;
};
