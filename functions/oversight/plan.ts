import type { Env as OversightEnv } from '#functions/oversight/api/env.ts';
import type { Env as SweepEnv } from '#functions/oversight/sweep-outbox/env.ts';
import type { Env as WatchEnv } from '#functions/oversight/watch-limits/env.ts';
import { api, type Plans, type Surroundings, timeouts, type Vars } from '#infra/functions/plan.ts';

/** What watches over the whole, and what the province decides for everybody. */
export const oversightPlans = ({ tables, queues }: Surroundings) => {
  const environment: Vars<typeof OversightEnv> & Vars<typeof WatchEnv> = tables;
  const publishing: Vars<typeof SweepEnv> = { ...tables, ...queues };
  return {
    'oversight/api': {
      ...api,
      environment,
      impact: 'nobody sees what is late, and the province cannot amend the working calendar',
      dossiers: ['read', 'write'],
      ledger: ['read', 'write'],
    },
    'oversight/reannounce-dates': {
      environment,
      timeout: timeouts.sweep,
      impact: 'citizens keep dates that a new holiday has made impossible',
      dossiers: ['read', 'write'],
      ledger: ['read', 'write'],
    },
    'oversight/move-to-successor': {
      environment,
      timeout: timeouts.sweep,
      impact: 'dossiers of an agency that has ended lie where nobody works',
      dossiers: ['read', 'write'],
      ledger: ['write'],
    },
    'oversight/watch-limits': {
      environment,
      timeout: timeouts.sweep,
      impact: 'dossiers are late and nobody is told',
      dossiers: ['read', 'write'],
    },
    'oversight/sweep-outbox': {
      environment: publishing,
      timeout: timeouts.sweep,
      impact: 'an event that the stream misses stays unpublished',
      dossiers: ['read', 'update'],
      publishes: true,
    },
  } as const satisfies Plans;
};
