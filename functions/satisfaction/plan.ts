import { readKeys } from '#plan/grants.ts';
import { records } from '#plan/items.ts';
import { answering, type ServicePlan } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { catalogueBucket, edgeSecret, keys, tables } from '#plan/variables.ts';
import type { Env } from './api/env.ts';

/** What citizens think of it. */
export const satisfaction = {
  functions: {
    api: {
      ...answering,
      environment: {
        ...tables,
        ...catalogueBucket,
        ...keys('session'),
        ...edgeSecret,
      } satisfies Variables<typeof Env>,
      impact: 'citizens cannot say whether they are satisfied',
      grants: {
        items: {
          read: ['dossier', 'answer', ...records('rated-mark', 'rating', 'satisfaction-tally')],
          put: ['answer', ...records('rated-mark', 'rating', 'satisfaction-tally')],
        },
        catalogue: ['read'],
        secrets: { ...readKeys('session'), edge: ['read'] },
      },
    },
  },
} as const satisfies ServicePlan;
