import type { Throttle } from './read-api.ts';

/** Full at the start; refills evenly; a call takes one. */
export const makeTokenBucket = (
  { ratePerSecond, burst }: Throttle,
  now: () => number,
): { take(): boolean } => {
  let tokens = burst;
  let filledAt = now();
  return {
    take: () => {
      const at = now();
      tokens = Math.min(burst, tokens + ((at - filledAt) / 1000) * ratePerSecond);
      filledAt = at;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
};
