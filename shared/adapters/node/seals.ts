import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Seals } from '#ports/seals.ts';

/** The deployment's keys: one random string per purpose, from the secret store. */
export interface SealKeys {
  readonly tracking: string;
  readonly callback: string;
  /** Webhook secret of each carrier, agreed with it; two while a key is being rotated. */
  readonly carriers: Readonly<Record<string, readonly string[]>>;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 40 bits as 8 characters that a person can read out: Crockford has no I, L, O, U. */
const readable = (digest: Buffer): string =>
  Array.from({ length: 8 }, (_, n) => crockford[(digest[n] ?? 0) % 32]).join('');

/** @param keys asked once per call; the adapter behind it caches. */
export const makeSeals = (keys: () => Promise<SealKeys>): Seals => {
  const hmac = (key: string, text: string): Buffer => createHmac('sha256', key).update(text).digest();
  return {
    sha256,
    trackingSecret: async (dossierId) => readable(hmac((await keys()).tracking, dossierId)),
    callbackToken: async (reference) =>
      hmac((await keys()).callback, reference).toString('hex').slice(0, 32),
    isCarrierSignature: async (carrier, text, signature) => {
      const { carriers } = await keys();
      const secrets = Object.hasOwn(carriers, carrier) ? (carriers[carrier] ?? []) : [];
      return secrets.some((secret) => equal(hmac(secret, text).toString('hex'), signature));
    },
    equal,
  };
};

/** Compares hashes, so that neither content nor length shows in the time it takes. */
const equal = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
