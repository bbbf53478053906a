import type { Instant } from '#domain/time/instant.ts';

/** New ULIDs; those of one process rise even within a millisecond. */
export interface Ids {
  next(now: Instant): string;
}
