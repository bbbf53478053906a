import type { Bare } from '#domain/refusal.ts';

/** Files and their pages: what is refused besides what the kernel refuses. */
export interface ScanningRefusals {
  readonly 'page-unknown': { readonly pages: number };
  readonly 'scan-not-readable-yet': Bare;
  /** Nothing can be uploaded for the announcement any more. */
  readonly 'scan-address-dead': Bare;
}

declare module '#domain/refusal.ts' {
  interface Refusals extends ScanningRefusals {}
}
