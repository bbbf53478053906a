import type { Bare } from '#domain/refusal.ts';

/** Tickets of the waiting room: what is refused besides what the kernel refuses. */
export interface QueueingRefusals {
  readonly 'queue-group-unknown': { readonly groups: readonly string[] };
  readonly 'queue-full': Bare;
  readonly 'queue-empty': Bare;
  readonly 'counter-busy': { readonly number: string };
  readonly 'ticket-unknown': Bare;
  readonly 'ticket-not-served': Bare;
  readonly 'ticket-called-too-few': { readonly limit: number };
  readonly 'dossier-before-ticket': Bare;
  readonly 'dossier-has-ticket': Bare;
}

declare module '#domain/refusal.ts' {
  interface Refusals extends QueueingRefusals {}
}
