import { readKeys } from '#plan/grants.ts';
import { records } from '#plan/items.ts';
import { answering, type ServicePlan } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { accessTable, catalogueBucket, keys, tables } from '#plan/variables.ts';
import type { Env } from './api/env.ts';

/** The counter: taking dossiers in. */
export const intake = {
  functions: {
    api: {
      ...answering,
      environment: {
        ...tables,
        ...accessTable,
        ...catalogueBucket,
        ...keys('phone', 'sender', 'tracking'),
      } satisfies Variables<typeof Env>,
      impact: 'post offices cannot take in dossiers',
      grants: {
        items: {
          read: [
            'dossier',
            'code',
            'office-list',
            'dossier-number',
            'slip-block-number',
            'answer',
            'access-entry',
            ...records(
              'calendar-amendment',
              'filing',
              'number-watch',
              'person-link',
              'phone-link',
              'receipt',
              'sender',
              'slip-stock',
              'staff-name',
              'temporary-block',
            ),
          ],
          put: [
            'dossier',
            'applicant',
            'code',
            'slip-block-number',
            'answer',
            'access-entry',
            ...records(
              'filing',
              'number-notice',
              'number-watch',
              'person-link',
              'phone-link',
              'sender',
              'slip-stock',
              'temporary-block',
            ),
          ],
          update: ['dossier-number', 'tries'],
        },
        catalogue: ['read'],
        secrets: readKeys('phone', 'sender', 'tracking'),
      },
    },
  },
} as const satisfies ServicePlan;
