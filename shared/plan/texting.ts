import { seconds } from '#domain/time/instant.ts';
import { readKeys } from './grants.ts';

/** Whoever sends an SMS reads the dossier, keeps the ledger and knows the gateways' accounts. */
export const texting = {
  timeout: seconds(30),
  grants: {
    items: { read: ['dossier', 'sms'], put: ['sms'], update: ['sms'] },
    catalogue: ['read'],
    // Zalo's tokens renew themselves, and go back into the secret that they came from.
    secrets: { ...readKeys('callback'), sms: ['read'], zalo: ['read', 'renew'] },
    telephones: ['publish'],
  },
} as const;
