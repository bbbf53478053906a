import { accessLogOf } from '#adapters/aws/dynamodb/access-log.ts';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { keysIn } from '#adapters/aws/secrets/purpose-keys.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { httpApi } from '#edge/http-api.ts';
import { makeAnswerCorrection } from '#functions/corrections/application/answer-correction.ts';
import { makeCorrectApplicant } from '#functions/corrections/application/correct-applicant.ts';
import { makeCorrectPapers } from '#functions/corrections/application/correct-papers.ts';
import { makeListCorrections } from '#functions/corrections/application/list-corrections.ts';
import { problems } from '#functions/problems.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const stores = makeStores(env);
const seals = makeSeals(keysIn(env));
const log = makeLog('corrections');
const byCatalogue = byCatalogueIn(env, log);
const deps = { ...stores, seals, ids: makeUlids() };

export const handler = httpApi({
  contract,
  access: accessLogOf(stores, env),
  problems,
  log,
  handlers: byCatalogue(({ catalogue }) =>
    makeHandlers({
      applicant: makeCorrectApplicant(deps),
      answer: makeAnswerCorrection(deps),
      papers: makeCorrectPapers({ ...deps, catalogue }),
      list: makeListCorrections(deps),
    }),
  ),
});
