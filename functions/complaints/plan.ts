import { records } from '#plan/items.ts';
import { answering, type ServicePlan } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { accessTable, catalogueBucket, tables } from '#plan/variables.ts';
import type { Env } from './api/env.ts';

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
            ...records('calendar-amendment', 'complaint'),
          ],
          put: ['answer', 'access-entry', ...records('complaint', 'number-notice')],
        },
        catalogue: ['read'],
      },
    },
  },
} as const satisfies ServicePlan;
