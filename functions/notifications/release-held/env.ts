import * as z from 'zod';

export const Env = z.object({
  DOSSIERS_TABLE: z.string().min(1),
  LEDGER_TABLE: z.string().min(1),
  KEYS_SECRET: z.string().min(1),
  SMS_ACCOUNT_SECRET: z.string().min(1),
  SMS_GATEWAY_URL: z.url(),
  /** Registered sender name: at most 11 Latin letters, digits, `-_. `, not all digits. */
  SMS_BRANDNAME: z.string().regex(/^(?!\d+$)[A-Za-z0-9\-_. ]{1,11}$/),
  PUBLIC_URL: z.url(),
  QUIET_HOURS: z.enum(['on', 'off']),
});
