import { retry, settled, type Verdict } from '#edge/queue.ts';
import type { PublishedEvent } from '#events/catalogue.ts';
import type { makeSendSms } from '#functions/notifications/application/send-sms.ts';
import type { SmsSettled } from '#functions/notifications/application/send-through.ts';
import { codes } from '#watch/codes.ts';
import type { Log } from '#watch/logger.ts';
import { type Count, type Counted, counted } from '#watch/metrics.ts';

const counters: Readonly<Partial<Record<SmsSettled, Counted>>> = {
  sent: counted.smsSent,
  failed: counted.smsFailed,
  unknown: counted.smsUnknown,
};

export const makeJudge =
  (send: ReturnType<typeof makeSendSms>, log: Log, count: Count) =>
  async (event: PublishedEvent): Promise<Verdict> => {
    const told = await send(event);
    if (!told.ok) return retry(told.refusal.code);
    for (const outcome of told.value) {
      const counter = counters[outcome];
      if (counter) count(counter);
      log.info(codes.smsSettled, {
        dossierId: event.subject,
        version: event.data.version,
        eventType: event.type,
        outcome,
      });
    }
    return settled;
  };
