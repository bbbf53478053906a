import { minutes } from '#domain/time/instant.ts';
import { readKeys } from '#plan/grants.ts';
import { records } from '#plan/items.ts';
import { answering, type ServicePlan, sweeping } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { accessTable, catalogueBucket, keys, tables } from '#plan/variables.ts';
import type { Env as ApiEnv } from './api/env.ts';
import type { Env as SettleEnv } from './settle-pouches/env.ts';

const settling = {
  read: [
    'dossier',
    'code',
    'dossier-number',
    'waybill-number',
    ...records('calendar-amendment', 'lost-result', 'pouch', 'return-order'),
  ],
  put: ['dossier', 'code', ...records('lost-result', 'order-message', 'pouch', 'return-order')],
  update: ['dossier-number', 'waybill-number'],
} as const;

/** Paper between post offices and departments, of dossiers and of orders for what was filed elsewhere. */
export const handover = {
  functions: {
    api: {
      ...answering,
      environment: {
        ...tables,
        ...accessTable,
        ...catalogueBucket,
        ...keys('tracking'),
      } satisfies Variables<typeof ApiEnv>,
      grants: {
        items: {
          read: [
            ...settling.read,
            'old-papers-list',
            'answer',
            'access-entry',
            'record:authorisation',
          ],
          put: [...settling.put, 'answer', 'access-entry'],
          update: settling.update,
        },
        catalogue: ['read'],
        secrets: readKeys('tracking'),
      },
      impact: 'papers cannot be handed over between post offices and departments',
    },
    'settle-pouches': {
      ...sweeping,
      environment: { ...tables, ...catalogueBucket } satisfies Variables<typeof SettleEnv>,
      grants: { items: settling, catalogue: ['read'] },
      impact: 'dossiers of signed pouches are not filed',
    },
  },
  schedules: { SettlePouches: { worker: 'settle-pouches', every: minutes(1) } },
  alarms: {
    PouchUnbalanced: {
      harm: 'papers of citizens are missing, surplus or refused in a counted pouch',
      runbook: 'pouch-unbalanced',
    },
  },
} as const satisfies ServicePlan;
