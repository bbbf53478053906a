import type { makeSendSms } from '#application/notifications/send-sms.ts';
import { retry, settled, type Verdict } from '#edge/queue.ts';
import type { PublishedEvent } from '#events/catalogue.ts';
import { codes } from '#watch/codes.ts';
import type { Log } from '#watch/logger.ts';

export const makeJudge =
  (send: ReturnType<typeof makeSendSms>, log: Log) =>
  async (event: PublishedEvent): Promise<Verdict> => {
    const outcome = await send(event);
    if (!outcome.ok) return retry(outcome.refusal.code);
    log.info(codes.smsSettled, {
      dossierId: event.subject,
      version: event.data.version,
      eventType: event.type,
      outcome: outcome.value,
    });
    return settled;
  };
