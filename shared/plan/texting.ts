import { seconds } from '#domain/time/instant.ts';

/** Whoever sends an SMS reads the dossier, keeps the ledger and knows the gateways' accounts. */
export const texting = {
  timeout: seconds(30),
  grants: {
    tables: { dossiers: ['read'], ledger: ['read', 'write', 'update'] },
    catalogue: ['read'],
    // Zalo's tokens renew themselves, and go back into the secret that they came from.
    secrets: { master: ['read'], sms: ['read'], zalo: ['read', 'renew'] },
    telephones: ['publish'],
  },
} as const;
