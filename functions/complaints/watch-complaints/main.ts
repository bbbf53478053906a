import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeWatchComplaints } from '#functions/complaints/application/watch-complaints.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const watch = makeWatchComplaints(makeStores(Env.parse(process.env)));

export const handler = makeHandler(watch, makeLog('complaints'), makeCount('complaints'));
