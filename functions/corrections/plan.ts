import { readKeys } from '#plan/grants.ts';
import { records } from '#plan/items.ts';
import { answering, type ServicePlan } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { accessTable, catalogueBucket, keys, tables } from '#plan/variables.ts';
import type { Env } from './api/env.ts';

/** Đính chính: what was taken down wrong is put right. */
export const corrections = {
  functions: {
    api: {
      ...answering,
      environment: {
        ...tables,
        ...accessTable,
        ...catalogueBucket,
        ...keys('sender'),
      } satisfies Variables<typeof Env>,
      impact: 'nothing that was typed or scanned wrong can be put right',
      grants: {
        items: {
          read: [
            'dossier',
            'answer',
            'access-entry',
            ...records('correction', 'filing', 'person-link', 'sender'),
          ],
          put: [
            'dossier',
            'applicant',
            'answer',
            'access-entry',
            ...records('correction', 'filing', 'person-link', 'sender'),
          ],
        },
        catalogue: ['read'],
        secrets: readKeys('sender'),
      },
    },
  },
} as const satisfies ServicePlan;
