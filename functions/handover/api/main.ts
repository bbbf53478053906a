import { accessLogOf } from '#adapters/aws/dynamodb/access-log.ts';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { keysIn } from '#adapters/aws/secrets/purpose-keys.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { httpApi } from '#edge/http-api.ts';
import {
  makeFindLostResult,
  makeListLostResults,
} from '#functions/handover/application/find-lost-result.ts';
import { makeIssueSlip } from '#functions/handover/application/issue-slip.ts';
import {
  makeFindPapers,
  makeListOldPapers,
  makeMovePapers,
} from '#functions/handover/application/move-papers.ts';
import { makePackOrder } from '#functions/handover/application/pack-order.ts';
import { makePackPouch } from '#functions/handover/application/pack-pouch.ts';
import { makeSettlePouch } from '#functions/handover/application/settle-pouch.ts';
import { makeWorkPouch } from '#functions/handover/application/work-pouch.ts';
import { problems } from '#functions/problems.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const log = makeLog('handover');
const stores = makeStores(env);
const seals = makeSeals(keysIn(env));
const ids = makeUlids();
const count = makeCount('handover');
const byCatalogue = byCatalogueIn(env, log);

export const handler = httpApi({
  contract,
  problems,
  access: accessLogOf(stores, env),
  log,
  handlers: byCatalogue(({ catalogue, province }) => {
    const calendars = makeCalendars(stores, province.calendars);
    const pools = province.waybillPools;
    const deps = { ...stores, calendars, ids, seals, catalogue, pools };
    return makeHandlers({
      ...deps,
      log,
      count,
      slip: makeIssueSlip(deps),
      pouch: makeWorkPouch(deps),
      packing: makePackPouch(deps),
      orders: makePackOrder(deps),
      settle: makeSettlePouch(deps),
      papers: makeMovePapers(deps),
      find: makeFindPapers(deps),
      oldPapers: makeListOldPapers(deps),
      lost: makeFindLostResult(deps),
      lostResults: makeListLostResults(deps),
    });
  }),
});
