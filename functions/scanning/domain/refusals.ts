import type { Bare } from '#domain/refusal.ts';

/** Files and their pages: what is refused besides what the kernel refuses. */
export interface ScanningRefusals {
  readonly 'page-unknown': { readonly pages: number };
  readonly 'scan-not-readable-yet': Bare;
}

declare module '#domain/refusal.ts' {
  interface Refusals extends ScanningRefusals {}
}
