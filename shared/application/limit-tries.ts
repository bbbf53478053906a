import { type Refused, refuse } from '#domain/refusal.ts';
import type { Instant, Milliseconds } from '#domain/time/instant.ts';
import type { Tries } from '#ports/tries.ts';

/** So many tries under a name in a window. */
export interface TryLimit {
  readonly name: string;
  readonly limit: number;
  readonly window: Milliseconds;
}

/**
 * Counts one try under each name, and refuses when any has had too many; the wait is the first name's.
 * Every name is counted whatever the others say, so that a guess is never free.
 */
export const limitTries = async (
  tries: Tries,
  now: Instant,
  ...limits: readonly [TryLimit, ...TryLimit[]]
): Promise<Refused | undefined> => {
  let firstEndsAt: Instant | undefined;
  let isOver = false;
  for (const { name, limit, window } of limits) {
    const { n, endsAt } = await tries.count(name, window, now);
    firstEndsAt ??= endsAt;
    isOver ||= n > limit;
  }
  const retryAfterSeconds = Math.ceil(((firstEndsAt ?? now) - now) / 1_000);
  return isOver ? refuse({ code: 'too-many-tries', retryAfterSeconds }) : undefined;
};
