import { accessLogOf } from '#adapters/aws/dynamodb/access-log.ts';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { keysIn } from '#adapters/aws/secrets/purpose-keys.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { makeProvinceOffices } from '#adapters/province/province-offices.ts';
import { httpApi } from '#edge/http-api.ts';
import { problems } from '#functions/problems.ts';
import { makeAuthoriseRecipient } from '#functions/returns/application/authorise-recipient.ts';
import { makeCorrectOrder } from '#functions/returns/application/correct-order.ts';
import { makeCreateShipment } from '#functions/returns/application/create-shipment.ts';
import { makeEndParcel, makeReissueResult } from '#functions/returns/application/end-parcel.ts';
import {
  makeListFlaggedDeliveries,
  makeReviewDelivery,
} from '#functions/returns/application/flagged-deliveries.ts';
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
  makeFindReturnOrder,
  makeReadReturnOrder,
  makeReadShipment,
} from '#functions/returns/application/read-shipment.ts';
import { makeListWaybillCases } from '#functions/returns/application/reconcile-waybills.ts';
import { makeRecordCourierEvent } from '#functions/returns/application/record-courier-event.ts';
import { makeRevokeRecipient } from '#functions/returns/application/revoke-recipient.ts';
import { makeTakeCourierWebhook } from '#functions/returns/application/take-courier-webhook.ts';
import { makeTakeInParcel } from '#functions/returns/application/take-in-parcel.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const stores = makeStores(env);
const seals = makeSeals(keysIn(env));
const ids = makeUlids();
const log = makeLog('returns');
const byCatalogue = byCatalogueIn(env, log);

export const handler = httpApi({
  contract,
  problems,
  access: accessLogOf(stores, env),
  log,
  handlers: byCatalogue(({ catalogue, province }) => {
    const calendars = makeCalendars(stores, province.calendars);
    const pools = province.waybillPools;
    const record = makeRecordCourierEvent({ ...stores, calendars, pools });
    const deps = { ...stores, ids, pools, offices: makeProvinceOffices(province), seals };
    const order = makeOrderReturn(deps);
    return makeHandlers({
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
      findOrder: makeFindReturnOrder({ ...deps, agencies: province.agencies.map(({ id }) => id) }),
      carriers: makeReadCarriers(deps),
      orderPapers: makeWorkOrderPapers(deps),
      outstanding: makeListOrderPapers(stores),
      waybillCases: makeListWaybillCases(stores),
      endParcel: makeEndParcel({ ...deps, calendars }),
      takeIn: makeTakeInParcel(deps),
      reissue: makeReissueResult(deps),
      revoke: makeRevokeRecipient(deps),
      correctOrder: makeCorrectOrder(deps),
      flagged: makeListFlaggedDeliveries(stores),
      review: makeReviewDelivery(deps),
      calendars,
    });
  }),
});
