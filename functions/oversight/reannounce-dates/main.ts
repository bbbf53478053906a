import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { makeAnnounceEdition } from '#functions/oversight/application/announce-edition.ts';
import { makeReannounceDates } from '#functions/oversight/application/reannounce-dates.ts';
import { makeLog } from '#watch/logger.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const env = Env.parse(process.env);
const stores = makeStores(env);
const log = makeLog('oversight');
const ids = makeUlids();

const reannouncing = byCatalogueIn(
  env,
  log,
)(({ catalogue, province: { agencies, calendars } }) =>
  makeHandler({
    edition: makeAnnounceEdition({ ...stores, ids, laidDown: calendars }),
    reannounce: makeReannounceDates({
      ...stores,
      catalogue,
      calendars: makeCalendars(stores, calendars),
      agencies: agencies.filter(({ takesDossiers }) => takesDossiers).map(({ id }) => id),
    }),
    log,
  }),
);

export const handler = async () => (await reannouncing())();
