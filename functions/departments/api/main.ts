import { accessLogOf } from '#adapters/aws/dynamodb/access-log.ts';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { httpApi } from '#edge/http-api.ts';
import { makeDeskActs } from '#functions/departments/application/desk-acts.ts';
import { makePullDossiers } from '#functions/departments/application/pull-dossiers.ts';
import { makeReadInbox, makeReadPulse } from '#functions/departments/application/read-inbox.ts';
import { makeRequestSupplement } from '#functions/departments/application/request-supplement.ts';
import { makeWorkDossier } from '#functions/departments/application/work-dossier.ts';
import { makeWorkPayment } from '#functions/departments/application/work-payment.ts';
import { problems } from '#functions/problems.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const stores = makeStores(env);
const log = makeLog('departments');
const byCatalogue = byCatalogueIn(env, log);

export const handler = httpApi({
  contract,
  problems,
  access: accessLogOf(stores, env),
  log,
  handlers: byCatalogue(({ catalogue, province: { calendars } }) => {
    const desk = { ...stores, catalogue, calendars: makeCalendars(stores, calendars) };
    return makeHandlers({
      pull: makePullDossiers(stores),
      work: makeWorkDossier(desk),
      acts: makeDeskActs(desk),
      payments: makeWorkPayment(desk),
      supplement: makeRequestSupplement(desk),
      inbox: makeReadInbox(stores),
      pulse: makeReadPulse({ ...stores, sha256 }),
      catalogue,
      clock: stores.clock,
    });
  }),
});
