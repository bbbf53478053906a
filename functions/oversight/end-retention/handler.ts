import type { makeEndRetention } from '#functions/oversight/application/end-retention.ts';
import { codes } from '#watch/codes.ts';
import { errorFields, type Log } from '#watch/logger.ts';

/** Runs each night. One dossier that fails holds no other back, and fails the run. */
export const makeHandler =
  (endRetention: ReturnType<typeof makeEndRetention>, log: Log) => async () => {
    const { failed, kept, ...run } = await endRetention();
    if (run.erased > 0) log.info(codes.retentionEnded, { count: run.erased });
    if (run.locked > 0) log.info(codes.retentionLocked, { count: run.locked });
    for (const error of failed) log.warn(codes.retentionFailed, { error: errorFields(error) });
    if (failed.length > 0) throw new Error(`${failed.length} dossiers could not be erased`);
    return { ...run, kept };
  };
