import { makeProvinceCatalogue } from '#adapters/province/province-catalogue.ts';
import { procedures } from '#data/procedures.ts';
import { agencies, codeTemplates, postOffices } from '#data/province.ts';
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

const catalogue = makeProvinceCatalogue({ procedures, agencies, codeTemplates, postOffices });

const desk = makePortalDesk(Env.parse(process.env), catalogue);

export const handler = httpApi({
  contract,
  problems,
  log: makeLog('portal'),
  handlers: makeHandlers({
    drift: makeReadDrift({
      ...desk,
      agencies: agencies.filter(({ takesDossiers }) => takesDossiers),
    }),
    pushAgain: makePushAgain(desk),
    rejected: makeListRejected(desk),
    sync: makeReadSync(desk),
  }),
});
