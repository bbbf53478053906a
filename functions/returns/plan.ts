import type { Env as AnnounceEnv } from '#functions/returns/announce-shipment/env.ts';
import type { Env as ReturnsEnv } from '#functions/returns/api/env.ts';
import { api, type Plans, type Surroundings, timeouts, type Vars } from '#infra/functions/plan.ts';

/** The way back to the citizen. */
export const returnPlans = ({
  tables,
  keysSecret,
  courierAccountSecret,
  settings,
}: Surroundings) => {
  const keyed: Vars<typeof ReturnsEnv> = { ...tables, KEYS_SECRET: keysSecret };
  const carrying: Vars<typeof AnnounceEnv> = {
    ...tables,
    COURIER_ACCOUNT_SECRET: courierAccountSecret,
    COURIER_URL: settings.courierUrl,
    COURIER_CUSTOMER_CODE: settings.courierCustomerCode,
  };
  return {
    'returns/api': {
      ...api,
      environment: keyed,
      impact: 'results are not dispatched and courier news is not taken in',
      dossiers: ['read', 'write'],
      ledger: ['read', 'write'],
      seals: true,
    },
    'returns/announce-shipment': {
      environment: carrying,
      timeout: timeouts.announceShipment,
      impact: 'the carrier hears of parcels a minute late',
      dossiers: ['read', 'write'],
      callsCarrier: true,
    },
    'returns/poll-carrier': {
      environment: carrying,
      timeout: timeouts.sweep,
      impact: 'parcels are not announced to the carrier and its news is not asked for',
      dossiers: ['read', 'write'],
      callsCarrier: true,
    },
  } as const satisfies Plans;
};
