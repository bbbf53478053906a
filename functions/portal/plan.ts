import type { Env as PushEnv } from '#functions/portal/push-dossier/env.ts';
import { api, type Plans, type Surroundings, timeouts, type Vars } from '#infra/functions/plan.ts';

/** The national copies of dossiers, which the province is scored by. */
export const portalPlans = ({ tables, portalAccountSecret, settings }: Surroundings) => {
  const environment: Vars<typeof PushEnv> = {
    ...tables,
    PORTAL_URL: settings.portalUrl,
    PORTAL_ACCOUNT_SECRET: portalAccountSecret,
    PORTAL_UNIT_CODE: settings.portalUnitCode,
  };
  const speaking = { environment, callsPortal: true } as const;
  return {
    'portal/api': {
      ...api,
      ...speaking,
      timeout: timeouts.compareCopies,
      impact: 'nobody sees where the national portal differs from us, or can put it right',
      dossiers: ['read', 'write'],
      ledger: ['read', 'write'],
    },
    'portal/push-dossier': {
      ...speaking,
      timeout: timeouts.pushDossier,
      impact: 'the national portal hears of dossiers a minute late',
      dossiers: ['read', 'write'],
    },
    'portal/push-pending': {
      ...speaking,
      timeout: timeouts.sweep,
      impact: 'dossiers that the national portal missed stay wrong there',
      dossiers: ['read', 'write'],
    },
  } as const satisfies Plans;
};
