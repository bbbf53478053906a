import * as z from 'zod';

export const Env = z.object({
  DOSSIERS_TABLE: z.string().min(1),
  LEDGER_TABLE: z.string().min(1),
  NOTIFICATIONS_QUEUE: z.url(),
  /** JSON: agency id → queue URL. All of a Lambda's variables together may take 4 KB. */
  DEPARTMENT_QUEUES: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.record(z.string(), z.url())),
});
