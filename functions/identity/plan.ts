import { seconds } from '#domain/time/instant.ts';
import type { ServicePlan } from '#plan/service-plan.ts';

/** Who is at the counter or the desk. */
export const identity = {
  functions: {
    'shape-token': {
      trigger: 'pre-token-generation',
      timeout: seconds(5),
      memoryMb: 256,
      environment: {},
      impact: 'nobody can sign in',
      grants: {},
    },
  },
} as const satisfies ServicePlan;
