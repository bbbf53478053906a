import { makeSmsDesk } from '#adapters/sms/sms-desk.ts';
import { makeSendSms } from '#application/notifications/send-sms.ts';
import { queueWorker } from '#edge/queue.ts';
import { PublishedEvent } from '#events/catalogue.ts';
import { makeLog } from '#watch/logger.ts';
import { makeCount } from '#watch/metrics.ts';
import { Env } from './env.ts';
import { makeJudge } from './handler.ts';

const log = makeLog('notifications');

export const handler = queueWorker({
  message: PublishedEvent,
  judge: makeJudge(
    makeSendSms(makeSmsDesk(Env.parse(process.env))),
    log,
    makeCount('notifications'),
  ),
  log,
});
