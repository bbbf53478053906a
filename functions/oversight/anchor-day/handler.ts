import type { makeAnchorDays } from '#functions/oversight/application/anchor-days.ts';
import { codes } from '#watch/codes.ts';
import type { Log } from '#watch/logger.ts';
import { type Count, counted } from '#watch/metrics.ts';

/** Runs each night. A failure is an error of the run; a changed day has an alarm of its own. */
export const makeHandler =
  (anchorDays: ReturnType<typeof makeAnchorDays>, log: Log, count: Count) => async () => {
    const { anchored, changed } = await anchorDays();
    for (const day of changed) log.error(codes.anchoredDayChanged, { day });
    if (changed.length > 0) count(counted.anchoredDayChanged, changed.length);
    log.info(codes.daysAnchored, { count: anchored.length });
    return { anchored };
  };
