import { makeOneTimeCodes } from '#adapters/aws/dynamodb/one-time-codes.ts';
import { keysIn } from '#adapters/aws/secrets/purpose-keys.ts';
import { systemRandom as random } from '#adapters/node/random.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { queueWorker } from '#edge/queue.ts';
import { makeSmsDesk } from '#functions/notifications/adapters/sms-desk.ts';
import { makePhoneAsks } from '#functions/tracking/adapters/phone-asks.ts';
import { makeSendOtp } from '#functions/tracking/application/send-otp.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { AskedOtp } from './contract.ts';
import { Env } from './env.ts';
import { makeJudge } from './handler.ts';

const env = Env.parse(process.env);
const log = makeLog('tracking');
const seals = makeSeals(keysIn(env));
const dailyBudget = env.OTP_DAILY_BUDGET;
const count = makeCount('tracking');

const judging = byCatalogueIn(
  env,
  log,
)(({ province }) => {
  const desk = makeSmsDesk(env, province);
  const codes = makeOneTimeCodes(desk.client, desk.tables);
  const phoneAsks = makePhoneAsks(desk.client, desk.tables);
  return makeJudge(
    makeSendOtp({ ...desk, codes, phoneAsks, seals, random, dailyBudget }),
    log,
    count,
  );
});

export const handler = queueWorker({
  message: AskedOtp,
  judge: async (asked) => (await judging())(asked),
  log,
});
