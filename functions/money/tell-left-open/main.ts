import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeListLeftOpen } from '#functions/money/application/list-left-open.ts';
import { codes } from '#watch/codes.ts';
import { makeLog } from '#watch/logger.ts';
import { counted, makeCount } from '#watch/metrics.ts';
import { Env } from './env.ts';

const list = makeListLeftOpen(makeStores(Env.parse(process.env)));
const log = makeLog('money');
const count = makeCount('money');

/** Runs before the counters open: what lay open over night is said, each morning until it is closed. */
export const handler = async () => {
  const { length: left } = await list('all');
  if (left > 0) {
    log.warn(codes.shiftsLeftOpen, { count: left });
    count(counted.shiftLeftOpen, left);
  }
  return { count: left };
};
