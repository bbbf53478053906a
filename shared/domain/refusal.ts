/** A refusal that needs no more than its code. */
export type Bare = Readonly<Record<never, never>>;

/** What the kernel refuses, and what more than one service does: by code, with what goes along. */
export interface KernelRefusals {
  readonly 'dossier-unknown': Bare;
  readonly 'procedure-not-in-force': { readonly procedure: string };
  readonly 'office-unknown': Bare;
  readonly 'agency-unknown': Bare;
  readonly 'component-unknown': { readonly component: string };
  readonly 'component-missing': { readonly components: readonly string[] };
  readonly 'component-unscanned': { readonly components: readonly string[] };
  readonly 'pages-uncounted': { readonly components: readonly string[] };
  readonly 'scan-unknown': Bare;
  readonly 'scan-unverified': { readonly scans: readonly string[] };
  readonly 'too-many-scans': { readonly limit: number };
  readonly 'step-not-allowed': { readonly status: string; readonly step: string };
  readonly 'amendment-empty': { readonly days: readonly string[] };
  readonly 'calendar-missing': { readonly year: number };
  readonly 'intake-mode': { readonly mode: string };
  readonly 'temporary-block-closed': Bare;
  readonly 'temporary-number-unknown': Bare;
  readonly 'temporary-number-used': { readonly dossierId: string };
  readonly 'temporary-number-void': Bare;
  readonly 'temporary-number-returned': Bare;
  readonly 'slips-not-blank': { readonly numbers: readonly string[] };
  readonly 'slips-missing': { readonly numbers: readonly string[] };
  readonly 'taken-time-invalid': { readonly why: string };
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
  readonly 'extension-day-invalid': { readonly after: string; readonly until: string };
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
  readonly 'receipt-unknown': Bare;
  readonly 'shipment-unknown': Bare;
  readonly 'carrier-unknown': Bare;
  readonly 'waybills-exhausted': Bare;
  readonly 'result-under-way': Bare;
  readonly 'webhook-forged': Bare;
  readonly 'tracking-denied': Bare;
  readonly 'too-many-tries': { readonly retryAfterSeconds: number };
  readonly 'idempotency-key-reused': Bare;
  readonly 'form-not-available': { readonly status: string };
  readonly 'changed-meanwhile': Bare;
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
