import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { masterKeysFrom } from '#adapters/aws/secrets/master-keys.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { postOffices, satisfactionRules } from '#data/province.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { httpApi } from '#edge/http-api.ts';
import { problems } from '#functions/problems.ts';
import { makeRateDossier } from '#functions/satisfaction/application/rate-dossier.ts';
import {
  makeReadFigures,
  makeReadWords,
} from '#functions/satisfaction/application/read-figures.ts';
import { satisfactionRulesOn } from '#functions/satisfaction/domain/rating.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const seals = makeSeals(masterKeysFrom(env.KEYS_SECRET));
const deps = {
  ...makeStores(env),
  ids: makeUlids(),
  seals,
  satisfactionRules,
  offices: postOffices,
};

export const handler = httpApi({
  contract,
  problems,
  log: makeLog('satisfaction'),
  handlers: makeHandlers({
    rate: makeRateDossier(deps),
    figures: makeReadFigures(deps),
    words: makeReadWords(deps),
    rulesNow: () => satisfactionRulesOn(satisfactionRules, dayOf(deps.clock.now())),
  }),
});
