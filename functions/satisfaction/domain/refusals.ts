import type { Bare } from '#domain/refusal.ts';

/** Ratings and their figures: what is refused besides what the kernel refuses. */
export interface SatisfactionRefusals {
  readonly 'reason-unknown': { readonly reasons: readonly string[] };
  readonly 'rating-too-early': { readonly state: string };
  readonly 'already-rated': Bare;
  readonly 'figures-unknown': Bare;
  readonly 'month-open': { readonly month: string };
}

declare module '#domain/refusal.ts' {
  interface Refusals extends SatisfactionRefusals {}
}
