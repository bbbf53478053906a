import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { makeSettlePouch } from '#functions/handover/application/settle-pouch.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const env = Env.parse(process.env);
const stores = makeStores(env);
const seals = makeSeals({});

const log = makeLog('handover');
const count = makeCount('handover');

const settling = byCatalogueIn(
  env,
  log,
)(({ catalogue, province }) => {
  const calendars = makeCalendars(stores, province.calendars);
  const settle = makeSettlePouch({ ...stores, calendars, catalogue, seals });
  return makeHandler({ index: stores.index, settle, log, count });
});

export const handler = async () => (await settling())();
