import type { Bare } from '#domain/refusal.ts';

/** Amendments of the calendar, and readings that somebody must explain: what is refused besides what the kernel refuses. */
export interface OversightRefusals {
  readonly 'amendment-unknown': Bare;
  readonly 'amendment-confirmed': Bare;
  readonly 'bulk-reading-unknown': Bare;
  readonly 'bulk-reading-settled': Bare;
  readonly 'bulk-reading-own': Bare;
  readonly 'staff-unknown': Bare;
}

declare module '#domain/refusal.ts' {
  interface Refusals extends OversightRefusals {}
}
