import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { provinceCatalogue as catalogue } from '#adapters/province/province-catalogue.ts';
import { makeDeskActs } from '#application/departments/desk-acts.ts';
import { makePullDossiers } from '#application/departments/pull-dossiers.ts';
import { makeRequestSupplement } from '#application/departments/request-supplement.ts';
import { makeWorkDossier } from '#application/departments/work-dossier.ts';
import { makeWorkPayment } from '#application/departments/work-payment.ts';
import { httpApi } from '#edge/http-api.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const stores = makeStores(Env.parse(process.env));
const desk = { ...stores, catalogue, calendars: makeCalendars(stores) };

export const handler = httpApi({
  contract,
  log: makeLog('departments'),
  handlers: makeHandlers({
    pull: makePullDossiers(stores),
    work: makeWorkDossier({ ...stores, catalogue }),
    acts: makeDeskActs(desk),
    payments: makeWorkPayment(desk),
    supplement: makeRequestSupplement({ ...stores, catalogue }),
    index: stores.index,
  }),
});
