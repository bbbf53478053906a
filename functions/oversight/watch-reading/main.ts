import { makeAccessLines } from '#adapters/aws/dynamodb/access-log.ts';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { makeWatchReading } from '#functions/oversight/application/watch-reading.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const env = Env.parse(process.env);
const stores = makeStores(env);
const lines = makeAccessLines(stores.client, env.ACCESS_TABLE);
const ids = makeUlids();
const log = makeLog('oversight');
const count = makeCount('oversight');

const watching = byCatalogueIn(
  env,
  log,
)(({ province: { readingRules } }) =>
  makeHandler(makeWatchReading({ ...stores, lines, ids, readingRules }), log, count),
);

export const handler = async () => (await watching())();
