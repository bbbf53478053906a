import { accessLogOf } from '#adapters/aws/dynamodb/access-log.ts';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { httpApi } from '#edge/http-api.ts';
import { makeAnswerComplaint } from '#functions/complaints/application/answer-complaint.ts';
import { makeLodgeComplaint } from '#functions/complaints/application/lodge-complaint.ts';
import { makeReadComplaints } from '#functions/complaints/application/read-complaints.ts';
import { problems } from '#functions/problems.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const stores = makeStores(env);
const log = makeLog('complaints');
const byCatalogue = byCatalogueIn(env, log);
const deps = { ...stores, ids: makeUlids() };

export const handler = httpApi({
  contract,
  access: accessLogOf(stores, env),
  problems,
  log,
  handlers: byCatalogue(({ province: { calendars } }) =>
    makeHandlers({
      lodge: makeLodgeComplaint({ ...deps, calendars: makeCalendars(stores, calendars) }),
      answer: makeAnswerComplaint(deps),
      read: makeReadComplaints(deps),
    }),
  ),
});
