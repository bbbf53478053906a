import type { Env as DepartmentsEnv } from '#functions/departments/api/env.ts';
import type { Env as JointWorkEnv } from '#functions/departments/joint-work/env.ts';
import type { Env as PublishEnv } from '#functions/routing/publish-events/env.ts';
import { api, type Plans, type Surroundings, timeouts, type Vars } from '#infra/functions/plan.ts';

/** The way to the departments, and their desk. */
export const departmentPlans = ({ tables, queues }: Surroundings) => {
  const desk: Vars<typeof DepartmentsEnv> & Vars<typeof JointWorkEnv> = tables;
  const publishing: Vars<typeof PublishEnv> = { ...tables, ...queues };
  return {
    'departments/api': {
      ...api,
      environment: desk,
      impact: 'departments cannot pull or decide dossiers',
      dossiers: ['read', 'write'],
      ledger: ['read', 'write'],
    },
    'departments/joint-work': {
      ...api,
      environment: desk,
      impact: 'departments cannot ask each other, and asked ones cannot answer',
      dossiers: ['read', 'write'],
      ledger: ['read', 'write'],
    },
    'departments/receive-dossier': {
      environment: tables,
      timeout: timeouts.receiveDossier,
      impact: 'accepted dossiers do not appear in department inboxes',
      worksDepartments: true,
      dossiers: ['read', 'write'],
      ledger: ['write'],
    },
    'departments/expire-requests': {
      environment: tables,
      timeout: timeouts.sweep,
      impact: 'dossiers wait for ever for papers that nobody brings or money that nobody pays',
      dossiers: ['read', 'write'],
      ledger: ['write'],
    },
    'routing/publish-events': {
      environment: publishing,
      timeout: timeouts.publish,
      impact: 'events wait for the sweeper: departments and citizens hear a minute late',
      dossiers: ['update'],
      publishes: true,
    },
  } as const satisfies Plans;
};
