import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { calendars } from '#data/calendars.ts';
import { agencies } from '#data/province.ts';
import { successorOn } from '#domain/catalogue/agency.ts';
import { makeMoveToSuccessor } from '#functions/oversight/application/move-to-successor.ts';
import { codes } from '#watch/codes.ts';
import { makeLog } from '#watch/logger.ts';
import { Env } from './env.ts';

const log = makeLog('oversight');
const byId = new Map(agencies.map((agency) => [agency.id, agency]));
const stores = makeStores(Env.parse(process.env));
const move = makeMoveToSuccessor({
  ...stores,
  calendars: makeCalendars(stores, calendars),
  agencies: agencies.filter(({ takesDossiers }) => takesDossiers),
  successorOf: (agency, day) => successorOn(byId, agency, day),
});

/** Runs each hour; there is something to do on the day after an agency ended. */
export const handler = async () => {
  const moved = await move();
  if (moved > 0) log.info(codes.dossiersMoved, { count: moved });
  return { moved };
};
