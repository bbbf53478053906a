import { records } from '#plan/items.ts';
import { answering, type ServicePlan, sweeping } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { accessTable, catalogueBucket, tables } from '#plan/variables.ts';
import type { Env } from './api/env.ts';
import type { Env as WatchEnv } from './watch-complaints/env.ts';

/** Khiếu nại: complaints about the postal service, and their answers. */
export const complaints = {
  functions: {
    api: {
      ...answering,
      environment: { ...tables, ...accessTable, ...catalogueBucket } satisfies Variables<
        typeof Env
      >,
      impact: 'complaints can neither be taken down nor answered in the time that the law gives',
      grants: {
        items: {
          read: [
            'dossier',
            'answer',
            'access-entry',
            ...records('calendar-amendment', 'complaint', 'number-watch'),
          ],
          put: ['answer', 'access-entry', ...records('complaint', 'number-notice')],
        },
        catalogue: ['read'],
      },
    },
    'watch-complaints': {
      ...sweeping,
      environment: tables satisfies Variables<typeof WatchEnv>,
      impact: 'nobody is told that complaints are past the day that the law gives for an answer',
      grants: { items: { read: ['record:complaint'] } },
    },
  },
  schedules: {
    // 06:45 in Vietnam, before the counters open.
    WatchComplaints: { worker: 'watch-complaints', dailyAt: { hour: 23, minute: 45 } },
  },
  alarms: {
    ComplaintLate: {
      harm: 'citizens who complained of the post wait past the day that the law gives for an answer',
      runbook: 'complaint-late',
    },
  },
} as const satisfies ServicePlan;
