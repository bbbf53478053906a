import * as z from 'zod';
import { type KeyPurpose, type KeyVariable, keyVariable } from '#domain/identifiers/key-purpose.ts';

/** Environment variables that several functions declare; each `env.ts` puts together its own. */
const text = z.string().min(1);

/** Dossiers (records, events, scans) and Ledger (answers, claims, counters, SMS). */
export const tables = { DOSSIERS_TABLE: text, LEDGER_TABLE: text };

/** Counters that oversight shows; only their projector writes them. */
export const figuresTable = { FIGURES_TABLE: text };

/** Who read what; every function that shows personal data keeps its entries there. */
export const accessTable = { ACCESS_TABLE: text };

/** ARNs of the secrets that hold the keys of these purposes. */
export const keys = <P extends KeyPurpose>(...purposes: readonly P[]) =>
  Object.fromEntries(purposes.map((purpose) => [keyVariable(purpose), text])) as {
    readonly [Each in P as KeyVariable<Each>]: typeof text;
  };

/** ARN of the secret that CloudFront sends with each request. */
export const edgeSecret = { EDGE_SECRET: text };

/** How requests reach S3; a stand-in for it is named as the SDK knows it. */
export const s3Requests = { AWS_REGION: text, AWS_ENDPOINT_URL_S3: z.url().optional() };

/** What the province has published; every function that decides by it reads it there. */
export const catalogueBucket = { CATALOGUE_BUCKET: text, ...s3Requests };

/** Locked: verified scans, and the anchors of past days. */
export const evidenceBucket = { EVIDENCE_BUCKET: text };
/** Pictures of scanned pages. */
export const previewsBucket = { PREVIEWS_BUCKET: text };
export const scanBuckets = { QUARANTINE_BUCKET: text, ...evidenceBucket };

/** Where citizens and gateways reach the API, without a slash at the end. */
export const publicUrl = { PUBLIC_URL: z.url() };

/** Where requests for one-time codes wait a moment for their sender. */
export const otpQueue = { OTP_QUEUE: z.url() };

export const consumerQueues = {
  NOTIFICATIONS_QUEUE: z.url(),
  COURIER_QUEUE: z.url(),
  PORTAL_QUEUE: z.url(),
  FIGURES_QUEUE: z.url(),
  /** An agency's queue lies beside the others, under this and the agency's id. */
  DEPARTMENT_QUEUE_PREFIX: text,
};

/** ARN of the secret with our Official Account at Zalo. */
export const zaloAccount = { ZALO_ACCOUNT_SECRET: text };
export const courierGateway = {
  COURIER_ACCOUNT_SECRET: text,
  COURIER_URL: z.url(),
  /** Mã khách hàng at the carrier. */
  COURIER_CUSTOMER_CODE: text,
};

export const nationalPortal = {
  /** Base address of the adapter before the national portal; `not-configured` until the province has one. */
  PORTAL_URL: z.union([z.literal('not-configured'), z.url()]),
  PORTAL_ACCOUNT_SECRET: text,
  /** Mã đơn vị: what the portal knows the province by. */
  PORTAL_UNIT_CODE: text,
};

export const receiptIssuer = {
  /** Who issues biên lai điện tử; `not-configured` until the province has a mandate. */
  RECEIPT_URL: z.union([z.literal('not-configured'), z.url()]),
  RECEIPT_ACCOUNT_SECRET: text,
  MANDATARY_NAME: text,
  MANDATARY_ADDRESS: text,
  MANDATARY_TAX_CODE: text,
  /** Number and day of the written mandate. */
  MANDATE: text,
  /** `yes`: placeholders of tax codes are taken, because the issuer is none that counts. */
  RECEIPT_REHEARSAL: z.enum(['yes', 'no']),
};

export const smsGateway = {
  /** Tried in this order, the next only after a definite refusal: `esms`, `zalo,esms`, `sns` … */
  SMS_CHANNELS: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(z.enum(['esms', 'sns', 'zalo'])).min(1)),
  ...zaloAccount,
  ZALO_URL: z.url(),
  ZALO_OAUTH_URL: z.url(),
  /** After that long without a delivery receipt the post office calls the citizen. */
  SMS_RECEIPT_HOURS: z.coerce.number().positive().max(240),
  SMS_ACCOUNT_SECRET: text,
  SMS_GATEWAY_URL: z.url(),
  /** Registered sender name: at most 11 Latin letters, digits, `-_. `, not all digits. */
  SMS_BRANDNAME: z.string().regex(/^(?!\d+$)[A-Za-z0-9\-_. ]{1,11}$/),
  /** `on`: nothing goes out between 22:00 and 07:00 Vietnam time. */
  QUIET_HOURS: z.enum(['on', 'off']),
};
