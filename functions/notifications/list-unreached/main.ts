import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeSmsLedger } from '#functions/notifications/adapters/sms-ledger.ts';
import { makeListAllUnreached } from '#functions/notifications/application/list-unreached.ts';
import { codes } from '#watch/codes.ts';
import { makeLog } from '#watch/logger.ts';
import { counted, makeCount } from '#watch/metrics.ts';
import { Env } from './env.ts';

const stores = makeStores(Env.parse(process.env));
const list = makeListAllUnreached({
  ...stores,
  sms: makeSmsLedger(stores.client, stores.tables),
});
const log = makeLog('notifications');
const count = makeCount('notifications');

/** Runs each minute; whom no message has reached in time goes on the call list. */
export const handler = async () => {
  const listed = await list();
  if (listed > 0) {
    log.info(codes.smsUnreached, { count: listed });
    count(counted.smsUnreached, listed);
  }
  return { count: listed };
};
