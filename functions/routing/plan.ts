import { hours, minutes, seconds } from '#domain/time/instant.ts';
import type { ServicePlan } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { consumerQueues, tables } from '#plan/variables.ts';
import type { Env } from './publish-events/env.ts';

/** The fast path of the outbox: from the stream to whoever must hear. */
export const routing = {
  functions: {
    'publish-events': {
      environment: { ...tables, ...consumerQueues } satisfies Variables<typeof Env>,
      timeout: seconds(30),
      impact: 'events wait for the sweeper: departments and citizens hear a minute late',
      grants: {
        items: { update: ['publication'] },
        sendTo: ['Notifications', 'Courier', 'Portal', 'Figures'],
        departmentQueues: ['send'],
      },
    },
  },
  streams: {
    Outbox: {
      table: 'dossiers',
      worker: 'publish-events',
      batchSize: 25,
      parallelization: 4,
      retries: 5,
      maxAge: hours(1),
      insertsWith: 'outbox',
      missed: {
        name: 'MissedStreamBatches',
        impact: 'events wait for the sweeper: departments and citizens hear a minute late',
      },
      lag: {
        after: minutes(1),
        harm: 'accepted dossiers reach departments late (the stream lags by over a minute)',
        runbook: 'stream-lags',
      },
    },
  },
} as const satisfies ServicePlan;
