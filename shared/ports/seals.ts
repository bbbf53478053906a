import type { KeyPurpose } from '#domain/identifiers/key-purpose.ts';

/** What a keyed code is for: those of the purposes whose codes have no shape of their own. */
export type SealPurpose = Exclude<KeyPurpose, 'callback' | 'carrier-vnpost' | 'tracking'>;

/** Hashes and keyed codes. Each purpose has a key of its own, which only who needs it can read. */
export interface Seals {
  /** SHA-256, 64 lower-case hex digits. */
  sha256(text: string): string;
  /** The second secret of public tracking (mã tra cứu), 8 characters of Crockford base32. */
  trackingSecret(dossierId: string): Promise<string>;
  /** Constant time; also true for a secret printed before the last key rotation. */
  isTrackingSecret(dossierId: string, secret: string): Promise<boolean>;
  /** HMAC-SHA256, 64 lower-case hex digits. */
  mac(purpose: SealPurpose, text: string): Promise<string>;
  /** Constant time; also true for one made before the last key rotation. */
  isMac(purpose: SealPurpose, text: string, mac: string): Promise<boolean>;
  /** Goes into a gateway's callback address: proves that the callback belongs to our request. */
  callbackToken(reference: string): Promise<string>;
  isCallbackToken(reference: string, token: string): Promise<boolean>;
  /** True when `signature` (hex) is the carrier's HMAC-SHA256 of `text`. Constant time. */
  isCarrierSignature(carrier: string, text: string, signature: string): Promise<boolean>;
}
