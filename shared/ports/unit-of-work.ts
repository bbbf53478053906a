import type { Applicant, Dossier, Inbox } from '#domain/dossier/dossier.ts';
import type { ChainedEvent } from '#domain/dossier/dossier-event.ts';
import { openPayment } from '#domain/dossier/payment.ts';
import type { DossierChange } from '#domain/dossier/record.ts';
import type { KeptEvent } from '#domain/history/sealed-text.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Warning } from '#domain/limits/warnings.ts';
import type { TextClass } from '#domain/sight/text-class.ts';
import type { Instant } from '#domain/time/instant.ts';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { PublishedEvent } from '#events/catalogue.ts';
import type { AssignmentBox, AssignmentLine } from './assignment-line.ts';
import type { LimitLine } from './limit-line.ts';
import type { OldPapersLine } from './old-papers-line.ts';
import type { PullLine } from './pull-line.ts';
import type { KeptRecord, RecordKind, RecordWrite } from './records.ts';
import type { RetentionLine } from './retention-line.ts';

export interface StoredDossier {
  readonly dossier: Dossier;
  readonly applicant: Applicant;
  /** Hash of the last event: the next one points back to it. */
  readonly chainHash: string;
}

/** A dossier and all that made it what it is, of one version. */
export interface WholeDossier extends StoredDossier {
  /** In today's form; the last one's version is the dossier's. */
  readonly events: readonly ChainedEvent[];
}

/** Texts to be erased: of the events of these versions, every one that is kept as such. */
export interface TextErasure {
  readonly kept: TextClass;
  readonly events: readonly KeptEvent[];
}

export interface DossierWrite {
  readonly change: DossierChange;
  /** The chain hash that was read with `change.before`; `GENESIS` for a new dossier. */
  readonly chainHash: string;
  /** Written with the first event, and where it was corrected. */
  readonly applicant?: Applicant;
  readonly erasure?: TextErasure;
}

/** A mutating request's key and what it was answered, kept for the dossier's life. */
export interface Answer {
  /** Whose key it is: two offices may choose the same one. */
  readonly scope: string;
  readonly key: string;
  readonly requestHash: string;
  readonly result: unknown;
}

/** Sets a counter to `from + 1` where it still is `from`. */
export interface SequenceStep {
  readonly name: string;
  readonly from: number;
}

/** Everything that becomes true at once. */
export interface Commit {
  readonly dossiers?: readonly DossierWrite[];
  readonly records?: readonly RecordWrite[];
  readonly answer?: Answer;
  /** A message or webhook event that must have its effect once. */
  readonly claim?: { readonly source: string; readonly eventId: string };
  readonly sequences?: readonly SequenceStep[];
}

/**
 * `stale`, `sequence-moved`: load again and decide again. `answered`: somebody answered this
 * idempotency key. `claimed`: the effect is already there. `busy`: contention outlasted the retries;
 * nothing was written. `too-large`: more than the store takes at once (100 items, or one above
 * 400 KB); it will be so next time too.
 *
 * Once and for all both stores: a commit that writes the same dossier, record, name, code or counter
 * twice is a defect and throws.
 */
export type CommitResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly why: 'stale' | 'sequence-moved' | 'answered' | 'claimed' | 'busy' | 'too-large';
    };

/** The dossiers, their histories and the one way to change them. */
export interface UnitOfWork {
  load(id: DossierId): Promise<StoredDossier | undefined>;
  /** The same with its history, in one reading. */
  loadWhole(id: DossierId): Promise<WholeDossier | undefined>;
  /** In today's form, whatever version each was written in, with the texts that are still there. */
  history(id: DossierId): Promise<readonly ChainedEvent[]>;
  /** The same as it was written, which is what the hashes are taken of, and the texts that lie beside. */
  kept(id: DossierId): Promise<readonly KeptEvent[]>;
  event(id: DossierId, version: number): Promise<ChainedEvent | undefined>;
  /** By mã hồ sơ, or by the temporary number of the slip that it was taken on. */
  findByCode(code: string): Promise<DossierId | undefined>;
  commit(commit: Commit): Promise<CommitResult>;
  answer(scope: string, key: string): Promise<Answer | undefined>;
  sequence(name: string): Promise<number>;
  record<T extends KeptRecord>(kind: RecordKind<T>, id: string): Promise<T | undefined>;
  /** The id of the record that bears the name. */
  findRecord(kind: RecordKind, name: string): Promise<string | undefined>;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Opaque; absent on the last page. */
  readonly next?: string;
}

export interface PageAsk {
  readonly limit: number;
  readonly after?: string;
}

