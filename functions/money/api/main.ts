import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { makeProvinceCatalogue } from '#adapters/province/province-catalogue.ts';
import { calendars } from '#data/calendars.ts';
import { procedures } from '#data/procedures.ts';
import { agencies, codeTemplates, postOffices } from '#data/province.ts';
import { httpApi } from '#edge/http-api.ts';
import {
  makeHandInDoorMoney,
  makeListDoorMoney,
} from '#functions/money/application/hand-in-door-money.ts';
import { makeMoveMoney } from '#functions/money/application/move-money.ts';
import { makeReadCash } from '#functions/money/application/read-cash.ts';
import { makeReadMoney } from '#functions/money/application/read-money.ts';
import { makeRemit } from '#functions/money/application/remit.ts';
import { makeWorkShift } from '#functions/money/application/work-shift.ts';
import { problems } from '#functions/problems.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const catalogue = makeProvinceCatalogue({ procedures, agencies, codeTemplates, postOffices });

const stores = makeStores(Env.parse(process.env));
const deps = {
  ...stores,
  ids: makeUlids(),
  catalogue,
  calendars: makeCalendars(stores, calendars),
};

export const handler = httpApi({
  contract,
  problems,
  log: makeLog('money'),
  handlers: makeHandlers({
    shifts: makeWorkShift(deps),
    money: makeMoveMoney(deps),
    read: makeReadMoney(stores),
    handIn: makeHandInDoorMoney(deps),
    atDoors: makeListDoorMoney({ ...stores, calendars: makeCalendars(stores, calendars) }),
    remit: makeRemit(deps),
    cash: makeReadCash(deps),
    ledger: stores.ledger,
  }),
});
