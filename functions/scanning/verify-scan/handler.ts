import type * as z from 'zod';
import { retry, settled, type Verdict } from '#edge/queue.ts';
import { parseScanObjectKey } from '#functions/scanning/application/scan-object-key.ts';
import type { makeVerifyPage } from '#functions/scanning/application/verify-page.ts';
import type { makeVerifyScan } from '#functions/scanning/application/verify-scan.ts';
import { codes } from '#watch/codes.ts';
import type { Log } from '#watch/logger.ts';
import type { ToLookAt } from './contract.ts';

interface Deps {
  readonly verifyScan: ReturnType<typeof makeVerifyScan>;
  readonly verifyPage: ReturnType<typeof makeVerifyPage>;
  readonly log: Log;
}

export const makeJudge = (deps: Deps) => {
  const judgeFile = makeJudgeFile(deps);
  return async (message: z.output<typeof ToLookAt>): Promise<Verdict> => {
    if ('goOnWith' in message) return judgeFile(message.goOnWith);
    for (const { s3 } of message.Records) {
      const verdict = await judgeFile(decodeKey(s3.object.key));
      if (verdict !== settled) return verdict;
    }
    return settled;
  };
};

const makeJudgeFile =
  ({ verifyScan, verifyPage, log }: Deps) =>
  async (key: string): Promise<Verdict> => {
    const file = parseScanObjectKey(key);
    // The bucket takes only keys that we signed; another one is a fault to look at in the DLQ.
    if (!file) return retry('key is none of ours');
    const { page } = file;
    const outcome = await (page === undefined ? verifyScan(file) : verifyPage({ ...file, page }));
    if (!outcome.ok) return retry(outcome.refusal.code);
    log.info(codes.scanSettled, { ...file, outcome: outcome.value });
    return settled;
  };

/** S3 form-encodes keys in notifications. */
const decodeKey = (key: string): string => decodeURIComponent(key.replaceAll('+', ' '));
