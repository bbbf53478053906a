import { minutes } from '#domain/time/instant.ts';
import { answering, type ServicePlan, sweeping } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { accessTable, catalogueBucket, keys, tables } from '#plan/variables.ts';
import type { Env as ApiEnv } from './api/env.ts';
import type { Env as SettleEnv } from './settle-pouches/env.ts';

const shared = {
  environment: { ...tables, ...catalogueBucket, ...keys } satisfies Variables<typeof SettleEnv>,
  grants: {
    tables: { dossiers: ['read', 'write'], ledger: ['read', 'write', 'update'] },
    catalogue: ['read'],
    secrets: { master: ['read'] },
  },
} as const;

/** Paper between post offices and departments. */
export const handover = {
  functions: {
    api: {
      ...answering,
      environment: { ...shared.environment, ...accessTable } satisfies Variables<typeof ApiEnv>,
      grants: { ...shared.grants, tables: { ...shared.grants.tables, access: ['read', 'write'] } },
      impact: 'papers cannot be handed over between post offices and departments',
    },
    'settle-pouches': {
      ...sweeping,
      ...shared,
      impact: 'dossiers of signed pouches are not filed',
    },
  },
  schedules: { SettlePouches: { worker: 'settle-pouches', every: minutes(1) } },
  alarms: {
    PouchUnbalanced: {
      harm: 'papers of citizens are missing, surplus or refused in a counted pouch',
      runbook: 'pouch-unbalanced',
    },
  },
} as const satisfies ServicePlan;
