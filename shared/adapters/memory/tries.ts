import { instant } from '#domain/time/instant.ts';
import type { Tries } from '#ports/tries.ts';

/** Tries in memory, counted in the windows of the real ones. */
export const makeMemoryTries = (): Tries => {
  const counts = new Map<string, number>();
  return {
    count: async (name, window, now) => {
      const slot = Math.floor(now / window);
      const n = (counts.get(`${name}#${slot}`) ?? 0) + 1;
      counts.set(`${name}#${slot}`, n);
      return { n, endsAt: instant((slot + 1) * window) };
    },
    giveBack: async (name, window, now) => {
      const key = `${name}#${Math.floor(now / window)}`;
      counts.set(key, (counts.get(key) ?? 0) - 1);
    },
  };
};
