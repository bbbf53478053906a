import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { masterKeysFrom } from '#adapters/aws/secrets/master-keys.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { makeProvinceCatalogue } from '#adapters/province/province-catalogue.ts';
import { calendars } from '#data/calendars.ts';
import { procedures } from '#data/procedures.ts';
import { agencies, codeTemplates, postOffices } from '#data/province.ts';
import { makeSettlePouch } from '#functions/handover/application/settle-pouch.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const catalogue = makeProvinceCatalogue({ procedures, agencies, codeTemplates, postOffices });

const env = Env.parse(process.env);
const stores = makeStores(env);
const seals = makeSeals(masterKeysFrom(env.KEYS_SECRET));

export const handler = makeHandler({
  index: stores.index,
  settle: makeSettlePouch({
    ...stores,
    calendars: makeCalendars(stores, calendars),
    catalogue,
    seals,
  }),
  log: makeLog('handover'),
  count: makeCount('handover'),
});
