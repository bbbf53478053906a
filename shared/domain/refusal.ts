/**
 * Everything this system may answer instead of doing what was asked. Closed: a new code without a
 * row in `#edge/problem` does not compile. A refusal is a value; only defects are thrown.
 */
export type Refusal =
  | { readonly code: 'dossier-unknown' }
  | { readonly code: 'procedure-unknown'; readonly procedure: string }
  | { readonly code: 'procedure-not-found'; readonly procedure: string }
  | { readonly code: 'procedure-not-in-force'; readonly procedure: string }
  | { readonly code: 'office-unknown' }
  | { readonly code: 'agency-unknown' }
  | { readonly code: 'component-unknown'; readonly component: string }
  | { readonly code: 'component-missing'; readonly components: readonly string[] }
  | { readonly code: 'component-unscanned'; readonly components: readonly string[] }
  | { readonly code: 'pages-uncounted'; readonly components: readonly string[] }
  | { readonly code: 'scan-unknown' }
  | { readonly code: 'page-unknown'; readonly pages: number }
  | { readonly code: 'scan-unverified'; readonly scans: readonly string[] }
  | { readonly code: 'scan-not-readable-yet' }
  | { readonly code: 'too-many-scans'; readonly limit: number }
  | { readonly code: 'step-not-allowed'; readonly status: string; readonly step: string }
  | { readonly code: 'amendment-unknown' }
  | { readonly code: 'amendment-confirmed' }
  | { readonly code: 'amendment-empty'; readonly days: readonly string[] }
  | { readonly code: 'calendar-missing'; readonly year: number }
  | { readonly code: 'intake-mode'; readonly mode: string }
  | { readonly code: 'temporary-blocks-open'; readonly limit: number }
  | { readonly code: 'temporary-block-size'; readonly limit: number }
  | { readonly code: 'temporary-block-unknown' }
  | { readonly code: 'temporary-block-closed' }
  | { readonly code: 'temporary-block-used-up' }
  | { readonly code: 'temporary-number-unknown' }
  | { readonly code: 'temporary-number-used'; readonly dossierId: string }
  | { readonly code: 'temporary-number-void' }
  | { readonly code: 'temporary-number-returned' }
  | { readonly code: 'slips-not-blank'; readonly numbers: readonly string[] }
  | { readonly code: 'slips-missing'; readonly numbers: readonly string[] }
  | { readonly code: 'taken-time-invalid'; readonly why: string }
  | { readonly code: 'sender-unknown' }
  | { readonly code: 'slip-issued'; readonly slip: string }
  | { readonly code: 'pouch-unknown' }
  | { readonly code: 'pouch-ends' }
  | { readonly code: 'pouch-wrong-way' }
  | { readonly code: 'pouch-state'; readonly state: string; readonly step: string }
  | { readonly code: 'pouch-full'; readonly limit: number }
  | { readonly code: 'pouch-empty' }
  | { readonly code: 'papers-packed'; readonly pouch: string }
  | { readonly code: 'papers-elsewhere' }
  | { readonly code: 'nothing-owed' }
  | { readonly code: 'old-papers-unstated'; readonly papers: readonly string[] }
  | { readonly code: 'old-papers-differ'; readonly papers: readonly string[] }
  | { readonly code: 'old-papers-demanded'; readonly papers: readonly string[] }
  | { readonly code: 'seal-mismatch' }
  | { readonly code: 'same-signatory' }
  | { readonly code: 'giver-unsigned' }
  | { readonly code: 'count-incomplete'; readonly dossiers: readonly string[] }
  | { readonly code: 'count-incoherent'; readonly dossier: string }
  | { readonly code: 'count-changed' }
  | { readonly code: 'lease-stale'; readonly currentLeaseNo: number }
  | { readonly code: 'lease-expired' }
  | { readonly code: 'lease-not-held' }
  | { readonly code: 'manifest-mismatch' }
  | { readonly code: 'result-missing' }
  | { readonly code: 'answer-day-invalid' }
  | { readonly code: 'supplement-runs' }
  | { readonly code: 'payment-unknown' }
  | { readonly code: 'payment-way-invalid' }
  | { readonly code: 'payment-differs'; readonly kind: string; readonly amountVnd: number }
  | { readonly code: 'legs-unplanned' }
  | { readonly code: 'no-deadline' }
  | { readonly code: 'extension-too-late' }
  | { readonly code: 'extension-repeated' }
  | {
      readonly code: 'extension-day-invalid';
      readonly after: string;
      readonly until: string;
    }
  | { readonly code: 'proposal-missing' }
  | { readonly code: 'agency-is-lead' }
  | { readonly code: 'assignment-unknown' }
  | { readonly code: 'assignment-of-another' }
  | { readonly code: 'assignment-state'; readonly state: string }
  | { readonly code: 'too-many-assignments'; readonly limit: number }
  | { readonly code: 'legs-planned' }
  | { readonly code: 'legs-unknown' }
  | { readonly code: 'legs-open'; readonly assignments: readonly number[] }
  | { readonly code: 'consultations-open'; readonly assignments: readonly number[] }
  | { readonly code: 'supplement-repeated'; readonly earlier: number }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'queue-group-unknown'; readonly groups: readonly string[] }
  | { readonly code: 'queue-full' }
  | { readonly code: 'queue-empty' }
  | { readonly code: 'counter-busy'; readonly number: string }
  | { readonly code: 'ticket-unknown' }
  | { readonly code: 'ticket-not-served' }
  | { readonly code: 'ticket-called-too-few'; readonly limit: number }
  | { readonly code: 'dossier-before-ticket' }
  | { readonly code: 'dossier-has-ticket' }
  | { readonly code: 'reason-unknown'; readonly reasons: readonly string[] }
  | { readonly code: 'rating-too-early'; readonly status: string }
  | { readonly code: 'already-rated' }
  | { readonly code: 'figures-unknown' }
  | { readonly code: 'month-open'; readonly month: string }
  | { readonly code: 'amount-invalid' }
  | { readonly code: 'receipt-used' }
  | { readonly code: 'receipt-unknown' }
  | { readonly code: 'receipt-remitted' }
  | { readonly code: 'receipt-refunded' }
  | { readonly code: 'receipt-bound' }
  | { readonly code: 'refund-too-large' }
  | { readonly code: 'hand-in-too-large' }
  | { readonly code: 'door-money-unknown' }
  | { readonly code: 'cod-apart' }
  | { readonly code: 'drawer-short' }
  | { readonly code: 'safe-short' }
  | { readonly code: 'shift-open' }
  | { readonly code: 'shift-unknown' }
  | { readonly code: 'shift-closed' }
  | { readonly code: 'shift-full' }
  | {
      readonly code: 'shift-unbalanced';
      readonly differenceVnd: number;
      /** Where it may come from. */
      readonly hints: readonly object[];
    }
  | { readonly code: 'shift-recounted'; readonly differenceVnd: number }
  | { readonly code: 'nothing-to-settle' }
  | { readonly code: 'nothing-to-remit' }
  | { readonly code: 'remittance-too-long' }
  | { readonly code: 'remittance-unknown' }
  | { readonly code: 'remittance-received' }
  | { readonly code: 'shipment-unknown' }
  | { readonly code: 'carrier-unknown' }
  | { readonly code: 'courier-event-invalid'; readonly reason: string }
  | { readonly code: 'waybills-exhausted' }
  | {
      readonly code: 'return-too-early';
      readonly invitations: number;
      readonly notBefore: string | undefined;
    }
  | { readonly code: 'receiver-not-authorised' }
  | { readonly code: 'result-under-way' }
  | { readonly code: 'return-order-unknown' }
  | { readonly code: 'return-order-exists' }
  | { readonly code: 'return-office-unclear' }
  | { readonly code: 'webhook-forged' }
  | { readonly code: 'tracking-denied' }
  | { readonly code: 'otp-denied' }
  | { readonly code: 'session-invalid' }
  | { readonly code: 'anchor-unknown' }
  | { readonly code: 'too-many-tries'; readonly retryAfterSeconds: number }
  | { readonly code: 'idempotency-key-reused' }
  | { readonly code: 'book-part-unknown'; readonly parts: number }
  | { readonly code: 'form-unknown' }
  | { readonly code: 'form-not-available'; readonly status: string }
  | { readonly code: 'call-unknown' }
  | { readonly code: 'call-settled'; readonly outcome: string }
  | { readonly code: 'contact-unchanged' }
  | { readonly code: 'national-copy-unknown' }
  | { readonly code: 'portal-unavailable'; readonly why: string }
  | { readonly code: 'changed-meanwhile' };

export type Refused = { readonly ok: false; readonly refusal: Refusal };
export type Done<T> = { readonly ok: true; readonly value: T };
export type Outcome<T> = Done<T> | Refused;

export const done = <T>(value: T): Done<T> => ({ ok: true, value });
export const refuse = (refusal: Refusal): Refused => ({ ok: false, refusal });
