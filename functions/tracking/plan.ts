import type { Env as AnchorEnv } from '#functions/oversight/anchor-day/env.ts';
import type { Env as TrackingEnv } from '#functions/tracking/api/env.ts';
import type { Env as ProofEnv } from '#functions/tracking/prove-history/env.ts';
import { api, type Plans, type Surroundings, timeouts, type Vars } from '#infra/functions/plan.ts';

/** What a citizen sees of a dossier, and can prove. */
export const trackingPlans = (around: Surroundings) => {
  const { tables, keysSecret } = around;
  const keyed = { ...tables, KEYS_SECRET: keysSecret };
  const asking: Vars<typeof TrackingEnv> = { ...keyed, OTP_QUEUE: around.otpQueue };
  const { EVIDENCE_BUCKET } = around.buckets;
  const anchoring: Vars<typeof AnchorEnv> = { ...tables, EVIDENCE_BUCKET };
  const proving: Vars<typeof ProofEnv> = { ...keyed, EVIDENCE_BUCKET };
  return {
    'tracking/api': {
      ...api,
      environment: asking,
      impact: 'citizens cannot follow their dossiers',
      dossiers: ['read'],
      ledger: ['update'],
      seals: true,
      asksForCodes: true,
    },
    'tracking/prove-history': {
      ...api,
      environment: proving,
      impact: 'citizens cannot prove the history of their dossiers',
      dossiers: ['read'],
      seals: true,
      anchors: ['s3:GetObject'],
    },
    'oversight/anchor-day': {
      environment: anchoring,
      timeout: timeouts.anchor,
      memoryMb: 1_024,
      impact: 'the events of a day can be changed without anybody noticing',
      dossiers: ['read'],
      anchors: ['s3:GetObject', 's3:PutObject'],
    },
  } as const satisfies Plans;
};
