import * as z from 'zod';

export const Env = z.object({
  DOSSIERS_TABLE: z.string().min(1),
  LEDGER_TABLE: z.string().min(1),
});
