import type {
  makeCountStale,
  makePushPending,
} from '#functions/portal/application/push-pending.ts';
import { codes } from '#watch/codes.ts';
import type { Log } from '#watch/logger.ts';
import { type Count, counted } from '#watch/metrics.ts';

interface Work {
  readonly isConfigured: boolean;
  readonly pushPending: ReturnType<typeof makePushPending>;
  readonly countStale: ReturnType<typeof makeCountStale>;
}

/**
 * Runs each minute. Without an account it says so once and does nothing: the dossiers wait, and nobody is
 * woken for what the province has not set up yet.
 */
export const makeHandler = (work: Work, log: Log, count: Count) => {
  let hasSaid = false;
  return async () => {
    if (work.isConfigured) return run(work, log, count);
    if (!hasSaid) log.warn(codes.portalNotConfigured);
    hasSaid = true;
    return { pushed: 0, stale: 0 };
  };
};

const run = async ({ pushPending, countStale }: Work, log: Log, count: Count) => {
  const { pushed, rejected, failed } = await pushPending();
  const stale = await countStale();
  if (pushed > 0) log.info(codes.nationalCopyPushed, { count: pushed });
  if (stale + rejected > 0) count(counted.nationalCopyStale, stale + rejected);
  if (failed > 0) throw new Error(`${failed} dossiers could not be pushed`);
  return { pushed, stale };
};
