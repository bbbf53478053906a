import { agencyShare, nothing, type Purses, parseAmounts, plus } from '#domain/money/purses.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { balanceOf, leftOf, remit } from './cash-book.ts';
import {
  bookOf,
  type ReceiptRecord,
  type Remittance,
  receiptsInRemittance,
  remittanceState,
  type Safe,
} from './records.ts';

export type Remitting = Pick<Remittance, 'id' | 'number' | 'agency' | 'pouch' | 'sent'>;

/** All that one remittance changes. */
export interface Remitted {
  readonly remittance: Remittance;
  readonly safe: Safe;
  readonly receipts: readonly ReceiptRecord[];
}

/**
 * Nộp phí, lệ phí cho cơ quan: receipts of confirmed shifts, out of the office's safe, listed one by one
 * (QĐ 45/2016 art. 7: the postman hands over the fees with the dossiers).
 */
export const sendRemittance = (
  safe: Safe,
  receipts: readonly ReceiptRecord[],
  remitting: Remitting,
): Outcome<Remitted> => {
  if (receipts.length === 0) return refuse({ code: 'nothing-to-remit' });
  if (receipts.length > receiptsInRemittance) return refuse({ code: 'remittance-too-long' });
  const numbers = receipts.map(({ number }) => number);
  const { number: id, agency } = remitting;
  const booked = remit(bookOf({ safe, receipts }), { id, agency, receipts: numbers });
  if (!booked.ok) return booked;
  const left = receipts.map(leftOf).reduce(plus, nothing);
  return done({
    remittance: {
      ...remitting,
      version: 1,
      office: safe.id,
      lines: receipts.map((receipt) => ({
        receipt: receipt.number,
        dossierId: receipt.dossierId,
        purses: agencyShare(leftOf(receipt)),
      })),
      purses: agencyShare(left),
      postageVnd: left.postage,
      counts: [],
    },
    safe: {
      ...safe,
      version: safe.version + 1,
      purses: balanceOf(booked.value.book, 'safe'),
    },
    receipts: receipts.map((receipt) => ({
      ...receipt,
      version: receipt.version + 1,
      remittance: id,
    })),
  });
};

/**
 * The agency counts what came. Another sum than the list's leaves the remittance open, for both ends to see,
 * until a later count agrees.
 */
export const countRemittance = (
  remittance: Remittance,
  counted: Purses,
  { by, now }: { readonly by: string; readonly now: Instant },
): Outcome<Remittance> => {
  if (remittanceState(remittance) === 'received') return refuse({ code: 'remittance-received' });
  const purses = parseAmounts(counted);
  if (!purses.ok) return purses;
  return done({
    ...remittance,
    version: remittance.version + 1,
    counts: [...remittance.counts, { at: now, by, purses: purses.value }],
  });
};
