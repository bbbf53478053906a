import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { masterKeysFrom } from '#adapters/aws/secrets/master-keys.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { makeProvinceCatalogue } from '#adapters/province/province-catalogue.ts';
import { makeProvinceOffices } from '#adapters/province/province-offices.ts';
import { calendars as laidDown } from '#data/calendars.ts';
import { procedures } from '#data/procedures.ts';
import { agencies, codeTemplates, places, postOffices, waybillPools } from '#data/province.ts';
import { httpApi } from '#edge/http-api.ts';
import { problems } from '#functions/problems.ts';
import { makeAuthoriseRecipient } from '#functions/returns/application/authorise-recipient.ts';
import { makeCreateShipment } from '#functions/returns/application/create-shipment.ts';
import { makeReadCarriers } from '#functions/returns/application/note-carrier.ts';
import { makeOrderMany } from '#functions/returns/application/order-many.ts';
import {
  makeListOrderPapers,
  makeWorkOrderPapers,
} from '#functions/returns/application/order-papers.ts';
import {
  makeListReturnOrders,
  makeOrderReturn,
  makeShipReturnOrder,
} from '#functions/returns/application/order-return.ts';
import { makePickUpOrder } from '#functions/returns/application/pick-up-order.ts';
import { makePickUpResult } from '#functions/returns/application/pick-up-result.ts';
import {
  makeReadReturnOrder,
  makeReadShipment,
} from '#functions/returns/application/read-shipment.ts';
import { makeListWaybillCases } from '#functions/returns/application/reconcile-waybills.ts';
import { makeRecordCourierEvent } from '#functions/returns/application/record-courier-event.ts';
import { makeTakeCourierWebhook } from '#functions/returns/application/take-courier-webhook.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const catalogue = makeProvinceCatalogue({ procedures, agencies, codeTemplates, postOffices });

const env = Env.parse(process.env);
const stores = makeStores(env);
const seals = makeSeals(masterKeysFrom(env.KEYS_SECRET));
const calendars = makeCalendars(stores, laidDown);
const record = makeRecordCourierEvent({ ...stores, calendars });
const deps = {
  ...stores,
  ids: makeUlids(),
  pools: waybillPools,
  offices: makeProvinceOffices({ postOffices, places }),
  seals,
};

const order = makeOrderReturn(deps);

export const handler = httpApi({
  contract,
  problems,
  log: makeLog('returns'),
  handlers: makeHandlers({
    problems,
    create: makeCreateShipment({ ...deps, catalogue }),
    record,
    webhook: makeTakeCourierWebhook({ ...deps, record }),
    authorise: makeAuthoriseRecipient(deps),
    pickUp: makePickUpResult({ ...deps, catalogue }),
    order,
    orderMany: makeOrderMany({ order, seals }),
    pickUpOrder: makePickUpOrder(deps),
    orders: makeListReturnOrders(stores),
    ship: makeShipReturnOrder(deps),
    readShipment: makeReadShipment(deps),
    readOrder: makeReadReturnOrder(deps),
    carriers: makeReadCarriers(deps),
    orderPapers: makeWorkOrderPapers(deps),
    outstanding: makeListOrderPapers(stores),
    waybillCases: makeListWaybillCases(stores),
    calendars,
  }),
});
