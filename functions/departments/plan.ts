import { hours, seconds } from '#domain/time/instant.ts';
import { answering, type ServicePlan, sweeping } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { accessTable, catalogueBucket, tables } from '#plan/variables.ts';
import type { Env as ApiEnv } from './api/env.ts';
import type { Env as ExpireEnv } from './expire-requests/env.ts';
import type { Env as JointWorkEnv } from './joint-work/env.ts';
import type { Env as ReceiveEnv } from './receive-dossier/env.ts';

const environment = { ...tables, ...catalogueBucket } satisfies Variables<typeof ExpireEnv>;
const deskEnvironment = { ...environment, ...accessTable } satisfies Variables<typeof ApiEnv> &
  Variables<typeof JointWorkEnv>;

const desk = { catalogue: ['read'] } as const;
const deskItems = {
  read: ['dossier', 'answer', 'access-entry', 'record:calendar-amendment'],
  put: ['dossier', 'answer', 'access-entry'],
} as const;

/** The departments' desk, and what they are still waiting for. */
export const departments = {
  functions: {
    api: {
      ...answering,
      environment: deskEnvironment,
      impact: 'departments cannot pull or decide dossiers',
      grants: {
        ...desk,
        items: {
          read: [...deskItems.read, 'inbox-list', 'pull-list', 'record:staff-name'],
          put: [...deskItems.put, 'record:staff-name'],
        },
      },
    },
    'joint-work': {
      ...answering,
      environment: deskEnvironment,
      impact: 'departments cannot ask each other, and asked ones cannot answer',
      grants: {
        ...desk,
        items: { read: [...deskItems.read, 'assignment-list'], put: deskItems.put },
      },
    },
    'receive-dossier': {
      environment: tables satisfies Variables<typeof ReceiveEnv>,
      timeout: seconds(20),
      impact: 'accepted dossiers do not appear in department inboxes',
      grants: {
        items: { read: ['dossier'], put: ['dossier', 'claim'] },
        departmentQueues: ['work'],
      },
    },
    'expire-requests': {
      ...sweeping,
      environment,
      impact: 'dossiers wait for ever for papers that nobody brings or money that nobody pays',
      grants: {
        items: { read: ['dossier', 'inbox-list', 'record:calendar-amendment'], put: ['dossier'] },
        catalogue: ['read'],
      },
    },
  },
  departmentQueues: { worker: 'receive-dossier', batchSize: 10, maxConcurrency: 2 },
  schedules: { ExpireRequests: { worker: 'expire-requests', every: hours(1) } },
} as const satisfies ServicePlan;
