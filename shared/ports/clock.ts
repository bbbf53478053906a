import type { Instant, Milliseconds } from '#domain/time/instant.ts';

/** Time. Asked per call, never at module scope: a warm container lives across midnight. */
export interface Clock {
  now(): Instant;
  /** Waits a random time of at most this long: full jitter, so that rivals do not meet again. */
  pauseUpTo(span: Milliseconds): Promise<void>;
}
