/** Hashes and keyed codes. The keys come from the secret store, one secret for the deployment. */
export interface Seals {
  /** SHA-256, 64 lower-case hex digits. */
  sha256(text: string): string;
  /** The second secret of public tracking (mã tra cứu), 8 characters of Crockford base32. */
  trackingSecret(dossierId: string): Promise<string>;
  /** Proves that a gateway's callback belongs to the request that we made. */
  callbackToken(reference: string): Promise<string>;
  /** True when `signature` (hex) is the carrier's HMAC-SHA256 of `text`. Constant time. */
  isCarrierSignature(carrier: string, text: string, signature: string): Promise<boolean>;
  /** Equality in constant time. */
  equal(a: string, b: string): boolean;
}
