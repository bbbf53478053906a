import type { Bare } from '#domain/refusal.ts';

/** What citizens open with a code: what is refused besides what the kernel refuses. */
export interface TrackingRefusals {
  readonly 'otp-denied': Bare;
  readonly 'anchor-unknown': Bare;
}

declare module '#domain/refusal.ts' {
  interface Refusals extends TrackingRefusals {}
}
