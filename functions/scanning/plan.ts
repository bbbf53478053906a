import { answering, type ServicePlan } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { accessTable, previewsBucket, scanBuckets, tables } from '#plan/variables.ts';
import type { Env as ApiEnv } from './api/env.ts';
import { longestWork } from './application/inspect-carefully.ts';
import type { Env as VerifyEnv } from './verify-scan/env.ts';

const environment = { ...tables, ...scanBuckets, ...previewsBucket };

/** Packages that find their own parts, and so lie beside the bundle as they are. */
const packages = (...names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [`node_modules/${name}`, `node_modules/${name}`]));

/** Files, from the announcement to the evidence. */
export const scanning = {
  functions: {
    api: {
      ...answering,
      environment: { ...environment, ...accessTable } satisfies Variables<typeof ApiEnv>,
      impact: 'clerks cannot upload and departments cannot open scans',
      grants: {
        items: {
          read: ['dossier', 'answer', 'access-entry'],
          put: ['dossier', 'answer', 'access-entry'],
        },
        buckets: [
          { bucket: 'quarantine', allow: ['s3:PutObject'] },
          { bucket: 'evidence', allow: ['s3:GetObject'] },
          { bucket: 'previews', allow: ['s3:GetObject', 's3:ListBucket'] },
        ],
      },
    },
    'verify-scan': {
      environment: {
        ...environment,
        FURTHER_PAGES_QUEUE: { queue: 'FurtherPages' },
      } satisfies Variables<typeof VerifyEnv>,
      // A message takes twenty seconds at most. The queue's visibility follows from it, and so does when the
      // next worker says that this one was killed.
      timeout: longestWork,
      memoryMb: 1_536,
      impact: 'scans stay unverified and dossiers cannot be accepted',
      grants: {
        items: { read: ['dossier'], put: ['dossier'] },
        buckets: [
          { bucket: 'quarantine', allow: ['s3:GetObject', 's3:DeleteObject'] },
          // GetObject too: a repeat finds its own file there and must see that the bytes are the same.
          { bucket: 'evidence', allow: ['s3:PutObject', 's3:GetObject'] },
          // Pictures of the pages of a batch that is not filed are taken away again.
          // Beside them lies how far a file was looked at.
          {
            bucket: 'previews',
            allow: ['s3:PutObject', 's3:GetObject', 's3:ListBucket', 's3:DeleteObject'],
          },
        ],
        sendTo: ['FurtherPages'],
      },
      files: {
        'pdfium.wasm': 'node_modules/@hyzyla/pdfium/dist/pdfium.wasm',
        'zxing_reader.wasm': 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm',
        ...packages('sharp', 'detect-libc', 'semver', '@img/colour', '@img/sharp-wasm32'),
      },
    },
  },
  uploads: {
    worker: 'verify-scan',
    // A message has the worker for itself: what kills it takes no other file along.
    batchSize: 1,
    maxConcurrency: 20,
    impact: 'clerks wait for their scans to be checked and cannot accept dossiers',
  },
  queues: {
    FurtherPages: {
      worker: 'verify-scan',
      batchSize: 1,
      maxConcurrency: 10,
      impact: 'clerks wait for thick scans to be checked and cannot accept dossiers',
    },
  },
} as const satisfies ServicePlan;
