import { answering, type ServicePlan } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { catalogueBucket, figuresTable } from '#plan/variables.ts';
import type { Env } from './api/env.ts';

/** What the province offers, and the description of the whole API. */
export const catalogue = {
  functions: {
    api: {
      ...answering,
      environment: { ...catalogueBucket, ...figuresTable } satisfies Variables<typeof Env>,
      impact: 'clerks cannot look up a procedure',
      grants: { items: { update: ['question-miss'] }, catalogue: ['read'] },
      files: { 'openapi.json': { made: 'openapi' } },
    },
  },
} as const satisfies ServicePlan;
