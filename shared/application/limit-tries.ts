import { done, type Outcome, type Refused, refuse } from '#domain/refusal.ts';
import type { Instant, Milliseconds } from '#domain/time/instant.ts';
import type { Tries } from '#ports/tries.ts';

/** So many tries under a name in a window. */
export interface TryLimit {
  readonly name: string;
  readonly limit: number;
  readonly window: Milliseconds;
}

/**
 * Counts one try under each name until one has had too many. The caller's own name comes first: whoever
 * has spent it takes nothing from what is shared with others.
 */
export const limitTries = async (
  tries: Tries,
  now: Instant,
  ...limits: readonly [TryLimit, ...TryLimit[]]
): Promise<Refused | undefined> => {
  for (const { name, limit, window } of limits) {
    const { n, endsAt } = await tries.count(name, window, now);
    const retryAfterSeconds = Math.ceil((endsAt - now) / 1_000);
    if (n > limit) return refuse({ code: 'too-many-tries', retryAfterSeconds });
  }
  return undefined;
};

/** Whose guesses are counted together. */
export interface GuessLimits {
  /** The guesser's: an address, a clerk. Once it is spent nothing is looked at, so a guesser is bounded. */
  readonly own: TryLimit;
  /** Of what is guessed at, by whomever: never asked of somebody who is right. */
  readonly shared?: TryLimit;
}

/**
 * Looks at a secret; done with `undefined` when it is wrong. Only wrong guesses stay counted, and nobody
 * else's keep a right one out. The guesser's try is taken before and given back after, so that parallel
 * guesses are all counted.
 *
 * @param check compares in constant time; undefined when the secret is wrong.
 */
export const guess = async <T>(
  tries: Tries,
  now: Instant,
  { own, shared }: GuessLimits,
  check: () => Promise<T | undefined>,
): Promise<Outcome<T | undefined>> => {
  const refused = await limitTries(tries, now, own);
  if (refused) return refused;
  const found = await check();
  if (found !== undefined) await tries.giveBack(own.name, own.window, now);
  else if (shared) return (await limitTries(tries, now, shared)) ?? done(undefined);
  return done(found);
};
