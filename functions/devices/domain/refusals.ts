import type { Bare } from '#domain/refusal.ts';

/** Machines of post offices: what is refused besides what the kernel refuses. */
export interface DevicesRefusals {
  readonly 'device-unknown': Bare;
  /** Wrong, used, expired, cancelled or out of tries: one answer for all. */
  readonly 'pairing-denied': Bare;
  /** No such device, another secret or revoked: one answer for all. */
  readonly 'device-denied': Bare;
  readonly 'device-revoked': Bare;
}

declare module '#domain/refusal.ts' {
  interface Refusals extends DevicesRefusals {}
}
