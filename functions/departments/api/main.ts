import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makePullDossiers } from '#application/departments/pull-dossiers.ts';
import { makeWorkDossier } from '#application/departments/work-dossier.ts';
import { httpApi } from '#edge/http-api.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const stores = makeStores(Env.parse(process.env));

export const handler = httpApi({
  contract,
  log: makeLog('departments'),
  handlers: makeHandlers({
    pull: makePullDossiers(stores),
    work: makeWorkDossier(stores),
    index: stores.index,
  }),
});
