import type { Env as ReturnsEnv } from '#functions/returns/api/env.ts';
import { api, type Plans, type Surroundings, type Vars } from './plan.ts';

/** The way back to the citizen. */
export const returnPlans = ({ tables, keysSecret }: Surroundings) => {
  const keyed: Vars<typeof ReturnsEnv> = { ...tables, KEYS_SECRET: keysSecret };
  return {
    'returns/api': {
      ...api,
      environment: keyed,
      impact: 'results are not dispatched and courier news is not taken in',
      dossiers: ['read', 'write'],
      ledger: ['read', 'write'],
      seals: true,
    },
  } as const satisfies Plans;
};
