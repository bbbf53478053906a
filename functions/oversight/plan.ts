import { hours, minutes, seconds } from '#domain/time/instant.ts';
import { records } from '#plan/items.ts';
import { answering, type ServicePlan, sweeping } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import {
  accessTable,
  catalogueBucket,
  consumerQueues,
  evidenceBucket,
  figuresTable,
  previewsBucket,
  tables,
} from '#plan/variables.ts';
import type { Env as AnchorEnv } from './anchor-day/env.ts';
import type { Env as ApiEnv } from './api/env.ts';
import type { Env as RetentionEnv } from './end-retention/env.ts';
import type { Env as MoveEnv } from './move-to-successor/env.ts';
import type { Env as FiguresEnv } from './project-figures/env.ts';
import type { Env as ReannounceEnv } from './reannounce-dates/env.ts';
import type { Env as SweepEnv } from './sweep-outbox/env.ts';
import type { Env as CalendarsEnv } from './watch-calendars/env.ts';
import type { Env as WatchEnv } from './watch-limits/env.ts';
import type { Env as ReadingEnv } from './watch-reading/env.ts';

const environment = { ...tables, ...catalogueBucket } satisfies Variables<typeof MoveEnv> &
  Variables<typeof ReannounceEnv> &
  Variables<typeof CalendarsEnv> &
  Variables<typeof WatchEnv>;

