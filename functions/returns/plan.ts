import { minutes, seconds } from '#domain/time/instant.ts';
import { readKeys } from '#plan/grants.ts';
import { records } from '#plan/items.ts';
import { answering, type ServicePlan, sweeping } from '#plan/service-plan.ts';
import type { Source, Variables } from '#plan/sources.ts';
import { accessTable, catalogueBucket, edgeSecret, keys, tables } from '#plan/variables.ts';
import type { Env as AnnounceEnv } from './announce-shipment/env.ts';
import type { Env as ApiEnv } from './api/env.ts';
import type { Env as ChooseEnv } from './choose-delivery/env.ts';
import type { Env as PollEnv } from './poll-carrier/env.ts';

const courierGateway = {
  COURIER_ACCOUNT_SECRET: { secret: 'courier' },
  COURIER_URL: {
    setting: {
      parameter: 'CourierUrl',
      description: 'Base address of the MyVNPost-shaped carrier',
      fallback: 'https://connect-my.vnpost.vn',
    },
  },
  COURIER_CUSTOMER_CODE: {
    setting: {
      parameter: 'CourierCustomerCode',
      description: 'Customer code (mã khách hàng) at the carrier',
      fallback: 'replace-me',
    },
  },
} as const satisfies Readonly<Record<string, Source>>;

const carrying = {
  environment: { ...tables, ...catalogueBucket, ...courierGateway } satisfies Variables<
    typeof AnnounceEnv
  > &
    Variables<typeof PollEnv>,
  grants: {
    catalogue: ['read'],
    secrets: { courier: ['read'] },
  },
} as const;

/** The way back to the citizen. */
export const returns = {
  functions: {
    api: {
      ...answering,
      environment: {
        ...tables,
        ...accessTable,
        ...catalogueBucket,
        ...keys('carrier-vnpost'),
      } satisfies Variables<typeof ApiEnv>,
      impact: 'results are not dispatched and courier news is not taken in',
      grants: {
        items: {
          read: [
            'dossier',
            'waybill-number',
            'answer',
            'access-entry',
            ...records(
              'authorisation',
              'calendar-amendment',
              'carrier-cursor',
              'door-money',
              'dossier-account',
              'lost-result',
              'number-watch',
              'order-take-back',
              'receipt',
              'return-order',
              'shipment',
              'waybill-case',
            ),
          ],
          put: [
            'dossier',
            'code',
            'answer',
            'access-entry',
            ...records(
              'authorisation',
              'door-money',
              'lost-result',
              'number-notice',
              'number-watch',
              'order-message',
              'order-take-back',
              'pick-up',
              'return-order',
              'shipment',
              'waybill-case',
            ),
          ],
          update: ['waybill-number'],
        },
        catalogue: ['read'],
        secrets: readKeys('carrier-vnpost'),
      },
    },
    'choose-delivery': {
      ...answering,
      environment: {
        ...tables,
        ...accessTable,
        ...catalogueBucket,
        ...keys('session'),
        ...edgeSecret,
      } satisfies Variables<typeof ChooseEnv>,
      impact: 'citizens cannot change how they get their results',
      grants: {
        items: {
          read: [
            'dossier',
            'answer',
            'access-entry',
            ...records('calendar-amendment', 'number-watch'),
          ],
          put: ['dossier', 'answer', 'access-entry', ...records('number-notice', 'number-watch')],
        },
        catalogue: ['read'],
        secrets: { ...readKeys('session'), edge: ['read'] },
      },
    },
    'announce-shipment': {
      environment: carrying.environment,
      grants: {
        ...carrying.grants,
        items: { read: ['record:shipment'], put: ['record:shipment'] },
      },
      timeout: seconds(50),
      impact: 'the carrier hears of parcels a minute late',
    },
    'poll-carrier': {
      ...sweeping,
      environment: carrying.environment,
      grants: {
        ...carrying.grants,
        items: {
          read: [
            'dossier',
            'waybill-number',
            ...records(
              'authorisation',
              'calendar-amendment',
              'carrier-cursor',
              'door-money',
              'order-take-back',
              'return-order',
              'shipment',
              'waybill-case',
              'waybill-check',
            ),
          ],
          put: [
            'dossier',
            ...records(
              'carrier-cursor',
              'door-money',
              'order-message',
              'order-take-back',
              'return-order',
              'shipment',
              'waybill-case',
              'waybill-check',
            ),
          ],
        },
      },
      impact: 'parcels are not announced to the carrier and its news is not asked for',
    },
  },
  queues: {
    Courier: {
      worker: 'announce-shipment',
      batchSize: 5,
      maxConcurrency: 5,
      impact: 'the carrier hears of parcels a minute late',
    },
  },
  schedules: { PollCarrier: { worker: 'poll-carrier', every: minutes(1) } },
  alarms: {
    WaybillUnreconciled: {
      harm: 'citizens may wait for results that nobody carries: waybills, parcels and the carrier’s word do not agree',
      runbook: 'waybill-unreconciled',
    },
  },
} as const satisfies ServicePlan;
