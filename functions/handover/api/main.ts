import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { masterKeysFrom } from '#adapters/aws/secrets/master-keys.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { provinceCatalogue as catalogue } from '#adapters/province/province-catalogue.ts';
import { makeIssueSlip } from '#application/handover/issue-slip.ts';
import {
  makeFindPapers,
  makeListOldPapers,
  makeMovePapers,
} from '#application/handover/move-papers.ts';
import { makePackPouch } from '#application/handover/pack-pouch.ts';
import { makeSettlePouch } from '#application/handover/settle-pouch.ts';
import { makeWorkPouch } from '#application/handover/work-pouch.ts';
import { waybillPools as pools } from '#data/province.ts';
import { httpApi } from '#edge/http-api.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const log = makeLog('handover');
const stores = makeStores(env);
const deps = {
  ...stores,
  calendars: makeCalendars(stores),
  ids: makeUlids(),
  seals: makeSeals(masterKeysFrom(env.KEYS_SECRET)),
  catalogue,
  pools,
};

export const handler = httpApi({
  contract,
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
