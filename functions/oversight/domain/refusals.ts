import type { Bare } from '#domain/refusal.ts';

/** Amendments of the calendar: what is refused besides what the kernel refuses. */
export interface OversightRefusals {
  readonly 'amendment-unknown': Bare;
  readonly 'amendment-confirmed': Bare;
}

declare module '#domain/refusal.ts' {
  interface Refusals extends OversightRefusals {}
}
