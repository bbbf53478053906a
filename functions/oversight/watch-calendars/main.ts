import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { calendarsInForce } from '#adapters/province/amended-calendars.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { makeWatchCalendars } from '#functions/oversight/application/watch-calendars.ts';
import { codes } from '#watch/codes.ts';
import { makeLog } from '#watch/logger.ts';
import { counted, makeCount } from '#watch/metrics.ts';
import { Env } from './env.ts';

const env = Env.parse(process.env);
const stores = makeStores(env);
const log = makeLog('oversight');
const count = makeCount('oversight');

const watching = byCatalogueIn(
  env,
  log,
)(({ province }) =>
  makeWatchCalendars({ ...stores, calendars: () => calendarsInForce(stores, province.calendars) }),
);

/** Runs each morning, from four months before a year that nobody has decided yet. */
export const handler = async () => {
  const watch = await watching();
  const { length: due } = (await watch()).filter(({ isDue }) => isDue);
  if (due > 0) {
    log.warn(codes.calendarsUndecided, { count: due });
    count(counted.calendarUndecided, due);
  }
  return { count: due };
};