/** A line of an inbox or worklist: no personal data, read from an index. */
export interface DossierLine {
  readonly id: DossierId;
  readonly version: number;
  readonly status: Dossier['status'];
  readonly procedure: string;
  readonly office: string;
  readonly code?: string;
  readonly dueAt?: Instant;
  readonly leasedUntil?: Instant;
  /** Staff id of who holds it, for its agency alone. */
  readonly leasedBy?: string;
  /** The citizen's last day, while papers or a payment are asked for. */
  readonly answerBy?: VietnamDay;
  readonly registeredAt: Instant;
}

/** The line of a dossier: the one place that says what an index may show. */
export const lineOf = (dossier: Dossier): DossierLine => {
  const { acceptance, department } = dossier;
  const answerBy = answerDayOf(dossier);
  const lease = department?.lease;
  return {
    id: dossier.id,
    version: dossier.version,
    status: dossier.status,
    procedure: dossier.procedure.code,
    office: dossier.office,
    registeredAt: dossier.registeredAt,
    ...(acceptance && { code: acceptance.code }),
    ...(acceptance?.dueAt !== undefined && { dueAt: acceptance.dueAt }),
    ...(lease && { leasedUntil: lease.until, leasedBy: lease.holder }),
    ...(answerBy !== undefined && { answerBy }),
  };
};

const answerDayOf = (dossier: Dossier): VietnamDay | undefined =>
  dossier.status === 'supplement-requested'
    ? dossier.supplements.at(-1)?.answerBy
    : openPayment(dossier)?.payBy;

/** What an inbox is sorted by: the appointment, or while the citizen is waited for the last day. */
export const urgencyOf = (dossier: Dossier): Instant | undefined => {
  const answerBy = answerDayOf(dossier);
  return answerBy === undefined ? dossier.acceptance?.dueAt : at(answerBy, 0);
};

/** Indexes: eventually consistent, so whoever acts on a line loads the dossier first. */
export interface DossierIndex {
  /** A department's dossiers, the most urgent first. */
  inbox(
    agency: string,
    inbox: Exclude<Inbox, 'on-its-way'>,
    page: PageAsk,
  ): Promise<Page<DossierLine>>;
  /** What waits at a department under no lease, the most urgent first. */
  free(agency: string, page: PageAsk): Promise<Page<PullLine>>;
  /** What waits under a lease that ended at `by` or before, the longest lapsed first. */
  lapsed(agency: string, by: Instant, page: PageAsk): Promise<Page<PullLine>>;
  /** What an agency was asked by others, the most urgent first. */
  assigned(agency: string, box: AssignmentBox, page: PageAsk): Promise<Page<AssignmentLine>>;
  /** Dossiers that are to be warned of, the earliest first: of every office and agency. */
  unwarned(warning: Warning, before: Instant, page: PageAsk): Promise<Page<LimitLine>>;
  /** What an office or an agency was warned of and still stands so, or the whole province. */
  warned(warning: Warning, owner: string | undefined, page: PageAsk): Promise<Page<LimitLine>>;
  /** A post office's dossiers in one status, the oldest first. */
  worklist(office: string, status: Dossier['status'], page: PageAsk): Promise<Page<DossierLine>>;
  /** The same, of those only that came in from one moment until before another. */
  registered(
    office: string,
    status: Dossier['status'],
    span: { readonly from: Instant; readonly until: Instant },
    page: PageAsk,
  ): Promise<Page<DossierLine>>;
  /** Old papers that are not back at the agency, of a post office or of an agency, the oldest first. */
  oldPapersOf(
    place: { readonly office?: string; readonly agency?: string },
    page: PageAsk,
  ): Promise<Page<OldPapersLine>>;
  /** Dossiers of a procedure that were over before then and are not erased, the longest over first. */
  finished(procedure: string, before: Instant, page: PageAsk): Promise<Page<RetentionLine>>;
  /** Dossiers under lệnh giữ, of the whole province, the longest held first. */
  onHold(page: PageAsk): Promise<Page<RetentionLine>>;
  /** Ids of the records in a list, the oldest first. */
  listed(kind: RecordKind, list: string, page: PageAsk): Promise<Page<string>>;
  /** The same for the second lists. */
  listedSecond(kind: RecordKind, list: string, page: PageAsk): Promise<Page<string>>;
}

/** An event that no one has published yet. */
export type Unpublished =
  | { readonly of: 'dossier'; readonly event: ChainedEvent }
  | {
      readonly of: 'record';
      readonly event: PublishedEvent;
      /** Where the store keeps it: for the store alone to read. */
      readonly place: { readonly record: string; readonly entry: string };
    };

/** Events that no one has published yet, of dossiers and of records. */
export interface Outbox {
  /** Unpublished events recorded before `before`, the oldest first. */
  waiting(before: Instant, limit: number): Promise<readonly Unpublished[]>;
  /** Again is no harm. @throws where there is no such event. */
  markPublished(event: Unpublished): Promise<void>;
}
