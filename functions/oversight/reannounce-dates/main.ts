import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { makeProvinceCatalogue } from '#adapters/province/province-catalogue.ts';
import { calendars } from '#data/calendars.ts';
import { procedures } from '#data/procedures.ts';
import { agencies, codeTemplates, postOffices } from '#data/province.ts';
import { makeReannounceDates } from '#functions/oversight/application/reannounce-dates.ts';
import { codes } from '#watch/codes.ts';
import { makeLog } from '#watch/logger.ts';
import { Env } from './env.ts';

const catalogue = makeProvinceCatalogue({ procedures, agencies, codeTemplates, postOffices });

const stores = makeStores(Env.parse(process.env));
const log = makeLog('oversight');
const reannounce = makeReannounceDates({
  ...stores,
  catalogue,
  calendars: makeCalendars(stores, calendars),
  agencies: agencies.filter(({ takesDossiers }) => takesDossiers).map(({ id }) => id),
});

/** Runs each minute; there is seldom anything to do. */
export const handler = async () => {
  const moved = await reannounce();
  if (!moved.ok) throw new Error(moved.refusal.code);
  if (moved.value > 0) log.info(codes.datesReannounced, { count: moved.value });
  return { moved: moved.value };
};
