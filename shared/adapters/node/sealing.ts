import { createHmac, randomBytes } from 'node:crypto';
import type { Sealing } from '#domain/history/sealed-text.ts';

/** Texts under salts that nothing else knows: neither key store nor dossier leads from one to another. */
export const textSealing: Sealing = {
  hmac: (salt, text) => createHmac('sha256', salt).update(text).digest('hex'),
  salt: () => randomBytes(32).toString('hex'),
};
