import { postOffices, smsTemplates } from '#data/province.ts';
import { makeSmsDesk } from '#functions/notifications/adapters/sms-desk.ts';
import { makeReleaseHeldSms } from '#functions/notifications/application/release-held.ts';
import { makeTellOrders } from '#functions/notifications/application/tell-orders.ts';
import { codes } from '#watch/codes.ts';
import { makeLog } from '#watch/logger.ts';
import { Env } from './env.ts';

const desk = makeSmsDesk(Env.parse(process.env), { smsTemplates, postOffices });
const release = makeReleaseHeldSms(desk);
const tellOrders = makeTellOrders(desk);
const log = makeLog('notifications');

/** Runs each minute: tells what return orders owe, and at 07:00 sends what the night held back. */
export const handler = async () => {
  const count = (await tellOrders()) + (await release());
  if (count > 0) log.info(codes.smsSettled, { count });
  return { count };
};
