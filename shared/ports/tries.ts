import type { Instant, Milliseconds } from '#domain/time/instant.ts';

/** Counts tries under a name in a fixed window; atomic, so parallel guesses are all counted. */
export interface Tries {
  /** The count including this one, and when the window ends. */
  count(name: string, window: Milliseconds, now: Instant): Promise<{ n: number; endsAt: Instant }>;
  /** Takes back one counted try of the same name, window and moment. */
  giveBack(name: string, window: Milliseconds, now: Instant): Promise<void>;
}
