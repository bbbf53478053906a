import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { agencies } from '#data/province.ts';
import { makeExpireRequests } from '#functions/departments/application/expire-requests.ts';
import { codes } from '#watch/codes.ts';
import { makeLog } from '#watch/logger.ts';
import { Env } from './env.ts';

const log = makeLog('departments');
const expire = makeExpireRequests({
  ...makeStores(Env.parse(process.env)),
  agencies: agencies.filter(({ takesDossiers }) => takesDossiers).map(({ id }) => id),
});

/** Runs each hour; only after midnight is there anything to do. */
export const handler = async () => {
  const expired = await expire();
  if (expired > 0) log.info(codes.requestsExpired, { count: expired });
  return { expired };
};
