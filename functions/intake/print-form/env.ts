import * as z from 'zod';

export const Env = z.object({
  DOSSIERS_TABLE: z.string().min(1),
  LEDGER_TABLE: z.string().min(1),
  KEYS_SECRET: z.string().min(1),
  /** The QR on a receipt opens the tracking page here. */
  PUBLIC_URL: z.url(),
});
