import type { Bare } from '#domain/refusal.ts';

/** Parcels and return orders: what is refused besides what the kernel refuses. */
export interface ReturnsRefusals {
  readonly 'courier-event-invalid': { readonly reason: string };
  readonly 'return-too-early': {
    readonly invitations: number;
    readonly notBefore: string | undefined;
  };
  readonly 'delivery-not-flagged': Bare;
  readonly 'parcel-has-left': Bare;
  /** A parcel was made of it, or it is in somebody's hands. */
  readonly 'result-has-left': Bare;
  readonly 'delivery-chosen-before': Bare;
  readonly 'result-in-person': { readonly ground: string };
  readonly 'office-hands-nothing-out': Bare;
  readonly 'address-outside': Bare;
  readonly 'wished-day-invalid': { readonly from: string; readonly until: string };
  /** Without a word of the clerk nothing is sent to whoever comes for it. */
  readonly 'citizen-comes': Bare;
  readonly 'loss-unconfirmed': { readonly from: string | undefined };
  readonly 'postage-after-loss': Bare;
  readonly 'authorisation-unknown': Bare;
  readonly 'return-order-unknown': Bare;
  readonly 'return-order-exists': Bare;
  readonly 'return-office-unclear': Bare;
}

declare module '#domain/refusal.ts' {
  interface Refusals extends ReturnsRefusals {}
}
