import { accessLogOf } from '#adapters/aws/dynamodb/access-log.ts';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { edgeSecretsFrom } from '#adapters/aws/secrets/edge-secrets.ts';
import { keysIn } from '#adapters/aws/secrets/purpose-keys.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { httpApi } from '#edge/http-api.ts';
import { viewerAddress } from '#edge/viewer-address.ts';
import { problems } from '#functions/problems.ts';
import { makeChooseDelivery } from '#functions/returns/application/choose-delivery.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const stores = makeStores(env);
const seals = makeSeals(keysIn(env));
const ids = makeUlids();
const log = makeLog('returns');
const byCatalogue = byCatalogueIn(env, log);

export const handler = httpApi({
  contract,
  problems,
  access: accessLogOf(stores, env),
  log,
  viewer: viewerAddress(edgeSecretsFrom(env.EDGE_SECRET)),
  handlers: byCatalogue(({ catalogue, province: { calendars, prices } }) =>
    makeHandlers(
      makeChooseDelivery({
        ...stores,
        ids,
        seals,
        catalogue,
        prices,
        calendars: makeCalendars(stores, calendars),
      }),
    ),
  ),
});
