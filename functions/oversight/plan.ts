import { hours, minutes, seconds } from '#domain/time/instant.ts';
import { answering, type ServicePlan, sweeping } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { consumerQueues, evidenceBucket, figuresTable, tables } from '#plan/variables.ts';
import type { Env as AnchorEnv } from './anchor-day/env.ts';
import type { Env as ApiEnv } from './api/env.ts';
import type { Env as MoveEnv } from './move-to-successor/env.ts';
import type { Env as FiguresEnv } from './project-figures/env.ts';
import type { Env as ReannounceEnv } from './reannounce-dates/env.ts';
import type { Env as SweepEnv } from './sweep-outbox/env.ts';
import type { Env as WatchEnv } from './watch-limits/env.ts';

const environment = tables satisfies Variables<typeof ApiEnv> &
  Variables<typeof MoveEnv> &
  Variables<typeof ReannounceEnv> &
  Variables<typeof WatchEnv>;

/** What watches over the whole, and what the province decides for everybody. */
export const oversight = {
  functions: {
    api: {
      ...answering,
      environment,
      impact: 'nobody sees what is late, and the province cannot amend the working calendar',
      grants: { tables: { dossiers: ['read', 'write'], ledger: ['read', 'write'] } },
    },
    'reannounce-dates': {
      ...sweeping,
      environment,
      impact: 'citizens keep dates that a new holiday has made impossible',
      grants: { tables: { dossiers: ['read', 'write'], ledger: ['read', 'write'] } },
    },
    'move-to-successor': {
      ...sweeping,
      environment,
      impact: 'dossiers of an agency that has ended lie where nobody works',
      grants: { tables: { dossiers: ['read', 'write'], ledger: ['write'] } },
    },
    'watch-limits': {
      ...sweeping,
      environment,
      impact: 'dossiers are late and nobody is told',
      grants: { tables: { dossiers: ['read', 'write'] } },
    },
    'sweep-outbox': {
      ...sweeping,
      environment: { ...tables, ...consumerQueues } satisfies Variables<typeof SweepEnv>,
      impact: 'an event that the stream misses stays unpublished',
      grants: {
        tables: { dossiers: ['read', 'update'] },
        sendTo: ['Notifications', 'Courier', 'Portal', 'Figures'],
        departmentQueues: ['send'],
      },
    },
    'project-figures': {
      environment: { ...tables, ...figuresTable } satisfies Variables<typeof FiguresEnv>,
      timeout: seconds(20),
      impact: 'the figures that leaders see stand still',
      grants: { tables: { dossiers: ['read'], figures: ['write', 'update'] } },
    },
    'anchor-day': {
      environment: { ...tables, ...evidenceBucket } satisfies Variables<typeof AnchorEnv>,
      timeout: minutes(10),
      memoryMb: 1_024,
      impact: 'the events of a day can be changed without anybody noticing',
      grants: {
        tables: { dossiers: ['read'] },
        buckets: [
          {
            bucket: 'evidence',
            allow: ['s3:GetObject', 's3:PutObject', 's3:ListBucket'],
            under: 'anchors/',
          },
        ],
      },
    },
  },
  queues: {
    Figures: {
      worker: 'project-figures',
      batchSize: 10,
      maxConcurrency: 5,
      impact:
        'the figures that leaders see are too small; npm run ops -- rebuild-figures says by how much',
    },
  },
  schedules: {
    SweepOutbox: { worker: 'sweep-outbox', every: minutes(1) },
    ReannounceDates: { worker: 'reannounce-dates', every: minutes(1) },
    WatchLimits: { worker: 'watch-limits', every: minutes(5) },
    MoveToSuccessor: { worker: 'move-to-successor', every: hours(1) },
    // 00:30 in Vietnam. A night that is missed is made good by the next.
    AnchorDay: { worker: 'anchor-day', dailyAt: { hour: 17, minute: 30 } },
  },
  alarms: {
    AnchoredDayChanged: {
      harm: 'somebody may have changed the history of dossiers: a past day is not what its anchor says',
      runbook: 'anchored-day-changed',
    },
    DossierOverdue: {
      harm: 'citizens wait past the date that they were given, without a result or an apology',
      runbook: 'dossier-overdue',
    },
    TransitLate: {
      harm: 'papers that the post carries have not been signed for in time: no clock runs for their citizens',
      runbook: 'transit-late',
    },
    TransferLate: {
      harm: 'accepted dossiers have not reached their department in time: nobody works on them',
      runbook: 'transfer-late',
    },
    DossierUnacknowledged: {
      harm: 'dossiers lie in a department’s inbox and no officer has opened them',
      runbook: 'dossier-unacknowledged',
    },
  },
} as const satisfies ServicePlan;
