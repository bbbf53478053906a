import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { calendars } from '#data/calendars.ts';
import { watchRules } from '#data/province.ts';
import { makeWatchLimits } from '#functions/oversight/application/watch-limits.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const stores = makeStores(Env.parse(process.env));

export const handler = makeHandler(
  makeWatchLimits({ ...stores, calendars: makeCalendars(stores, calendars), watchRules }),
  makeLog('oversight'),
  makeCount('oversight'),
);
