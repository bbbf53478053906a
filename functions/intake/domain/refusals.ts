import type { Bare } from '#domain/refusal.ts';

/** The counter, its slips and senders: what is refused besides what the kernel refuses. */
export interface IntakeRefusals {
  readonly 'procedure-unknown': { readonly procedure: string };
  readonly 'temporary-blocks-open': { readonly limit: number };
  readonly 'temporary-block-size': { readonly limit: number };
  readonly 'temporary-block-unknown': Bare;
  readonly 'sender-unknown': Bare;
}

declare module '#domain/refusal.ts' {
  interface Refusals extends IntakeRefusals {}
}
