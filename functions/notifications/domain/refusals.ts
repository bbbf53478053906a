import type { Bare } from '#domain/refusal.ts';

/** Receipts, calls to make and numbers to correct: what is refused besides what the kernel refuses. */
export interface NotificationsRefusals {
  readonly 'call-unknown': Bare;
  readonly 'call-settled': { readonly outcome: string };
  readonly 'contact-unchanged': Bare;
  readonly 'receipt-unclear': Bare;
}

declare module '#domain/refusal.ts' {
  interface Refusals extends NotificationsRefusals {}
}
