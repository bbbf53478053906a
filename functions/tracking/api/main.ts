import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { masterKeysFrom } from '#adapters/aws/secrets/master-keys.ts';
import { makeOtpRequests } from '#adapters/aws/sqs/otp-requests.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { provinceCatalogue as catalogue } from '#adapters/province/province-catalogue.ts';
import { makeReadDetail } from '#application/tracking/read-detail.ts';
import { makeRequestOtp } from '#application/tracking/request-otp.ts';
import { makeOpenSession } from '#application/tracking/session.ts';
import { makeTrackDossier } from '#application/tracking/track-dossier.ts';
import { httpApi } from '#edge/http-api.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const env = Env.parse(process.env);
const seals = makeSeals(masterKeysFrom(env.KEYS_SECRET));
const requests = makeOtpRequests(env.OTP_QUEUE);
const stores = makeStores(env);
const calendars = makeCalendars(stores);
const deps = { ...stores, seals, requests, catalogue, calendars, ids: makeUlids() };

export const handler = httpApi({
  contract,
  log: makeLog('tracking'),
  handlers: makeHandlers({
    track: makeTrackDossier(deps),
    requestOtp: makeRequestOtp(deps),
    openSession: makeOpenSession(deps),
    readDetail: makeReadDetail(deps),
  }),
});
