import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { makeWatchLimits } from '#functions/oversight/application/watch-limits.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const env = Env.parse(process.env);
const stores = makeStores(env);
const log = makeLog('oversight');
const count = makeCount('oversight');

const watching = byCatalogueIn(
  env,
  log,
)(({ province: { calendars: laidDown, watchRules } }) => {
  const calendars = makeCalendars(stores, laidDown);
  return makeHandler(makeWatchLimits({ ...stores, calendars, watchRules }), log, count);
});

export const handler = async () => (await watching())();
