import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { makeMoveToSuccessor } from '#functions/oversight/application/move-to-successor.ts';
import { successorFinder } from '#functions/oversight/application/successor-of.ts';
import { codes } from '#watch/codes.ts';
import { makeLog } from '#watch/logger.ts';
import { Env } from './env.ts';

const env = Env.parse(process.env);
const log = makeLog('oversight');
const stores = makeStores(env);

const moving = byCatalogueIn(
  env,
  log,
)(({ province }) =>
  makeMoveToSuccessor({
    ...stores,
    calendars: makeCalendars(stores, province.calendars),
    agencies: province.agencies.filter(({ takesDossiers }) => takesDossiers),
    successorOf: successorFinder(province),
  }),
);

/** Runs each hour; there is something to do on the day after an agency ended. */
export const handler = async () => {
  const move = await moving();
  const moved = await move();
  if (moved > 0) log.info(codes.dossiersMoved, { count: moved });
  return { moved };
};
