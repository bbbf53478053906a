import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { makeProvinceCatalogue } from '#adapters/province/province-catalogue.ts';
import { calendars } from '#data/calendars.ts';
import { procedures } from '#data/procedures.ts';
import { agencies, codeTemplates, postOffices } from '#data/province.ts';
import { httpApi } from '#edge/http-api.ts';
import { makeDeskActs } from '#functions/departments/application/desk-acts.ts';
import { makePullDossiers } from '#functions/departments/application/pull-dossiers.ts';
import { makeRequestSupplement } from '#functions/departments/application/request-supplement.ts';
import { makeWorkDossier } from '#functions/departments/application/work-dossier.ts';
import { makeWorkPayment } from '#functions/departments/application/work-payment.ts';
import { problems } from '#functions/problems.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const catalogue = makeProvinceCatalogue({ procedures, agencies, codeTemplates, postOffices });

const stores = makeStores(Env.parse(process.env));
const desk = { ...stores, catalogue, calendars: makeCalendars(stores, calendars) };

export const handler = httpApi({
  contract,
  problems,
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
