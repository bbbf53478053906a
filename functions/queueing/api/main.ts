import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeProvinceCatalogue } from '#adapters/province/province-catalogue.ts';
import { procedures } from '#data/procedures.ts';
import { agencies, codeTemplates, postOffices, queueRules } from '#data/province.ts';
import { httpApi } from '#edge/http-api.ts';
import { problems } from '#functions/problems.ts';
import { makeReadQueue } from '#functions/queueing/application/read-queue.ts';
import { makeWorkQueue } from '#functions/queueing/application/work-queue.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const catalogue = makeProvinceCatalogue({ procedures, agencies, codeTemplates, postOffices });

const stores = makeStores(Env.parse(process.env));

export const handler = httpApi({
  contract,
  problems,
  log: makeLog('queueing'),
  handlers: makeHandlers({
    queue: makeWorkQueue({ ...stores, ids: makeUlids(), queueRules }),
    read: makeReadQueue({ ...stores, catalogue }),
  }),
});
