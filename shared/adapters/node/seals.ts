import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Seals } from '#ports/seals.ts';

/** The deployment's master key, and the one before it while a rotation is under way. */
export interface MasterKeys {
  readonly master: string;
  readonly previous?: string | undefined;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
export const sha256Bytes = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

const hmac = (key: string, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** One key a purpose, so that what a carrier is given opens nothing else. */
const derived = (master: string, purpose: string): string => hmac(master, purpose).toString('hex');

/** The webhook secret to agree with a carrier. */
export const carrierKey = (master: string, carrier: string): string =>
  derived(master, `carrier:${carrier}`);

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 40 bits as 8 characters that a person can read out: Crockford has no I, L, O, U. */
const readable = (digest: Buffer): string =>
  Array.from({ length: 8 }, (_, n) => crockford[(digest[n] ?? 0) % 32]).join('');

/** @param keys asked once per call; the adapter behind it caches. */
export const makeSeals = (keys: () => Promise<MasterKeys>): Seals => {
  const masters = async (): Promise<readonly string[]> => {
    const { master, previous } = await keys();
    return previous ? [master, previous] : [master];
  };
  const tracking = (master: string, id: string) => readable(hmac(derived(master, 'tracking'), id));
  const mac = (master: string, purpose: string, text: string) =>
    hmac(derived(master, purpose), text).toString('hex');
  const callback = (master: string, reference: string) =>
    hmac(derived(master, 'callback'), reference).toString('hex').slice(0, 32);
  return {
    sha256,
    trackingSecret: async (id) => tracking((await keys()).master, id),
    isTrackingSecret: async (id, secret) =>
      (await masters()).some((master) => equal(tracking(master, id), secret)),
    mac: async (purpose, text) => mac((await keys()).master, purpose, text),
    isMac: async (purpose, text, code) =>
      (await masters()).some((master) => equal(mac(master, purpose, text), code)),
    callbackToken: async (reference) => callback((await keys()).master, reference),
    isCallbackToken: async (reference, token) =>
      (await masters()).some((master) => equal(callback(master, reference), token)),
    isCarrierSignature: async (carrier, text, signature) =>
      (await masters()).some((master) =>
        equal(hmac(carrierKey(master, carrier), text).toString('hex'), signature),
      ),
  };
};

/** Compares hashes, so that neither content nor length shows in the time it takes. */
const equal = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
