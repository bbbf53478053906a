import type { Anchor } from '#domain/anchor/anchor.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

/** What is recorded, by the Vietnam day on which it was. */
export interface RecordedDays {
  /** Hashes of the events recorded on that day, sorted. Eventually consistent. */
  hashesOf(day: VietnamDay): Promise<readonly string[]>;
}

/** The anchors of past days, where nobody can change them. */
export interface Anchors {
  find(day: VietnamDay): Promise<Anchor | undefined>;
  latest(): Promise<Anchor | undefined>;
  /** The hashes under a day's anchor, sorted. */
  leavesOf(day: VietnamDay): Promise<readonly string[]>;
  /** Keeps them unless the day has leaves already; answers those that are kept. */
  keepLeaves(day: VietnamDay, leaves: readonly string[]): Promise<readonly string[]>;
  /** Again with the same anchor is no error; another one for the day throws. */
  keep(anchor: Anchor): Promise<void>;
}
