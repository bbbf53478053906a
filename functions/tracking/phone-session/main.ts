import { accessLogOf, makeAccessLines } from '#adapters/aws/dynamodb/access-log.ts';
import { makeOneTimeCodes } from '#adapters/aws/dynamodb/one-time-codes.ts';
import { makePhoneSessions } from '#adapters/aws/dynamodb/phone-sessions.ts';
import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { edgeSecretsFrom } from '#adapters/aws/secrets/edge-secrets.ts';
import { keysIn } from '#adapters/aws/secrets/purpose-keys.ts';
import { systemRandom as random } from '#adapters/node/random.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeReadPhoneSession } from '#application/phone-session.ts';
import { httpApi } from '#edge/http-api.ts';
import { viewerAddress } from '#edge/viewer-address.ts';
import { problems } from '#functions/problems.ts';
import { makeOtpRequests } from '#functions/tracking/adapters/otp-requests.ts';
import { makePhoneAsks } from '#functions/tracking/adapters/phone-asks.ts';
import { makeListPhoneDossiers } from '#functions/tracking/application/phone/list-phone-dossiers.ts';
import {
  makeEndPhoneSession,
  makeOpenPhoneSession,
} from '#functions/tracking/application/phone/phone-session.ts';
import { makeRequestPhoneCode } from '#functions/tracking/application/phone/request-phone-code.ts';
import { makeReadPhoneAccess } from '#functions/tracking/application/read-own-access.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const stores = makeStores(env);
const deps = {
  ...stores,
  lines: makeAccessLines(stores.client, env.ACCESS_TABLE),
  codes: makeOneTimeCodes(stores.client, stores.tables),
  phoneAsks: makePhoneAsks(stores.client, stores.tables),
  phoneSessions: makePhoneSessions(stores.client, stores.tables),
  requests: makeOtpRequests(env.OTP_QUEUE),
  seals: makeSeals(keysIn(env)),
  ids: makeUlids(),
  random,
};

export const handler = httpApi({
  contract,
  problems,
  access: accessLogOf(stores, env),
  log: makeLog('tracking'),
  viewer: viewerAddress(edgeSecretsFrom(env.EDGE_SECRET)),
  phoneSession: makeReadPhoneSession(deps),
  handlers: makeHandlers({
    requestCode: makeRequestPhoneCode(deps),
    open: makeOpenPhoneSession(deps),
    end: makeEndPhoneSession(deps),
    list: makeListPhoneDossiers(deps),
    readAccess: makeReadPhoneAccess(deps),
  }),
});
