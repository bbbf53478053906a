import type { makeSweepOutbox } from '#functions/oversight/application/sweep-outbox.ts';
import { codes } from '#watch/codes.ts';
import type { Log } from '#watch/logger.ts';
import { type Count, counted } from '#watch/metrics.ts';

/** Runs each minute. A failure is an error of the run, so that the alarm on the function sees it. */
export const makeHandler =
  (sweep: ReturnType<typeof makeSweepOutbox>, log: Log, count: Count) => async () => {
    const { published, failed } = await sweep();
    if (published > 0) count(counted.eventSwept, published);
    if (published + failed > 0) log.warn(codes.outboxSwept, { count: published });
    if (failed > 0) throw new Error(`${failed} events could not be published`);
    return { published };
  };
