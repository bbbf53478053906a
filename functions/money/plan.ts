import { records } from '#plan/items.ts';
import { answering, type ServicePlan, sweeping } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { accessTable, catalogueBucket, tables } from '#plan/variables.ts';
import type { Env } from './api/env.ts';
import type { Env as TellEnv } from './tell-left-open/env.ts';

/** Money across the counter. */
export const money = {
  functions: {
    api: {
      ...answering,
      environment: { ...tables, ...accessTable, ...catalogueBucket } satisfies Variables<
        typeof Env
      >,
      impact: 'counters cannot take fees or close their drawers',
      grants: {
        items: {
          read: [
            'dossier',
            'money-number',
            'answer',
            'access-entry',
            ...records(
              'calendar-amendment',
              'door-money',
              'dossier-account',
              'drawer',
              'give-back',
              'number-watch',
              'pouch',
              'receipt',
              'remittance',
              'safe',
              'shift',
            ),
          ],
          put: [
            'dossier',
            'money-number',
            'answer',
            'access-entry',
            ...records(
              'door-money',
              'dossier-account',
              'drawer',
              'give-back',
              'number-notice',
              'pouch',
              'receipt',
              'remittance',
              'safe',
              'shift',
            ),
          ],
        },
        catalogue: ['read'],
      },
    },
    'tell-left-open': {
      ...sweeping,
      environment: tables satisfies Variables<typeof TellEnv>,
      impact: 'drawers that absent clerks left open are forgotten, with the money in them',
      grants: { items: { read: ['record:shift'] } },
    },
  },
  schedules: {
    // 06:30 in Vietnam, before the counters open.
    TellLeftOpen: { worker: 'tell-left-open', dailyAt: { hour: 23, minute: 30 } },
  },
  alarms: {
    ShiftLeftOpen: {
      harm: 'money of citizens lies in drawers that nobody closes: it is in no safe, and no agency gets it',
      runbook: 'shift-left-open',
    },
  },
} as const satisfies ServicePlan;
