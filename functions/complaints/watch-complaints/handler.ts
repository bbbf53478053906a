import type { makeWatchComplaints } from '#functions/complaints/application/watch-complaints.ts';
import { codes } from '#watch/codes.ts';
import type { Log } from '#watch/logger.ts';
import { type Count, counted } from '#watch/metrics.ts';

/** Runs before the counters open, and rings each morning until what is late is answered. */
export const makeHandler =
  (watch: ReturnType<typeof makeWatchComplaints>, log: Log, count: Count) => async () => {
    const late = await watch();
    if (late > 0) {
      log.warn(codes.complaintsLate, { count: late });
      count(counted.complaintLate, late);
    }
    return { late };
  };
