import { answering, type ServicePlan } from '#plan/service-plan.ts';

/** What the province offers, and the description of the whole API. */
export const catalogue = {
  functions: {
    api: {
      ...answering,
      environment: {},
      impact: 'clerks cannot look up a procedure',
      grants: {},
      files: { 'openapi.json': { made: 'openapi' } },
    },
  },
} as const satisfies ServicePlan;
