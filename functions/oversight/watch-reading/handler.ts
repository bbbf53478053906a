import type { makeWatchReading } from '#functions/oversight/application/watch-reading.ts';
import { codes } from '#watch/codes.ts';
import type { Log } from '#watch/logger.ts';
import { type Count, counted } from '#watch/metrics.ts';

/** Runs every five minutes. Who it was stands on the supervisors' list, not in the log. */
export const makeHandler =
  (watch: ReturnType<typeof makeWatchReading>, log: Log, count: Count) => async () => {
    const listed = await watch();
    if (listed > 0) {
      count(counted.bulkReading, listed);
      log.warn(codes.bulkReading, { count: listed });
    }
    return { listed };
  };
