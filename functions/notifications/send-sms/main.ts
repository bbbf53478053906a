import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { queueWorker } from '#edge/queue.ts';
import { ReceivedEvent } from '#events/catalogue.ts';
import { makeSmsDesk } from '#functions/notifications/adapters/sms-desk.ts';
import { makeSendSms } from '#functions/notifications/application/send-sms.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { Env } from './env.ts';
import { makeJudge } from './handler.ts';

const env = Env.parse(process.env);
const log = makeLog('notifications');
const count = makeCount('notifications');

const judging = byCatalogueIn(
  env,
  log,
)(({ province }) => makeJudge(makeSendSms(makeSmsDesk(env, province)), log, count));

export const handler = queueWorker({
  message: ReceivedEvent,
  judge: async (event) => (await judging())(event),
  log,
});
