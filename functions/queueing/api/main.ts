import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { httpApi } from '#edge/http-api.ts';
import { problems } from '#functions/problems.ts';
import { makeReadQueue } from '#functions/queueing/application/read-queue.ts';
import { makeWorkQueue } from '#functions/queueing/application/work-queue.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const stores = makeStores(env);

const ids = makeUlids();
const log = makeLog('queueing');
const byCatalogue = byCatalogueIn(env, log);

export const handler = httpApi({
  contract,
  problems,
  log,
  handlers: byCatalogue(({ catalogue, province: { queueRules } }) =>
    makeHandlers({
      queue: makeWorkQueue({ ...stores, ids, queueRules }),
      read: makeReadQueue({ ...stores, catalogue }),
    }),
  ),
});
