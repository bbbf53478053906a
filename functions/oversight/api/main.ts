import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { calendarsInForce } from '#adapters/province/amended-calendars.ts';
import { makeProvinceCatalogue } from '#adapters/province/province-catalogue.ts';
import { calendars } from '#data/calendars.ts';
import { procedures } from '#data/procedures.ts';
import { agencies, codeTemplates, postOffices } from '#data/province.ts';
import { httpApi } from '#edge/http-api.ts';
import {
  makeAmendCalendar,
  makeForeseeMoves,
} from '#functions/oversight/application/amend-calendar.ts';
import { makeListWarned } from '#functions/oversight/application/list-warned.ts';
import { problems } from '#functions/problems.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const catalogue = makeProvinceCatalogue({ procedures, agencies, codeTemplates, postOffices });

const stores = makeStores(Env.parse(process.env));
const deps = {
  ...stores,
  catalogue,
  ids: makeUlids(),
  calendars: () => calendarsInForce(stores, calendars),
};

export const handler = httpApi({
  contract,
  problems,
  log: makeLog('oversight'),
  handlers: makeHandlers({
    amend: makeAmendCalendar(deps),
    foresee: makeForeseeMoves(deps),
    warned: makeListWarned(stores),
    ledger: stores.ledger,
  }),
});
