import type { Bare } from '#domain/refusal.ts';
import type { GiveBackState } from './give-back.ts';
import type { Hint } from './shift.ts';

/** Drawers, receipts, remittances: what is refused besides what the kernel refuses. */
export interface MoneyRefusals {
  readonly 'electronic-receipt-unknown': Bare;
  readonly 'electronic-receipt-not-rejected': Bare;
  readonly 'receipt-used': Bare;
  readonly 'receipt-remitted': Bare;
  readonly 'receipt-refunded': Bare;
  readonly 'receipt-bound': Bare;
  readonly 'refund-too-large': Bare;
  readonly 'hand-in-too-large': Bare;
  readonly 'door-money-unknown': Bare;
  readonly 'cod-apart': Bare;
  /** What of the dossier is not paid yet. */
  readonly 'more-than-due': { readonly stateFeesVnd: number; readonly postageVnd: number };
  readonly 'drawer-short': Bare;
  readonly 'safe-short': Bare;
  readonly 'shift-open': Bare;
  readonly 'shift-unknown': Bare;
  readonly 'shift-closed': Bare;
  readonly 'shift-full': Bare;
  readonly 'absence-unexplained': Bare;
  readonly 'shift-unbalanced': {
    readonly differenceVnd: number;
    /** Where it may come from. */
    readonly hints: readonly Hint[];
  };
  readonly 'shift-recounted': { readonly differenceVnd: number };
  readonly 'give-back-unknown': Bare;
  readonly 'give-back-ended': { readonly state: GiveBackState };
  readonly 'nothing-to-settle': Bare;
  readonly 'nothing-to-remit': Bare;
  readonly 'remittance-too-long': Bare;
  readonly 'remittance-unknown': Bare;
  readonly 'remittance-received': Bare;
}

declare module '#domain/refusal.ts' {
  interface Refusals extends MoneyRefusals {}
}
