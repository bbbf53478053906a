import { seconds } from '#domain/time/instant.ts';
import { readKeys } from '#plan/grants.ts';
import { answering, type ServicePlan } from '#plan/service-plan.ts';
import type { Variables } from '#plan/sources.ts';
import { catalogueBucket, edgeSecret, keys, tables } from '#plan/variables.ts';
import type { Env as ApiEnv } from './api/env.ts';
import type { Env as AuthorizerEnv } from './authorize-device/env.ts';

/** Machines of post offices: paired, let in, revoked. */
export const devices = {
  functions: {
    api: {
      ...answering,
      environment: {
        ...tables,
        ...catalogueBucket,
        ...keys('device', 'device-token', 'pairing'),
        ...edgeSecret,
      } satisfies Variables<typeof ApiEnv>,
      impact:
        'kiosks and displays cannot be paired or revoked, and those that run lose their way in',
      grants: {
        items: {
          read: ['answer', 'record:device'],
          put: ['answer', 'record:device', 'pairing-code'],
          update: ['pairing-code', 'tries'],
        },
        catalogue: ['read'],
        secrets: { ...readKeys('device', 'device-token', 'pairing'), edge: ['read'] },
      },
    },
    'authorize-device': {
      timeout: seconds(5),
      memoryMb: 512,
      environment: { ...tables, ...keys('device-token') } satisfies Variables<typeof AuthorizerEnv>,
      impact: 'kiosks give no numbers and displays stand still',
      grants: { items: { read: ['record:device'] }, secrets: readKeys('device-token') },
    },
  },
  // So long a revoked device's last token still opens what it opened.
  deviceAuthorizer: { worker: 'authorize-device', verdictLife: seconds(30) },
} as const satisfies ServicePlan;
