import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { edgeSecretsFrom } from '#adapters/aws/secrets/edge-secrets.ts';
import { keysIn } from '#adapters/aws/secrets/purpose-keys.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { httpApi } from '#edge/http-api.ts';
import { viewerAddress } from '#edge/viewer-address.ts';
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
const seals = makeSeals(keysIn(env));
const stores = makeStores(env);
const ids = makeUlids();
const log = makeLog('satisfaction');
const byCatalogue = byCatalogueIn(env, log);

export const handler = httpApi({
  contract,
  problems,
  log,
  viewer: viewerAddress(edgeSecretsFrom(env.EDGE_SECRET)),
  handlers: byCatalogue(({ province: { satisfactionRules, postOffices: offices } }) => {
    const deps = { ...stores, ids, seals, satisfactionRules, offices };
    return makeHandlers({
      rate: makeRateDossier(deps),
      figures: makeReadFigures(deps),
      words: makeReadWords(deps),
      rulesNow: () => satisfactionRulesOn(satisfactionRules, dayOf(stores.clock.now())),
    });
  }),
});
