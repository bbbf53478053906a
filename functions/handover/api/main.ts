import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { masterKeysFrom } from '#adapters/aws/secrets/master-keys.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { makeProvinceCatalogue } from '#adapters/province/province-catalogue.ts';
import { calendars } from '#data/calendars.ts';
import { procedures } from '#data/procedures.ts';
import { agencies, codeTemplates, postOffices, waybillPools } from '#data/province.ts';
import { httpApi } from '#edge/http-api.ts';
import { makeIssueSlip } from '#functions/handover/application/issue-slip.ts';
import {
  makeFindPapers,
  makeListOldPapers,
  makeMovePapers,
} from '#functions/handover/application/move-papers.ts';
import { makePackPouch } from '#functions/handover/application/pack-pouch.ts';
import { makeSettlePouch } from '#functions/handover/application/settle-pouch.ts';
import { makeWorkPouch } from '#functions/handover/application/work-pouch.ts';
import { problems } from '#functions/problems.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const catalogue = makeProvinceCatalogue({ procedures, agencies, codeTemplates, postOffices });

const env = Env.parse(process.env);
const log = makeLog('handover');
const stores = makeStores(env);
const deps = {
  ...stores,
  calendars: makeCalendars(stores, calendars),
  ids: makeUlids(),
  seals: makeSeals(masterKeysFrom(env.KEYS_SECRET)),
  catalogue,
  pools: waybillPools,
};

export const handler = httpApi({
  contract,
  problems,
  log,
  handlers: makeHandlers({
    ...deps,
    log,
    count: makeCount('handover'),
    slip: makeIssueSlip(deps),
    pouch: makeWorkPouch(deps),
    packing: makePackPouch(deps),
    settle: makeSettlePouch(deps),
    papers: makeMovePapers(deps),
    find: makeFindPapers(deps),
    oldPapers: makeListOldPapers(deps),
  }),
});
