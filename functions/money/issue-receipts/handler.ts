import type { makeIssueReceipts } from '#functions/money/application/issue-receipts.ts';
import { codes } from '#watch/codes.ts';
import type { Log } from '#watch/logger.ts';
import { type Count, counted } from '#watch/metrics.ts';

/** Runs each minute. Without an issuer it says so once and does nothing: what is asked for waits. */
export const makeHandler = (
  issue: ReturnType<typeof makeIssueReceipts> | undefined,
  log: Log,
  count: Count,
) => {
  let hasSaid = false;
  return async () => {
    if (issue) return run(issue, log, count);
    if (!hasSaid) log.warn(codes.issuerNotConfigured);
    hasSaid = true;
    return { settled: 0, rejected: 0, unknown: 0 };
  };
};

const run = async (issue: ReturnType<typeof makeIssueReceipts>, log: Log, count: Count) => {
  const { failed, ...done } = await issue();
  if (done.settled > 0) log.info(codes.receiptsIssued, { count: done.settled });
  if (done.rejected > 0) count(counted.receiptRejected, done.rejected);
  if (failed > 0) throw new Error(`${failed} biên lai could not be asked for`);
  return done;
};
