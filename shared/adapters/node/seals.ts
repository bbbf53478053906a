import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type KeyPurpose, keyPurposes } from '#domain/identifiers/key-purpose.ts';
import type { Seals } from '#ports/seals.ts';

/** The key of one purpose, and the one before it while a rotation is under way. */
export interface PurposeKeys {
  readonly key: string;
  readonly previous?: string | undefined;
}

/** The keys that a function was given, each asked once per call; the adapter behind it caches. */
export type KeysOf = Readonly<Partial<Record<KeyPurpose, () => Promise<PurposeKeys>>>>;

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
export const sha256Bytes = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

const hmac = (key: string, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/**
 * What stood for a purpose while one master key held all (ADR 022). Put into the purpose's secret, it
 * keeps readable what was sealed and printed under that master.
 */
export const keyUnderMaster = (master: string, purpose: KeyPurpose): string =>
  hmac(master, purpose.replace('carrier-', 'carrier:')).toString('hex');

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 40 bits as 8 characters that a person can read out: Crockford has no I, L, O, U. */
const readable = (digest: Buffer): string =>
  Array.from({ length: 8 }, (_, n) => crockford[(digest[n] ?? 0) % 32]).join('');

export const makeSeals = (keys: KeysOf): Seals => {
  const keysFor = async (purpose: KeyPurpose): Promise<PurposeKeys> => {
    const read = keys[purpose];
    if (!read) throw new Error(`this function was given no key for ${purpose}`);
    return read();
  };
  const made = async (purpose: KeyPurpose, code: (key: string) => string): Promise<string> =>
    code((await keysFor(purpose)).key);
  const isMade = async (
    purpose: KeyPurpose,
    code: (key: string) => string,
    shown: string,
  ): Promise<boolean> => {
    const { key, previous } = await keysFor(purpose);
    return [key, ...(previous ? [previous] : [])].some((each) => equal(code(each), shown));
  };
  const tracking = (id: string) => (key: string) => readable(hmac(key, id));
  const mac = (text: string) => (key: string) => hmac(key, text).toString('hex');
  const callback = (reference: string) => (key: string) => mac(reference)(key).slice(0, 32);
  return {
    sha256,
    trackingSecret: (id) => made('tracking', tracking(id)),
    isTrackingSecret: (id, secret) => isMade('tracking', tracking(id), secret),
    mac: (purpose, text) => made(purpose, mac(text)),
    isMac: (purpose, text, code) => isMade(purpose, mac(text), code),
    callbackToken: (reference) => made('callback', callback(reference)),
    isCallbackToken: (reference, token) => isMade('callback', callback(reference), token),
    isCarrierSignature: async (carrier, text, signature) => {
      const purpose = keyPurposes.find((each) => each === `carrier-${carrier}`);
      return purpose !== undefined && isMade(purpose, mac(text), signature);
    },
  };
};

/** Compares hashes, so that neither content nor length shows in the time it takes. */
const equal = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
