import { minutes } from '#domain/time/instant.ts';
import { answering, type ServicePlan } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { scanBuckets, tables } from '#plan/variables.ts';
import type { Env as ApiEnv } from './api/env.ts';
import type { Env as VerifyEnv } from './verify-scan/env.ts';

const environment = { ...tables, ...scanBuckets } satisfies Variables<typeof ApiEnv> &
  Variables<typeof VerifyEnv>;

/** Files, from the announcement to the evidence. */
export const scanning = {
  functions: {
    api: {
      ...answering,
      environment,
      impact: 'clerks cannot upload and departments cannot open scans',
      grants: {
        tables: { dossiers: ['read', 'write'], ledger: ['read', 'write'] },
        buckets: [
          { bucket: 'quarantine', allow: ['s3:PutObject'] },
          { bucket: 'evidence', allow: ['s3:GetObject'] },
        ],
      },
    },
    'verify-scan': {
      environment,
      // For the slowest file; the queue's visibility follows from it.
      timeout: minutes(1),
      memoryMb: 1_536,
      impact: 'scans stay unverified and dossiers cannot be accepted',
      grants: {
        tables: { dossiers: ['read', 'write'] },
        buckets: [
          { bucket: 'quarantine', allow: ['s3:GetObject', 's3:DeleteObject'] },
          // GetObject too: a repeat finds its own file there and must see that the bytes are the same.
          { bucket: 'evidence', allow: ['s3:PutObject', 's3:GetObject'] },
        ],
      },
      files: {
        'mozjpeg_dec.wasm': 'node_modules/@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
        'squoosh_png_bg.wasm': 'node_modules/@jsquash/png/codec/pkg/squoosh_png_bg.wasm',
        'zxing_reader.wasm': 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm',
      },
    },
  },
  uploads: {
    worker: 'verify-scan',
    batchSize: 4,
    maxConcurrency: 20,
    impact: 'clerks wait for their scans to be checked and cannot accept dossiers',
  },
} as const satisfies ServicePlan;
