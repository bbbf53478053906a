import type { ReadingCount } from '#domain/access/bulk-reading.ts';
import type { Ulid } from '#domain/identifiers/ulid.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

/** Đọc hàng loạt: somebody read more on one day than they may without being asked why. */
export interface BulkReading extends ReadingCount {
  readonly id: Ulid;
  readonly version: number;
  readonly day: VietnamDay;
  readonly since: Instant;
  /** What the supervisor found out. */
  readonly settled?: { readonly by: string; readonly at: Instant; readonly finding: string };
}

/** The same with what was counted since; undefined where that is no more. */
export const countedOn = (before: BulkReading, count: ReadingCount): BulkReading | undefined => {
  if (before.settled) return undefined;
  const dossiers = Math.max(before.dossiers, count.dossiers);
  const refused = Math.max(before.refused, count.refused);
  if (dossiers === before.dossiers && refused === before.refused) return undefined;
  return { ...before, version: before.version + 1, dossiers, refused };
};