/** What watches over the whole, and what the province decides for everybody. */
export const oversight = {
  functions: {
    api: {
      ...answering,
      environment: { ...environment, ...accessTable } satisfies Variables<typeof ApiEnv>,
      impact: 'nobody sees what is late, and the province cannot amend the working calendar',
      grants: {
        items: {
          read: [
            'dossier',
            'inbox-list',
            'limit-list',
            'warned-list',
            'hold-list',
            'access-list',
            'answer',
            'access-entry',
            ...records('bulk-reading', 'calendar-amendment'),
          ],
          put: [
            'dossier',
            'answer',
            'access-entry',
            ...records('bulk-reading', 'calendar-amendment'),
          ],
        },
        catalogue: ['read'],
      },
    },
    'reannounce-dates': {
      ...sweeping,
      environment,
      impact: 'citizens keep dates that a new holiday has made impossible',
      grants: {
        items: {
          read: ['dossier', 'inbox-list', ...records('calendar-amendment', 'calendar-edition')],
          put: ['dossier', ...records('calendar-amendment', 'calendar-edition')],
        },
        catalogue: ['read'],
      },
    },
    'watch-calendars': {
      ...sweeping,
      environment,
      impact: 'nobody is told that appointments are given by a calendar that is not decided',
      grants: { items: { read: ['record:calendar-amendment'] }, catalogue: ['read'] },
    },
    'move-to-successor': {
      ...sweeping,
      environment,
      impact: 'dossiers of an agency that has ended lie where nobody works',
      grants: {
        items: { read: ['dossier', 'inbox-list', 'record:calendar-amendment'], put: ['dossier'] },
        catalogue: ['read'],
      },
    },
    'watch-limits': {
      ...sweeping,
      environment,
      impact: 'dossiers are late and nobody is told',
      grants: {
        items: { read: ['dossier', 'limit-list', 'record:calendar-amendment'], put: ['dossier'] },
        catalogue: ['read'],
      },
    },
    'watch-reading': {
      ...sweeping,
      environment: { ...environment, ...accessTable } satisfies Variables<typeof ReadingEnv>,
      impact: 'nobody notices that somebody reads one dossier after another',
      grants: {
        items: { read: ['access-list', 'record:bulk-reading'], put: ['record:bulk-reading'] },
        catalogue: ['read'],
      },
    },
    'end-retention': {
      environment: {
        ...environment,
        ...evidenceBucket,
        ...previewsBucket,
      } satisfies Variables<typeof RetentionEnv>,
      timeout: minutes(10),
      impact: 'what is told of citizens is kept longer than the law lets it be kept',
      grants: {
        items: {
          read: [
            'dossier',
            'retention-list',
            ...records(
              'authorisation',
              'calendar-amendment',
              'correction',
              'number-watch',
              'pick-up',
              'shipment',
            ),
          ],
          put: [
            'dossier',
            'applicant',
            ...records('authorisation', 'correction', 'number-watch', 'pick-up', 'shipment'),
          ],
          update: ['texts'],
        },
        catalogue: ['read'],
        buckets: [
          // No key but a dossier’s begins so: the anchors of past days are out of reach.
          {
            bucket: 'evidence',
            allow: ['s3:ListBucketVersions', 's3:DeleteObjectVersion'],
            under: '0',
          },
          { bucket: 'previews', allow: ['s3:ListBucket', 's3:DeleteObject'], under: '0' },
        ],
      },
    },
    'sweep-outbox': {
      ...sweeping,
      environment: { ...tables, ...consumerQueues } satisfies Variables<typeof SweepEnv>,
      impact: 'an event that the stream misses stays unpublished',
      grants: {
        items: { read: ['unpublished-list'], update: ['publication'] },
        sendTo: ['Notifications', 'Courier', 'Portal', 'Figures'],
        departmentQueues: ['send'],
      },
    },
    'project-figures': {
      environment: { ...tables, ...figuresTable } satisfies Variables<typeof FiguresEnv>,
      timeout: seconds(20),
      impact: 'the figures that leaders see stand still',
      grants: { items: { read: ['dossier'], put: ['counted-event'], update: ['figure'] } },
    },
    'anchor-day': {
      environment: { ...tables, ...accessTable, ...evidenceBucket } satisfies Variables<
        typeof AnchorEnv
      >,
      timeout: minutes(10),
      memoryMb: 1_024,
      impact: 'the events of a day can be changed without anybody noticing',
      grants: {
        items: { read: ['dossier', 'day-list', 'access-list'] },
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
    // 07:15 in Vietnam.
    WatchCalendars: { worker: 'watch-calendars', dailyAt: { hour: 0, minute: 15 } },
    WatchReading: { worker: 'watch-reading', every: minutes(5) },
    WatchLimits: { worker: 'watch-limits', every: minutes(5) },
    MoveToSuccessor: { worker: 'move-to-successor', every: hours(1) },
    // 02:30 in Vietnam, when the day’s anchor is made.
    EndRetention: { worker: 'end-retention', dailyAt: { hour: 19, minute: 30 } },
    // 00:30 in Vietnam. A night that is missed is made good by the next.
    AnchorDay: { worker: 'anchor-day', dailyAt: { hour: 17, minute: 30 } },
  },
  alarms: {
    AnchoredDayChanged: {
      harm: 'somebody may have changed the history of dossiers: a past day is not what its anchor says',
      runbook: 'anchored-day-changed',
    },
    AnchoredDayHalved: {
      harm: 'nobody can prove any more what happened on a past day: its anchor or its leaves are gone',
      runbook: 'anchored-day-halved',
    },
    RecordedEventChanged: {
      harm: 'somebody has changed what the history of a dossier says: an event is not what was hashed',
      runbook: 'recorded-event-changed',
    },
    SealedTextChanged: {
      harm: 'somebody has changed, or taken away, the words of a dossier: what is read as its reasons and opinions is not what was said',
      runbook: 'sealed-text-changed',
    },
    AccessLogChanged: {
      harm: 'somebody has changed who read what: a past day of the access log is not what was kept',
      runbook: 'access-log-changed',
    },
    BulkReading: {
      harm: 'somebody of the staff reads the data of many citizens, or tries dossiers that are none of theirs',
      runbook: 'bulk-reading',
    },
    DossierOverdue: {
      harm: 'citizens wait past the date that they were given, without a result or an apology',
      runbook: 'dossier-overdue',
    },
    CalendarUndecided: {
      harm: 'citizens are given dates by a provisional calendar, which may move when the year is decided',
      runbook: 'calendar-undecided',
    },
    TransitLate: {
      harm: 'papers that the post carries have not been signed for in time: no clock runs for their citizens',
      runbook: 'transit-late',
    },
    AppointmentLate: {
      harm: 'citizens who handed in by post do not know when their result comes: nobody has accepted the dossier in the time that the law gives the post to bring the appointment',
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
