import { minutes, seconds } from '#domain/time/instant.ts';
import { answering, type ServicePlan, sweeping } from '#plan/service-plan.ts';
import type { Source, Variables } from '#plan/sources.ts';
import { accessTable, catalogueBucket, tables } from '#plan/variables.ts';
import type { Env as ApiEnv } from './api/env.ts';
import type { Env as PushEnv } from './push-dossier/env.ts';
import type { Env as PendingEnv } from './push-pending/env.ts';

const nationalPortal = {
  PORTAL_URL: {
    setting: {
      parameter: 'PortalUrl',
      description:
        'Base address of the adapter before the national portal; dossiers wait until it is set',
      fallback: 'not-configured',
    },
  },
  PORTAL_ACCOUNT_SECRET: { secret: 'portal' },
  PORTAL_UNIT_CODE: {
    setting: {
      parameter: 'PortalUnitCode',
      description: 'What the national portal knows the province by (mã đơn vị)',
      fallback: 'replace-me',
    },
  },
} as const satisfies Readonly<Record<string, Source>>;

const environment = { ...tables, ...catalogueBucket, ...nationalPortal } satisfies Variables<
  typeof PushEnv
> &
  Variables<typeof PendingEnv>;

const pushing = {
  environment,
  grants: {
    items: { read: ['dossier', 'record:national-sync'], put: ['record:national-sync'] },
    catalogue: ['read'],
    secrets: { portal: ['read'] },
  },
} as const;

/** The national copies of dossiers, which the province is scored by. */
export const portal = {
  functions: {
    api: {
      ...answering,
      environment: { ...environment, ...accessTable } satisfies Variables<typeof ApiEnv>,
      // It waits for the other side while it compares.
      timeout: seconds(25),
      impact: 'nobody sees where the national portal differs from us, or can put it right',
      grants: {
        items: {
          read: [
            'dossier',
            'code',
            'dossier-number',
            'record:national-sync',
            'answer',
            'access-entry',
          ],
          put: ['record:national-sync', 'answer', 'access-entry'],
        },
        catalogue: ['read'],
        secrets: { portal: ['read'] },
      },
    },
    'push-dossier': {
      ...pushing,
      timeout: seconds(50),
      impact: 'the national portal hears of dossiers a minute late',
    },
    'push-pending': {
      ...sweeping,
      ...pushing,
      impact: 'dossiers that the national portal missed stay wrong there',
    },
  },
  queues: {
    Portal: {
      worker: 'push-dossier',
      batchSize: 5,
      maxConcurrency: 5,
      impact: 'the national portal shows dossiers as they were, and the province is scored by it',
    },
  },
  schedules: { PushPendingCopies: { worker: 'push-pending', every: minutes(1) } },
  alarms: {
    NationalCopyStale: {
      harm: 'the province’s scores count dossiers as late that are not: the national portal refuses them or has not had them for a day',
      runbook: 'national-copy-stale',
    },
  },
} as const satisfies ServicePlan;
