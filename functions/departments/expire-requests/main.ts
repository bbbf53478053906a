import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { makeExpireRequests } from '#functions/departments/application/expire-requests.ts';
import { codes } from '#watch/codes.ts';
import { makeLog } from '#watch/logger.ts';
import { Env } from './env.ts';

const env = Env.parse(process.env);
const log = makeLog('departments');
const stores = makeStores(env);
const expiring = byCatalogueIn(
  env,
  log,
)(({ province: { agencies, calendars } }) =>
  makeExpireRequests({
    ...stores,
    calendars: makeCalendars(stores, calendars),
    agencies: agencies.filter(({ takesDossiers }) => takesDossiers).map(({ id }) => id),
  }),
);

/** Runs each hour; only after midnight is there anything to do. */
export const handler = async () => {
  const expire = await expiring();
  const expired = await expire();
  if (expired > 0) log.info(codes.requestsExpired, { count: expired });
  return { expired };
};
