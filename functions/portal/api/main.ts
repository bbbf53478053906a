import { accessLogOf } from '#adapters/aws/dynamodb/access-log.ts';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { httpApi } from '#edge/http-api.ts';
import { makePortalDesk } from '#functions/portal/adapters/portal-desk.ts';
import { makePushAgain } from '#functions/portal/application/push-again.ts';
import { makeReadDrift } from '#functions/portal/application/read-drift.ts';
import { makeListRejected, makeReadSync } from '#functions/portal/application/read-syncs.ts';
import { problems } from '#functions/problems.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const log = makeLog('portal');
const byCatalogue = byCatalogueIn(env, log);

export const handler = httpApi({
  contract,
  problems,
  access: accessLogOf(makeStores(env), env),
  log,
  handlers: byCatalogue(({ catalogue, province: { agencies } }) => {
    const desk = makePortalDesk(env, catalogue);
    return makeHandlers({
      drift: makeReadDrift({
        ...desk,
        agencies: agencies.filter(({ takesDossiers }) => takesDossiers),
      }),
      pushAgain: makePushAgain(desk),
      rejected: makeListRejected(desk),
      sync: makeReadSync(desk),
    });
  }),
});
