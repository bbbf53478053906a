import * as z from 'zod';

/** Environment variables that several functions declare; each `env.ts` puts together its own. */
const text = z.string().min(1);

/** Dossiers (records, events, scans) and Ledger (answers, claims, counters, SMS). */
export const tables = { DOSSIERS_TABLE: text, LEDGER_TABLE: text };

/** ARN of the secret that holds the master key. */
export const keys = { KEYS_SECRET: text };

export const scanBuckets = { QUARANTINE_BUCKET: text, EVIDENCE_BUCKET: text };

/** Where citizens and gateways reach the API, without a slash at the end. */
export const publicUrl = { PUBLIC_URL: z.url() };

export const consumerQueues = {
  NOTIFICATIONS_QUEUE: z.url(),
  COURIER_QUEUE: z.url(),
  /** JSON: agency id → queue URL. All of a Lambda's variables together may take 4 KB. */
  DEPARTMENT_QUEUES: z
    .string()
    .transform((json): unknown => JSON.parse(json))
    .pipe(z.record(z.string(), z.url())),
};

export const courierGateway = {
  COURIER_ACCOUNT_SECRET: text,
  COURIER_URL: z.url(),
  /** Mã khách hàng at the carrier. */
  COURIER_CUSTOMER_CODE: text,
};

export const smsGateway = {
  SMS_ACCOUNT_SECRET: text,
  SMS_GATEWAY_URL: z.url(),
  /** Registered sender name: at most 11 Latin letters, digits, `-_. `, not all digits. */
  SMS_BRANDNAME: z.string().regex(/^(?!\d+$)[A-Za-z0-9\-_. ]{1,11}$/),
  /** `on`: nothing goes out between 22:00 and 07:00 Vietnam time. */
  QUIET_HOURS: z.enum(['on', 'off']),
};
