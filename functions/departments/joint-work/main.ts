import { accessLogOf } from '#adapters/aws/dynamodb/access-log.ts';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { httpApi } from '#edge/http-api.ts';
import { makeAnswerAssignment } from '#functions/departments/application/answer-assignment.ts';
import { makeJointWork } from '#functions/departments/application/joint-work.ts';
import {
  makeListAssignments,
  makeReadAssignment,
} from '#functions/departments/application/read-assignments.ts';
import { problems } from '#functions/problems.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const stores = makeStores(env);
const log = makeLog('departments');
const byCatalogue = byCatalogueIn(env, log);
const ids = makeUlids();

export const handler = httpApi({
  contract,
  problems,
  access: accessLogOf(stores, env),
  log,
  handlers: byCatalogue(({ catalogue, province }) => {
    const calendars = makeCalendars(stores, province.calendars);
    const deps = { ...stores, calendars, catalogue, ids };
    return makeHandlers({
      lead: makeJointWork(deps),
      own: makeAnswerAssignment(deps),
      list: makeListAssignments(deps),
      read: makeReadAssignment(deps),
      index: stores.index,
      clock: stores.clock,
    });
  }),
});
