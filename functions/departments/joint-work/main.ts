import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { makeProvinceCatalogue } from '#adapters/province/province-catalogue.ts';
import { calendars } from '#data/calendars.ts';
import { procedures } from '#data/procedures.ts';
import { agencies, codeTemplates, postOffices } from '#data/province.ts';
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

const catalogue = makeProvinceCatalogue({ procedures, agencies, codeTemplates, postOffices });

const stores = makeStores(Env.parse(process.env));
const deps = {
  ...stores,
  calendars: makeCalendars(stores, calendars),
  catalogue,
  ids: makeUlids(),
};

export const handler = httpApi({
  contract,
  problems,
  log: makeLog('departments'),
  handlers: makeHandlers({
    lead: makeJointWork(deps),
    own: makeAnswerAssignment(deps),
    list: makeListAssignments(deps),
    read: makeReadAssignment(deps),
    index: stores.index,
    clock: stores.clock,
  }),
});
