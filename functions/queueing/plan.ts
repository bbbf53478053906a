import { records } from '#plan/items.ts';
import { answering, type ServicePlan } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { catalogueBucket, tables } from '#plan/variables.ts';
import type { Env } from './api/env.ts';

/** Who waits at a post office. */
export const queueing = {
  functions: {
    api: {
      ...answering,
      environment: { ...tables, ...catalogueBucket } satisfies Variables<typeof Env>,
      impact: 'post offices cannot call the next number',
      grants: {
        items: {
          read: ['dossier', 'answer', ...records('office-queue', 'ticket')],
          put: ['answer', ...records('office-queue', 'ticket')],
        },
        catalogue: ['read'],
      },
    },
  },
} as const satisfies ServicePlan;
