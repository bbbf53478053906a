import type { AccessEntry, AccessLink } from '#domain/access/access-entry.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Page, PageAsk } from './unit-of-work.ts';

/** What the log stamps with its own clock. */
export type AccessRead = Omit<AccessEntry, 'at'>;

/** Every reading of personal data leaves an entry (reliability invariant 20). */
export interface AccessLog {
  /** Gets ready for entries of this reader, so that keeping them costs one write. Never fails. */
  prepare(reader: string): Promise<void>;
  /** Entries of one reader, at most a hundred, all or none; durable when it resolves. Throws where it cannot be. */
  append(reads: readonly AccessRead[]): Promise<void>;
}

/** The log as it is read: newest first, and eventually consistent. */
export interface AccessLines {
  /** Of a dossier, or of what is about none of ours. */
  ofSubject(subject: string, page: PageAsk): Promise<Page<AccessEntry>>;
  /**
   * Of one reader: the newest day first, and the newest entry of each day. With a `place`, what was read in its
   * name alone: then a page may be short, or empty, and have a next one.
   */
  ofReader(reader: string, page: PageAsk, place?: string): Promise<Page<AccessEntry>>;
  /** Everything from one moment until before another, within one Vietnam day or two. */
  between(from: Instant, until: Instant): Promise<readonly AccessEntry[]>;
}

/** The log as its verifier reads it. */
export interface AccessDays {
  /** Hashes of the entries of that day, sorted. */
  hashesOf(day: VietnamDay): Promise<readonly string[]>;
  /** Every link of the day as it stands there; `undefined` for what cannot be read as one. */
  linksOf(day: VietnamDay): Promise<readonly (AccessLink | undefined)[]>;
}
