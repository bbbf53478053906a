import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { masterKeysFrom } from '#adapters/aws/secrets/master-keys.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeCreateShipment } from '#application/returns/create-shipment.ts';
import { makeRecordCourierEvent } from '#application/returns/record-courier-event.ts';
import { makeTakeCourierWebhook } from '#application/returns/take-courier-webhook.ts';
import { waybillPools } from '#data/province.ts';
import { httpApi } from '#edge/http-api.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const stores = makeStores(env);
const seals = makeSeals(masterKeysFrom(env.KEYS_SECRET));
const record = makeRecordCourierEvent(stores);

export const handler = httpApi({
  contract,
  log: makeLog('returns'),
  handlers: makeHandlers({
    create: makeCreateShipment({ ...stores, ids: makeUlids(), pools: waybillPools }),
    record,
    webhook: makeTakeCourierWebhook({ ...stores, seals, record }),
    ledger: stores.ledger,
  }),
});
