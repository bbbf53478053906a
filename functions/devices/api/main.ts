import { makeOneTimeCodes } from '#adapters/aws/dynamodb/one-time-codes.ts';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { edgeSecretsFrom } from '#adapters/aws/secrets/edge-secrets.ts';
import { keysIn } from '#adapters/aws/secrets/purpose-keys.ts';
import { systemRandom as random } from '#adapters/node/random.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { httpApi } from '#edge/http-api.ts';
import { viewerAddress } from '#edge/viewer-address.ts';
import { makeIssueToken } from '#functions/devices/application/device-token.ts';
import { makeManageDevices } from '#functions/devices/application/manage-devices.ts';
import { makePairDevice, makeStartPairing } from '#functions/devices/application/pair-device.ts';
import { problems } from '#functions/problems.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const stores = makeStores(env);
const seals = makeSeals(keysIn(env));
const codes = makeOneTimeCodes(stores.client, stores.tables);
const ids = makeUlids();
const log = makeLog('devices');
const byCatalogue = byCatalogueIn(env, log);

export const handler = httpApi({
  contract,
  problems,
  log,
  viewer: viewerAddress(edgeSecretsFrom(env.EDGE_SECRET)),
  handlers: byCatalogue(({ catalogue }) => {
    const offices = { isOffice: (id: string) => catalogue.office(id) !== undefined };
    const deps = { ...stores, codes, offices, ids, random, seals };
    return makeHandlers({
      startPairing: makeStartPairing(deps),
      pair: makePairDevice(deps),
      issueToken: makeIssueToken(deps),
      manage: makeManageDevices(deps),
      now: stores.clock.now,
    });
  }),
});
