import type { OfficeQueue } from './queue.ts';

/** Thời gian chờ of an office-day, in whole minutes, of the tickets that were called. */
export interface WaitFigures {
  readonly taken: number;
  readonly called: number;
  readonly served: number;
  readonly absent: number;
  readonly waiting: number;
  readonly medianMinutes?: number;
  /** Nine of ten waited no longer. */
  readonly p90Minutes?: number;
  readonly longestMinutes?: number;
}

/** Nearest rank: a wait that somebody really had, so there is at least one. */
const rank = (sorted: readonly number[], share: number): number =>
  Number(sorted[Math.ceil(sorted.length * share) - 1]);

export const waitFigures = (queue: OfficeQueue): WaitFigures => {
  const sorted = [...queue.waits].sort((a, b) => a - b);
  return {
    taken: Object.values(queue.lastNumbers).reduce((sum, n) => sum + n, 0),
    called: sorted.length,
    served: queue.served,
    absent: queue.absent.length,
    waiting: queue.waiting.length,
    ...(sorted.length > 0 && {
      medianMinutes: rank(sorted, 0.5),
      p90Minutes: rank(sorted, 0.9),
      longestMinutes: rank(sorted, 1),
    }),
  };
};
