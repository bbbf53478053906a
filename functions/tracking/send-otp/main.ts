import { masterKeysFrom } from '#adapters/aws/secrets/master-keys.ts';
import { systemRandom as random } from '#adapters/node/random.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { postOffices, smsTemplates } from '#data/province.ts';
import { queueWorker } from '#edge/queue.ts';
import { makeSmsDesk } from '#functions/notifications/adapters/sms-desk.ts';
import { makeOneTimeCodes } from '#functions/tracking/adapters/one-time-codes.ts';
import { makeSendOtp } from '#functions/tracking/application/send-otp.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { AskedOtp } from './contract.ts';
import { Env } from './env.ts';
import { makeJudge } from './handler.ts';

const env = Env.parse(process.env);
const log = makeLog('tracking');
const seals = makeSeals(masterKeysFrom(env.KEYS_SECRET));
const dailyBudget = env.OTP_DAILY_BUDGET;
const desk = makeSmsDesk(env, { smsTemplates, postOffices });
const codes = makeOneTimeCodes(desk.client, desk.tables);

export const handler = queueWorker({
  message: AskedOtp,
  judge: makeJudge(
    makeSendOtp({ ...desk, codes, seals, random, dailyBudget }),
    log,
    makeCount('tracking'),
  ),
  log,
});
