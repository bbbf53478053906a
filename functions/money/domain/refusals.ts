import type { Bare } from '#domain/refusal.ts';

/** Drawers, receipts, remittances: what is refused besides what the kernel refuses. */
export interface MoneyRefusals {
  readonly 'receipt-used': Bare;
  readonly 'receipt-remitted': Bare;
  readonly 'receipt-refunded': Bare;
  readonly 'receipt-bound': Bare;
  readonly 'refund-too-large': Bare;
  readonly 'hand-in-too-large': Bare;
  readonly 'door-money-unknown': Bare;
  readonly 'cod-apart': Bare;
  readonly 'drawer-short': Bare;
  readonly 'safe-short': Bare;
  readonly 'shift-open': Bare;
  readonly 'shift-unknown': Bare;
  readonly 'shift-closed': Bare;
  readonly 'shift-full': Bare;
  readonly 'shift-unbalanced': {
    readonly differenceVnd: number;
    /** Where it may come from. */
    readonly hints: readonly object[];
  };
  readonly 'shift-recounted': { readonly differenceVnd: number };
  readonly 'nothing-to-settle': Bare;
  readonly 'nothing-to-remit': Bare;
  readonly 'remittance-too-long': Bare;
  readonly 'remittance-unknown': Bare;
  readonly 'remittance-received': Bare;
}

declare module '#domain/refusal.ts' {
  interface Refusals extends MoneyRefusals {}
}
