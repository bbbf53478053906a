import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { masterKeysFrom } from '#adapters/aws/secrets/master-keys.ts';
import { makeSeals, sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { makeProvinceCatalogue } from '#adapters/province/province-catalogue.ts';
import { makeReadDossier, makeReadHistory } from '#application/read-dossier.ts';
import { calendars } from '#data/calendars.ts';
import { procedures } from '#data/procedures.ts';
import { agencies, codeTemplates, offlineRules, postOffices } from '#data/province.ts';
import { httpApi } from '#edge/http-api.ts';
import { makeAcceptDossier } from '#functions/intake/application/accept-dossier.ts';
import { makeCounterActs } from '#functions/intake/application/counter-acts.ts';
import { makeFindByNumber } from '#functions/intake/application/find-by-number.ts';
import { makeFindSender } from '#functions/intake/application/find-sender.ts';
import { makeEnterDossier } from '#functions/intake/application/offline/enter-dossier.ts';
import { makeWorkBlocks } from '#functions/intake/application/offline/work-blocks.ts';
import { makeReadClocks } from '#functions/intake/application/read-clocks.ts';
import { makeReceiveSupplement } from '#functions/intake/application/receive-supplement.ts';
import { makeRegisterDossier } from '#functions/intake/application/register-dossier.ts';
import { makeRegisterMany } from '#functions/intake/application/register-many.ts';
import { problems } from '#functions/problems.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const catalogue = makeProvinceCatalogue({ procedures, agencies, codeTemplates, postOffices });

const env = Env.parse(process.env);
const seals = makeSeals(masterKeysFrom(env.KEYS_SECRET));
const stores = makeStores(env);
const deps = {
  ...stores,
  calendars: makeCalendars(stores, calendars),
  ids: makeUlids(),
  catalogue,
  seals,
  offlineRules,
};

const register = makeRegisterDossier(deps);

export const handler = httpApi({
  contract,
  problems,
  log: makeLog('intake'),
  handlers: makeHandlers({
    register,
    registerMany: makeRegisterMany({ register, seals }),
    findSender: makeFindSender(deps),
    accept: makeAcceptDossier(deps),
    acts: makeCounterActs(deps),
    supplement: makeReceiveSupplement(deps),
    read: makeReadDossier(deps),
    history: makeReadHistory(deps, sha256),
    clocks: makeReadClocks(deps),
    blocks: makeWorkBlocks(deps),
    enter: makeEnterDossier(deps),
    find: makeFindByNumber(deps),
    index: deps.index,
    seals,
    catalogue,
    problems,
  }),
});
