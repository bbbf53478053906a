import { seconds } from '#domain/time/instant.ts';
import { answering, type ServicePlan } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { catalogueBucket, edgeSecret, keys, tables } from '#plan/variables.ts';
import type { Env as ApiEnv } from './api/env.ts';
import type { Env as AuthorizerEnv } from './authorize-device/env.ts';

/** Machines of post offices: paired, let in, revoked. */
export const devices = {
  functions: {
    api: {
      ...answering,
      environment: { ...tables, ...catalogueBucket, ...keys, ...edgeSecret } satisfies Variables<
        typeof ApiEnv
      >,
      impact:
        'kiosks and displays cannot be paired or revoked, and those that run lose their way in',
      grants: {
        tables: { dossiers: ['read', 'write'], ledger: ['read', 'write', 'update'] },
        catalogue: ['read'],
        secrets: { master: ['read'], edge: ['read'] },
      },
    },
    'authorize-device': {
      timeout: seconds(5),
      memoryMb: 512,
      environment: { ...tables, ...keys } satisfies Variables<typeof AuthorizerEnv>,
      impact: 'kiosks give no numbers and displays stand still',
      grants: { tables: { dossiers: ['read'] }, secrets: { master: ['read'] } },
    },
  },
  // So long a revoked device's last token still opens what it opened.
  deviceAuthorizer: { worker: 'authorize-device', verdictLife: seconds(30) },
} as const satisfies ServicePlan;
