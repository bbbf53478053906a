import type * as z from 'zod';
import { parseScanObjectKey } from '#application/scanning/scan-object-key.ts';
import type { makeVerifyScan } from '#application/scanning/verify-scan.ts';
import { retry, settled, type Verdict } from '#edge/queue.ts';
import { codes } from '#watch/codes.ts';
import type { Log } from '#watch/logger.ts';
import type { ObjectCreated } from './contract.ts';

interface Deps {
  readonly verify: ReturnType<typeof makeVerifyScan>;
  readonly log: Log;
}

export const makeJudge =
  ({ verify, log }: Deps) =>
  async ({ Records }: z.output<typeof ObjectCreated>): Promise<Verdict> => {
    for (const { s3 } of Records) {
      const ids = parseScanObjectKey(decodeKey(s3.object.key));
      // The bucket takes only keys that we signed; another one is a fault to look at in the DLQ.
      if (!ids) return retry('key is none of ours');
      const outcome = await verify(ids);
      if (!outcome.ok) return retry(outcome.refusal.code);
      log.info(codes.scanSettled, { ...ids, outcome: outcome.value });
    }
    return settled;
  };

/** S3 form-encodes keys in notifications. */
const decodeKey = (key: string): string => decodeURIComponent(key.replaceAll('+', ' '));
