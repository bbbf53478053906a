import { minutes } from '#domain/time/instant.ts';
import { readKeys } from '#plan/grants.ts';
import { records } from '#plan/items.ts';
import { answering, type ServicePlan, sweeping } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { texting } from '#plan/texting.ts';
import {
  accessTable,
  catalogueBucket,
  keys,
  publicUrl,
  smsGateway,
  tables,
  zaloAccount,
} from '#plan/variables.ts';
import type { Env as ApiEnv } from './api/env.ts';
import type { Env as ListEnv } from './list-unreached/env.ts';
import type { Env as ReleaseEnv } from './release-held/env.ts';
import type { Env as SendEnv } from './send-sms/env.ts';

const sending = {
  ...tables,
  ...catalogueBucket,
  ...keys('callback'),
  ...smsGateway,
  ...publicUrl,
} satisfies Variables<typeof SendEnv> & Variables<typeof ReleaseEnv>;

/** What citizens are told. */
export const notifications = {
  functions: {
    api: {
      timeout: answering.timeout,
      environment: {
        ...tables,
        ...accessTable,
        ...keys('callback', 'phone', 'sender'),
        ...zaloAccount,
      } satisfies Variables<typeof ApiEnv>,
      impact: 'delivery receipts are not recorded, and clerks cannot see whom to call',
      grants: {
        items: {
          read: [
            'dossier',
            'sms',
            'call-list',
            'answer',
            'access-entry',
            ...records('number-watch', 'phone-link', 'return-order', 'sender'),
          ],
          put: [
            'dossier',
            'applicant',
            'answer',
            'access-entry',
            ...records('number-notice', 'number-watch', 'phone-link', 'sender'),
          ],
          update: ['sms'],
        },
        // Zalo signs what it tells with a key of our account.
        secrets: { ...readKeys('callback', 'phone', 'sender'), zalo: ['read'] },
      },
    },
    'send-sms': { ...texting, environment: sending, impact: 'citizens do not get their SMS' },
    'release-held': {
      ...sweeping,
      environment: sending,
      impact:
        'SMS held over the night are not sent in the morning, and recipients of return orders hear nothing',
      grants: {
        ...texting.grants,
        items: {
          read: [
            ...texting.grants.items.read,
            'sms-list',
            ...records('number-notice', 'order-message', 'return-order'),
          ],
          put: [...texting.grants.items.put, ...records('number-notice', 'order-message')],
          update: texting.grants.items.update,
        },
      },
    },
    'list-unreached': {
      ...sweeping,
      environment: tables satisfies Variables<typeof ListEnv>,
      impact: 'citizens whom no SMS reached are not called',
      grants: {
        items: { read: ['dossier', 'sms', 'sms-list', 'record:return-order'], update: ['sms'] },
      },
    },
  },
  queues: {
    Notifications: {
      worker: 'send-sms',
      batchSize: 5,
      maxConcurrency: 10,
      impact: 'citizens do not get the SMS that they wait for',
    },
  },
  schedules: {
    ReleaseHeldSms: { worker: 'release-held', every: minutes(1) },
    ListUnreached: { worker: 'list-unreached', every: minutes(1) },
  },
  alarms: {
    SmsUnknown: {
      harm: 'citizens may not have their SMS: the gateway did not say whether it sent',
      runbook: 'sms-unknown',
    },
  },
} as const satisfies ServicePlan;
