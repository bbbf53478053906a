import { byCatalogueIn } from '#adapters/province/by-catalogue.ts';
import { makeSmsDesk } from '#functions/notifications/adapters/sms-desk.ts';
import { makeReleaseHeldSms } from '#functions/notifications/application/release-held.ts';
import { makeTellNumbers } from '#functions/notifications/application/tell-numbers.ts';
import { makeTellOrders } from '#functions/notifications/application/tell-orders.ts';
import { codes } from '#watch/codes.ts';
import { makeLog } from '#watch/logger.ts';
import { Env } from './env.ts';

const env = Env.parse(process.env);
const log = makeLog('notifications');

const texting = byCatalogueIn(
  env,
  log,
)(({ province }) => {
  const desk = makeSmsDesk(env, province);
  return {
    tellOrders: makeTellOrders(desk),
    tellNumbers: makeTellNumbers(desk),
    release: makeReleaseHeldSms(desk),
  };
});

/** Runs each minute: tells what return orders owe and what numbers guard, and at 07:00 sends what the night held back. */
export const handler = async () => {
  const { tellOrders, tellNumbers, release } = await texting();
  const count = (await tellOrders()) + (await tellNumbers()) + (await release());
  if (count > 0) log.info(codes.smsSettled, { count });
  return { count };
};
