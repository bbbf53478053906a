import type { Env as PrintEnv } from '#functions/forms/print-form/env.ts';
import type { Env as IntakeEnv } from '#functions/intake/api/env.ts';
import { api, type Plans, type Surroundings, type Vars } from '#infra/functions/plan.ts';

/** The counter: looking up, taking in, printing. */
export const intakePlans = ({ tables, keysSecret, settings }: Surroundings) => {
  const keyed: Vars<typeof IntakeEnv> = { ...tables, KEYS_SECRET: keysSecret };
  const printing: Vars<typeof PrintEnv> = { ...keyed, PUBLIC_URL: settings.publicUrl };
  return {
    'catalogue/api': {
      ...api,
      environment: {},
      impact: 'clerks cannot look up a procedure',
    },
    'intake/api': {
      ...api,
      environment: keyed,
      impact: 'post offices cannot take in dossiers',
      dossiers: ['read', 'write'],
      ledger: ['read', 'write', 'update'],
      seals: true,
    },
    'forms/print-form': {
      ...api,
      environment: printing,
      impact: 'citizens leave the counter without a receipt',
      dossiers: ['read', 'write'],
      seals: true,
    },
  } as const satisfies Plans;
};
