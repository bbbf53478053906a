import type { Anchor } from '#domain/anchor/anchor.ts';
import type { Leaf } from '#domain/anchor/recount.ts';
import type { FoundEvent } from '#domain/history/broken-texts.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

/** What is recorded, by the Vietnam day on which it was. */
export interface RecordedDays {
  /** Hashes of the events recorded on that day, sorted. Eventually consistent. */
  hashesOf(day: VietnamDay): Promise<readonly string[]>;
  /** The same by dossier, each with the version of its event. */
  leavesOf(day: VietnamDay): Promise<ReadonlyMap<DossierId, readonly Leaf[]>>;
  /** What stands there as a dossier's events now, and beside them, in order. */
  contentsOf(id: DossierId): Promise<readonly FoundEvent[]>;
}

/** The days of which something is kept, in order. */
export interface KeptDays {
  readonly anchors: readonly VietnamDay[];
  readonly leaves: readonly VietnamDay[];
}

/** The anchors of past days, where nobody can change them. */
export interface Anchors {
  find(day: VietnamDay): Promise<Anchor | undefined>;
  latest(): Promise<Anchor | undefined>;
  days(): Promise<KeptDays>;
  /** The hashes under a day's anchor, sorted. */
  leavesOf(day: VietnamDay): Promise<readonly string[]>;
  /** Keeps them unless the day has leaves already; answers those that are kept. */
  keepLeaves(day: VietnamDay, leaves: readonly string[]): Promise<readonly string[]>;
  /** Again with the same anchor is no error; another one for the day throws. */
  keep(anchor: Anchor): Promise<void>;
}
