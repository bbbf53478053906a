import { accessLogOf, makeAccessLines } from '#adapters/aws/dynamodb/access-log.ts';
import { makeOneTimeCodes } from '#adapters/aws/dynamodb/one-time-codes.ts';
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
import { makeOtpRequests } from '#functions/tracking/adapters/otp-requests.ts';
import { makeReadDetail } from '#functions/tracking/application/read-detail.ts';
import { makeReadOwnAccess } from '#functions/tracking/application/read-own-access.ts';
import { makeRequestOtp } from '#functions/tracking/application/request-otp.ts';
import { makeOpenSession } from '#functions/tracking/application/session.ts';
import { makeTrackDossier } from '#functions/tracking/application/track-dossier.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const seals = makeSeals(keysIn(env));
const requests = makeOtpRequests(env.OTP_QUEUE);
const stores = makeStores(env);
const codes = makeOneTimeCodes(stores.client, stores.tables);
const lines = makeAccessLines(stores.client, env.ACCESS_TABLE);
const ids = makeUlids();
const log = makeLog('tracking');
const byCatalogue = byCatalogueIn(env, log);

export const handler = httpApi({
  contract,
  problems,
  access: accessLogOf(stores, env),
  log,
  viewer: viewerAddress(edgeSecretsFrom(env.EDGE_SECRET)),
  handlers: byCatalogue(({ catalogue, province }) => {
    const calendars = makeCalendars(stores, province.calendars);
    const deps = { ...stores, lines, codes, seals, requests, catalogue, calendars, ids };
    return makeHandlers({
      track: makeTrackDossier(deps),
      requestOtp: makeRequestOtp(deps),
      openSession: makeOpenSession(deps),
      readDetail: makeReadDetail(deps),
      readAccess: makeReadOwnAccess(deps),
    });
  }),
});
