/** A refusal that needs no more than its code. */
export type Bare = Readonly<Record<never, never>>;

/** What the kernel refuses, and what more than one service does: by code, with what goes along. */
export interface KernelRefusals {
  readonly 'dossier-unknown': Bare;
  readonly 'act-not-permitted': { readonly act: string };
  /** Hết thời hạn lưu trữ: nothing can be done with it any more. */
  readonly 'retention-ended': Bare;
  /** Lệnh giữ hồ sơ stands. */
  readonly 'dossier-on-hold': Bare;
  readonly 'dossier-not-on-hold': Bare;
  readonly 'hold-own': Bare;
  readonly 'retention-runs': {
    readonly why: 'unfinished' | 'papers-with-post' | 'on-hold' | 'permanent' | 'not-yet';
    readonly until?: string;
  };
  readonly 'procedure-not-in-force': { readonly procedure: string };
  readonly 'office-unknown': Bare;
  readonly 'agency-unknown': Bare;
  readonly 'component-unknown': { readonly component: string };
  readonly 'component-missing': {
    readonly components: readonly string[];
    /** Of these, what may be looked up instead. */
    readonly inDataBase: readonly string[];
  };
  readonly 'paper-in-data-base': { readonly component: string; readonly dataBase: string };
  readonly 'answer-day-of-law': { readonly answerBy: string; readonly ground: string };
  readonly 'not-in-data-base': { readonly component: string };
  readonly 'case-unknown': {
    readonly cases: readonly { readonly id: string; readonly name: string }[];
  };
  readonly 'agreement-missing': { readonly ground: string };
  readonly 'fee-differs': {
    readonly computedVnd: number;
    readonly takenVnd: number;
    readonly lacks: readonly string[];
  };
  readonly 'commune-unclear': {
    readonly why: 'address' | 'split' | 'no-commune' | 'event' | 'land';
    readonly communes: readonly string[];
  };
  readonly 'component-unscanned': { readonly components: readonly string[] };
  readonly 'pages-uncounted': { readonly components: readonly string[] };
  readonly 'scan-unknown': Bare;
  /** Its file came after the manifest was closed without it. */
  readonly 'scan-came-late': Bare;
  readonly 'scan-unverified': { readonly scans: readonly string[] };
  readonly 'too-many-scans': { readonly limit: number };
  /** Of the phone, the recipient or the case itself, on one day. */
  readonly 'too-many-changes': { readonly limit: number };
  readonly 'step-not-allowed': { readonly state: string; readonly step: string };
  readonly 'amendment-empty': { readonly days: readonly string[] };
  readonly 'calendar-missing': { readonly year: number };
  readonly 'intake-mode': { readonly mode: string };
  readonly 'channel-impossible': {
    readonly channel: string;
    readonly why: string;
    /** Căn cứ: the article that keeps the procedure from the channel. */
    readonly ground?: string;
  };
  readonly 'temporary-block-closed': Bare;
  readonly 'temporary-number-unknown': Bare;
  readonly 'temporary-number-used': { readonly dossierId: string };
  readonly 'temporary-number-void': Bare;
  readonly 'temporary-number-returned': Bare;
  readonly 'slips-not-blank': { readonly numbers: readonly string[] };
  readonly 'slips-missing': { readonly numbers: readonly string[] };
  readonly 'taken-time-invalid': { readonly why: string };
  readonly 'untimely-entry-unknown': Bare;
  readonly 'untimely-entry-settled': Bare;
  readonly 'slip-issued': { readonly slip: string };
  readonly 'pouch-unknown': Bare;
  readonly 'pouch-wrong-way': Bare;
  readonly 'papers-packed': { readonly pouch: string };
  readonly 'papers-elsewhere': Bare;
  readonly 'nothing-owed': Bare;
  readonly 'old-papers-unstated': { readonly papers: readonly string[] };
  readonly 'old-papers-differ': { readonly papers: readonly string[] };
  readonly 'old-papers-demanded': { readonly papers: readonly string[] };
  readonly 'same-signatory': Bare;
  readonly 'lease-stale': { readonly currentLeaseNo: number };
  readonly 'lease-expired': Bare;
  readonly 'lease-not-held': Bare;
  readonly 'manifest-mismatch': Bare;
  readonly 'result-missing': Bare;
  readonly 'answer-day-invalid': Bare;
  readonly 'supplement-runs': Bare;
  readonly 'payment-unknown': Bare;
  readonly 'payment-way-invalid': Bare;
  readonly 'payment-differs': { readonly kind: string; readonly amountVnd: number };
  readonly 'legs-unplanned': Bare;
  readonly 'no-deadline': Bare;
  readonly 'extension-too-late': Bare;
  readonly 'extension-repeated': Bare;
  readonly 'extension-day-invalid': { readonly after: string };
  readonly 'prolongation-unknown': { readonly prolongations: readonly string[] };
  readonly 'prolongation-too-late': Bare;
  readonly 'prolongation-repeated': Bare;
  readonly 'prolongation-day-invalid': { readonly after: string; readonly until?: string };
  readonly 'prolongation-unagreed': Bare;
  readonly 'prolongation-not-by-agreement': Bare;
  readonly 'proposal-missing': Bare;
  readonly 'agency-is-lead': Bare;
  readonly 'assignment-unknown': Bare;
  readonly 'assignment-of-another': Bare;
  readonly 'assignment-state': { readonly state: string };
  readonly 'too-many-assignments': { readonly limit: number };
  readonly 'legs-planned': Bare;
  readonly 'legs-open': { readonly assignments: readonly number[] };
  readonly 'consultations-open': { readonly assignments: readonly number[] };
  readonly 'supplement-repeated': { readonly earlier: number };
  readonly 'reason-missing': Bare;
  readonly 'amount-invalid': Bare;
  readonly 'correction-unacknowledged': { readonly corrections: readonly string[] };
  readonly 'correction-empty': Bare;
  readonly 'correction-open': { readonly correction: string };
  readonly 'correction-unknown': Bare;
  readonly 'correction-state': { readonly state: string };
  readonly 'too-many-corrections': { readonly limit: number };
  readonly 'identity-unseen': Bare;
  readonly 'nothing-lost': Bare;
  readonly 'amount-not-cash': { readonly smallestNoteVnd: number };
  readonly 'receipt-unknown': Bare;
  readonly 'shipment-unknown': Bare;
  readonly 'carrier-unknown': Bare;
  readonly 'waybills-exhausted': Bare;
  readonly 'result-under-way': Bare;
  readonly 'receiver-not-authorised': Bare;
  readonly 'receiver-name-inexact': Bare;
  readonly 'authorisation-not-shown': Bare;
  readonly 'webhook-forged': Bare;
  readonly 'tracking-denied': Bare;
  readonly 'session-invalid': Bare;
  readonly 'too-many-tries': { readonly retryAfterSeconds: number };
  readonly 'idempotency-key-reused': Bare;
  readonly 'form-not-available': { readonly state: string };
  readonly 'changed-meanwhile': Bare;
  /** A list of the thing has no room for one more entry; whatever ends the thing is still taken. */
  readonly 'list-full': { readonly list: string; readonly bytes: number };
  /** More becomes true with it than one transaction holds: it is to be asked for in parts. */
  readonly 'too-much-at-once': Bare;
}

/**
 * Everything this system may answer instead of doing what was asked. Closed: a service adds its own in
 * `domain/refusals.ts`, and a code without a row in its `problems.ts` does not compile.
 */
export interface Refusals extends KernelRefusals {}

/** A refusal is a value; only defects are thrown. */
export type Refusal = {
  [Code in keyof Refusals]: { readonly code: Code } & Refusals[Code];
}[keyof Refusals];

export type Refused = { readonly ok: false; readonly refusal: Refusal };
export type Done<T> = { readonly ok: true; readonly value: T };
export type Outcome<T> = Done<T> | Refused;

export const done = <T>(value: T): Done<T> => ({ ok: true, value });
export const refuse = (refusal: Refusal): Refused => ({ ok: false, refusal });
