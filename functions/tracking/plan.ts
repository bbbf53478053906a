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
        ...keys,
        ...edgeSecret,
        OTP_QUEUE: { queue: 'OneTimeCodes' },
      } satisfies Variables<typeof ApiEnv>,
      impact: 'citizens cannot follow their dossiers',
      grants: {
        tables: { dossiers: ['read'], ledger: ['update'], access: ['read', 'write'] },
        catalogue: ['read'],
        secrets: { master: ['read'], edge: ['read'] },
        sendTo: ['OneTimeCodes'],
      },
    },
    'phone-session': {
      ...answering,
      environment: {
        ...tables,
        ...accessTable,
        ...keys,
        ...edgeSecret,
        OTP_QUEUE: { queue: 'OneTimeCodes' },
      } satisfies Variables<typeof PhoneEnv>,
      impact: 'citizens cannot sign in by telephone',
      grants: {
        tables: {
          dossiers: ['read'],
          ledger: ['read', 'write', 'update'],
          access: ['read', 'write'],
        },
        secrets: { master: ['read'], edge: ['read'] },
        sendTo: ['OneTimeCodes'],
      },
    },
    'prove-history': {
      ...answering,
      environment: { ...tables, ...accessTable, ...keys, ...evidenceBucket } satisfies Variables<
        typeof ProofEnv
      >,
      impact: 'citizens cannot prove the history of their dossiers',
      grants: {
        tables: { dossiers: ['read'], access: ['read', 'write'] },
        secrets: { master: ['read'] },
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
        ...keys,
        ...smsGateway,
        ...publicUrl,
        OTP_DAILY_BUDGET: { setting: otpDailyBudget },
      } satisfies Variables<typeof SendOtpEnv>,
      impact: 'citizens do not get the code that opens their dossier',
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
