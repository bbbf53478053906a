import { accessLogOf, makeAccessLines } from '#adapters/aws/dynamodb/access-log.ts';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { calendarsInForce } from '#adapters/province/amended-calendars.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { httpApi } from '#edge/http-api.ts';
import {
  makeAmendCalendar,
  makeForeseeMoves,
  makeListAmendments,
} from '#functions/oversight/application/amend-calendar.ts';
import { makeListWarned } from '#functions/oversight/application/list-warned.ts';
import {
  makeListBulkReadings,
  makeReadAccess,
  makeSettleBulkReading,
} from '#functions/oversight/application/read-access.ts';
import { makeWatchCalendars } from '#functions/oversight/application/watch-calendars.ts';
import { makeWorkHolds } from '#functions/oversight/application/work-holds.ts';
import { problems } from '#functions/problems.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const stores = makeStores(env);
const ids = makeUlids();
const log = makeLog('oversight');
const byCatalogue = byCatalogueIn(env, log);

export const handler = httpApi({
  contract,
  problems,
  access: accessLogOf(stores, env),
  log,
  handlers: byCatalogue(({ catalogue, province }) => {
    const calendars = () => calendarsInForce(stores, province.calendars);
    const deps = { ...stores, catalogue, ids, calendars };
    return makeHandlers({
      amend: makeAmendCalendar(deps),
      foresee: makeForeseeMoves(deps),
      amendments: makeListAmendments(stores),
      calendars: makeWatchCalendars({ ...stores, calendars }),
      warned: makeListWarned(stores),
      holds: makeWorkHolds(stores),
      ledger: stores.ledger,
      access: makeReadAccess({
        ...stores,
        lines: makeAccessLines(stores.client, env.ACCESS_TABLE),
      }),
      bulkReadings: makeListBulkReadings(stores),
      settleBulkReading: makeSettleBulkReading(deps),
    });
  }),
});
