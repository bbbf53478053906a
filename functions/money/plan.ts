import type { Env as MoneyEnv } from '#functions/money/api/env.ts';
import { api, type Plans, type Surroundings, type Vars } from '#infra/functions/plan.ts';

/** Money across the counter. */
export const moneyPlans = ({ tables }: Surroundings) => {
  const environment: Vars<typeof MoneyEnv> = tables;
  return {
    'money/api': {
      ...api,
      environment,
      impact: 'counters cannot take fees or close their drawers',
      dossiers: ['read', 'write'],
      ledger: ['read', 'write'],
    },
  } as const satisfies Plans;
};
