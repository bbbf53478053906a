import type { Env as HandoverEnv } from '#functions/handover/api/env.ts';
import { api, type Plans, type Surroundings, timeouts, type Vars } from '#infra/functions/plan.ts';

/** Paper between post offices and departments. */
export const handoverPlans = ({ tables, keysSecret }: Surroundings) => {
  const keyed: Vars<typeof HandoverEnv> = { ...tables, KEYS_SECRET: keysSecret };
  return {
    'handover/api': {
      ...api,
      environment: keyed,
      impact: 'papers cannot be handed over between post offices and departments',
      dossiers: ['read', 'write'],
      ledger: ['read', 'write'],
      seals: true,
    },
    'handover/settle-pouches': {
      environment: keyed,
      timeout: timeouts.sweep,
      impact: 'dossiers of signed pouches are not filed',
      dossiers: ['read', 'write'],
      ledger: ['read', 'write'],
      seals: true,
    },
  } as const satisfies Plans;
};
