import * as z from 'zod';
import { catalogueBucket, keys, publicUrl, smsGateway, tables } from '#edge/variables.ts';

export const Env = z.object({
  ...tables,
  ...catalogueBucket,
  ...keys('callback', 'otp', 'phone'),
  ...smsGateway,
  ...publicUrl,
  /** One-time codes that the whole province may send in 24 hours. */
  OTP_DAILY_BUDGET: z.coerce.number().int().min(0),
});
