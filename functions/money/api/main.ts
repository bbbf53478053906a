import { accessLogOf } from '#adapters/aws/dynamodb/access-log.ts';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { httpApi } from '#edge/http-api.ts';
import { makeGiveBack } from '#functions/money/application/give-back.ts';
import {
  makeHandInDoorMoney,
  makeListDoorMoney,
} from '#functions/money/application/hand-in-door-money.ts';
import { makeListGiveBacks } from '#functions/money/application/list-give-backs.ts';
import { makeReadLeftOpen } from '#functions/money/application/list-left-open.ts';
import { makeReadCash } from '#functions/money/application/read-cash.ts';
import { makeReadMoney } from '#functions/money/application/read-money.ts';
import { makeRemit } from '#functions/money/application/remit.ts';
import { makeTakeMoney } from '#functions/money/application/take-money.ts';
import { makeWorkElectronic } from '#functions/money/application/work-electronic.ts';
import { makeWorkShift } from '#functions/money/application/work-shift.ts';
import { problems } from '#functions/problems.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const stores = makeStores(env);
const ids = makeUlids();
const log = makeLog('money');
const byCatalogue = byCatalogueIn(env, log);

export const handler = httpApi({
  contract,
  problems,
  access: accessLogOf(stores, env),
  log,
  handlers: byCatalogue(({ catalogue, province }) => {
    const calendars = makeCalendars(stores, province.calendars);
    const deps = { ...stores, ids, catalogue, calendars };
    return makeHandlers({
      shifts: makeWorkShift(deps),
      leftOpen: makeReadLeftOpen(deps),
      take: makeTakeMoney(deps),
      giveBack: makeGiveBack(deps),
      giveBacks: makeListGiveBacks(deps),
      read: makeReadMoney(stores),
      electronic: makeWorkElectronic(stores),
      handIn: makeHandInDoorMoney(deps),
      atDoors: makeListDoorMoney(deps),
      remit: makeRemit(deps),
      cash: makeReadCash(deps),
      ledger: stores.ledger,
    });
  }),
});
