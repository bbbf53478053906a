import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { masterKeysFrom } from '#adapters/aws/secrets/master-keys.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { makeCalendars } from '#adapters/province/amended-calendars.ts';
import { makeProvinceCatalogue } from '#adapters/province/province-catalogue.ts';
import { calendars as laidDown } from '#data/calendars.ts';
import { procedures } from '#data/procedures.ts';
import { agencies, codeTemplates, postOffices } from '#data/province.ts';
import { httpApi } from '#edge/http-api.ts';
import { problems } from '#functions/problems.ts';
import { makeOneTimeCodes } from '#functions/tracking/adapters/one-time-codes.ts';
import { makeOtpRequests } from '#functions/tracking/adapters/otp-requests.ts';
import { makeReadDetail } from '#functions/tracking/application/read-detail.ts';
import { makeRequestOtp } from '#functions/tracking/application/request-otp.ts';
import { makeOpenSession } from '#functions/tracking/application/session.ts';
import { makeTrackDossier } from '#functions/tracking/application/track-dossier.ts';
import { makeLog } from '#watch/logger.ts';
import { contract } from './contract.ts';
import { Env } from './env.ts';
import { makeHandlers } from './handler.ts';

const catalogue = makeProvinceCatalogue({ procedures, agencies, codeTemplates, postOffices });

const env = Env.parse(process.env);
const seals = makeSeals(masterKeysFrom(env.KEYS_SECRET));
const requests = makeOtpRequests(env.OTP_QUEUE);
const stores = makeStores(env);
const calendars = makeCalendars(stores, laidDown);
const codes = makeOneTimeCodes(stores.client, stores.tables);
const deps = { ...stores, codes, seals, requests, catalogue, calendars, ids: makeUlids() };

export const handler = httpApi({
  contract,
  problems,
  log: makeLog('tracking'),
  handlers: makeHandlers({
    track: makeTrackDossier(deps),
    requestOtp: makeRequestOtp(deps),
    openSession: makeOpenSession(deps),
    readDetail: makeReadDetail(deps),
  }),
});
