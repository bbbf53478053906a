import { readKeys } from '#plan/grants.ts';
import { answering, type ServicePlan } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { texting } from '#plan/texting.ts';
import {
  accessTable,
  catalogueBucket,
  edgeSecret,
  evidenceBucket,
  keys,
  publicUrl,
  smsGateway,
  tables,
} from '#plan/variables.ts';
import type { Env as ApiEnv } from './api/env.ts';
import type { Env as PhoneEnv } from './phone-session/env.ts';
import type { Env as ProofEnv } from './prove-history/env.ts';
import type { Env as SendOtpEnv } from './send-otp/env.ts';

const otpDailyBudget = {
  parameter: 'OtpDailyBudget',
  description: 'One-time codes by SMS that the whole province may send in 24 hours',
  fallback: '5000',
} as const;

/** What a citizen sees of a dossier, and can prove. */
export const tracking = {
  functions: {
    api: {
      ...answering,
      environment: {
        ...tables,
        ...accessTable,
        ...catalogueBucket,
        ...keys('otp', 'session', 'tracking'),
        ...edgeSecret,
        OTP_QUEUE: { queue: 'OneTimeCodes' },
      } satisfies Variables<typeof ApiEnv>,
      impact: 'citizens cannot follow their dossiers',
      grants: {
        items: {
          read: [
            'dossier',
            'code',
            'access-entry',
            'access-list',
            'record:calendar-amendment',
            'record:shipment',
          ],
          put: ['access-entry'],
          update: ['one-time-code', 'tries'],
        },
        catalogue: ['read'],
        secrets: { ...readKeys('otp', 'session', 'tracking'), edge: ['read'] },
        sendTo: ['OneTimeCodes'],
      },
    },
    'phone-session': {
      ...answering,
      environment: {
        ...tables,
        ...accessTable,
        ...keys('otp', 'phone'),
        ...edgeSecret,
        OTP_QUEUE: { queue: 'OneTimeCodes' },
      } satisfies Variables<typeof PhoneEnv>,
      impact: 'citizens cannot sign in by telephone',
      grants: {
        items: {
          read: [
            'dossier',
            'code',
            'phone-session',
            'access-entry',
            'access-list',
            'record:phone-link',
            'record:shipment',
          ],
          put: ['access-entry', 'phone-ask', 'phone-session'],
          update: ['one-time-code', 'phone-session', 'tries'],
        },
        secrets: { ...readKeys('otp', 'phone'), edge: ['read'] },
        sendTo: ['OneTimeCodes'],
      },
    },
    'prove-history': {
      ...answering,
      environment: {
        ...tables,
        ...accessTable,
        ...keys('session'),
        ...evidenceBucket,
      } satisfies Variables<typeof ProofEnv>,
      impact: 'citizens cannot prove the history of their dossiers',
      grants: {
        items: { read: ['dossier', 'access-entry'], put: ['access-entry'] },
        secrets: readKeys('session'),
        buckets: [
          { bucket: 'evidence', allow: ['s3:GetObject', 's3:ListBucket'], under: 'anchors/' },
        ],
      },
      files: { 'verify-history.mjs': 'tools/verify-history.mjs' },
    },
    'send-otp': {
      ...texting,
      environment: {
        ...tables,
        ...catalogueBucket,
        ...keys('callback', 'otp', 'phone'),
        ...smsGateway,
        ...publicUrl,
        OTP_DAILY_BUDGET: { setting: otpDailyBudget },
      } satisfies Variables<typeof SendOtpEnv>,
      impact: 'citizens do not get the code that opens their dossier',
      grants: {
        ...texting.grants,
        items: {
          read: ['dossier', 'phone-ask', 'sms'],
          put: ['one-time-code', 'sms'],
          update: ['sms', 'tries'],
        },
        secrets: { ...texting.grants.secrets, ...readKeys('otp', 'phone') },
      },
    },
  },
  queues: {
    OneTimeCodes: {
      worker: 'send-otp',
      batchSize: 1,
      maxConcurrency: 10,
      impact: 'citizens do not get the code that opens their dossier',
    },
  },
  alarms: {
    OtpBudgetSpent: {
      harm: 'citizens get no code for their dossiers: the day’s SMS budget is spent, perhaps by a bot',
      runbook: 'otp-budget',
    },
  },
} as const satisfies ServicePlan;
