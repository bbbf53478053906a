import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import type {
  IssuedReceipt,
  ReceiptAct,
  StateMoney,
} from '#functions/money/domain/electronic-receipt.ts';

/** What stands on a biên lai besides its own numbers (NĐ 254/2026/NĐ-CP art. 23(2), 25). */
export interface ReceiptToIssue {
  /** Ours: asked for again under it, the issuer gives the same biên lai. */
  readonly key: string;
  readonly amounts: StateMoney;
  /** Amount in words, of the sum. */
  readonly inWords: string;
  /** Cơ quan thu, whose money it is. */
  readonly agency: { readonly name: string; readonly taxCode: string };
  readonly payer: { readonly name: string; readonly address: string };
  /** Mã hồ sơ, or what is written on the citizen's paper. */
  readonly dossier: string;
  /** Số phiếu thu. */
  readonly voucher: string;
  /** The key of the biên lai that it replaces. */
  readonly replaces?: string;
}

export type IssuerAnswer =
  | { readonly outcome: 'issued'; readonly receipt: IssuedReceipt }
  | { readonly outcome: 'refused'; readonly why: string }
  | { readonly outcome: 'unknown' };

export type Found =
  | { readonly outcome: 'found'; readonly receipt: IssuedReceipt; readonly isCancelled: boolean }
  | { readonly outcome: 'absent' }
  | { readonly outcome: 'unknown' };

export type Done =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'refused'; readonly why: string }
  | { readonly outcome: 'unknown' };

/**
 * Whoever issues biên lai điện tử under the agencies' mandate (ủy nhiệm, NĐ 254/2026 art. 25): numbers, signs and
 * keeps them. `unknown`: nobody knows, be it silence or an answer that cannot be read; it is looked up by its key.
 */
export interface ReceiptIssuer {
  issue(receipt: ReceiptToIssue): Promise<IssuerAnswer>;
  find(key: string): Promise<Found>;
  cancel(key: string): Promise<Done>;
  /** Data of a day to the tax office; a line that it has already is no second one. */
  tell(day: VietnamDay, acts: readonly ReceiptAct[]): Promise<Done>;
}
