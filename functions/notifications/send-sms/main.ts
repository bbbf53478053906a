import { postOffices, smsTemplates } from '#data/province.ts';
import { queueWorker } from '#edge/queue.ts';
import { ReceivedEvent } from '#events/catalogue.ts';
import { makeSmsDesk } from '#functions/notifications/adapters/sms-desk.ts';
import { makeSendSms } from '#functions/notifications/application/send-sms.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { Env } from './env.ts';
import { makeJudge } from './handler.ts';

const log = makeLog('notifications');

export const handler = queueWorker({
  message: ReceivedEvent,
  judge: makeJudge(
    makeSendSms(makeSmsDesk(Env.parse(process.env), { smsTemplates, postOffices })),
    log,
    makeCount('notifications'),
  ),
  log,
});
