import * as z from 'zod';
import { keys, publicUrl, smsGateway, tables } from '#edge/variables.ts';

export const Env = z.object({
  ...tables,
  ...keys,
  ...smsGateway,
  ...publicUrl,
  /** One-time codes that the whole province may send in 24 hours. */
  OTP_DAILY_BUDGET: z.coerce.number().int().min(0),
});
