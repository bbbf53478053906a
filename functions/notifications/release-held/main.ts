import { makeSmsDesk } from '#adapters/sms/sms-desk.ts';
import { makeReleaseHeldSms } from '#application/notifications/release-held.ts';
import { codes } from '#watch/codes.ts';
import { makeLog } from '#watch/logger.ts';
import { Env } from './env.ts';

const release = makeReleaseHeldSms(makeSmsDesk(Env.parse(process.env)));
const log = makeLog('notifications');

/** Runs each minute; at 07:00 it sends what the night held back. */
export const handler = async () => {
  const count = await release();
  if (count > 0) log.info(codes.smsSettled, { count });
  return { count };
};
