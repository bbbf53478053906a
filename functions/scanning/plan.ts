import type { Env as ScanningEnv } from '#functions/scanning/api/env.ts';
import { api, type Plans, type Surroundings, type Vars } from '#infra/functions/plan.ts';
import { verifyTimeout } from '#infra/stacks/scans.ts';

/** Files, from the announcement to the evidence. */
export const scanningPlans = ({ tables, buckets }: Surroundings) => {
  const environment: Vars<typeof ScanningEnv> = { ...tables, ...buckets };
  return {
    'scanning/api': {
      ...api,
      environment,
      impact: 'clerks cannot upload and departments cannot open scans',
      dossiers: ['read', 'write'],
      ledger: ['read', 'write'],
      quarantine: ['s3:PutObject'],
      evidence: ['s3:GetObject'],
    },
    'scanning/verify-scan': {
      environment,
      timeout: verifyTimeout,
      memoryMb: 1_536,
      impact: 'scans stay unverified and dossiers cannot be accepted',
      dossiers: ['read', 'write'],
      quarantine: ['s3:GetObject', 's3:DeleteObject'],
      // GetObject too: a repeat finds its own file there and must see that the bytes are the same.
      evidence: ['s3:PutObject', 's3:GetObject'],
    },
  } as const satisfies Plans;
};
