import { type KeyPurpose, type KeyVariable, keyVariable } from '#domain/identifiers/key-purpose.ts';
import type { KeySecret, Source } from './sources.ts';

/** Sources of the variables of `shared/edge/variables.ts`, under the names that they have there. */
export const tables = {
  DOSSIERS_TABLE: { table: 'dossiers' },
  LEDGER_TABLE: { table: 'ledger' },
} as const satisfies Readonly<Record<string, Source>>;

export const figuresTable = { FIGURES_TABLE: { table: 'figures' } } as const;

export const accessTable = { ACCESS_TABLE: { table: 'access' } } as const;

/** The keys of these purposes; `readKeys` grants the reading. */
export const keys = <P extends KeyPurpose>(...purposes: readonly P[]) =>
  Object.fromEntries(
    purposes.map((purpose) => [keyVariable(purpose), { secret: `${purpose}-key` }]),
  ) as { readonly [Each in P as KeyVariable<Each>]: { readonly secret: KeySecret } };

export const edgeSecret = { EDGE_SECRET: { secret: 'edge' } } as const;

export const catalogueBucket = { CATALOGUE_BUCKET: { bucket: 'catalogue' } } as const;

export const evidenceBucket = { EVIDENCE_BUCKET: { bucket: 'evidence' } } as const;
export const previewsBucket = { PREVIEWS_BUCKET: { bucket: 'previews' } } as const;
export const scanBuckets = {
  QUARANTINE_BUCKET: { bucket: 'quarantine' },
  ...evidenceBucket,
} as const;

export const consumerQueues = {
  NOTIFICATIONS_QUEUE: { queue: 'Notifications' },
  COURIER_QUEUE: { queue: 'Courier' },
  PORTAL_QUEUE: { queue: 'Portal' },
  FIGURES_QUEUE: { queue: 'Figures' },
  DEPARTMENT_QUEUE_PREFIX: { prefixOf: 'department-queues' },
} as const satisfies Readonly<Record<string, Source>>;

export const publicUrl = {
  PUBLIC_URL: {
    setting: {
      parameter: 'PublicUrl',
      description: 'Where citizens and gateways reach this API, without a slash at the end',
      fallback: 'https://ho-so.example.vn',
    },
  },
} as const satisfies Readonly<Record<string, Source>>;

export const zaloAccount = { ZALO_ACCOUNT_SECRET: { secret: 'zalo' } } as const;

export const smsGateway = {
  SMS_CHANNELS: {
    setting: {
      parameter: 'SmsChannels',
      description: 'Tried in this order, the next after a refusal: esms, sns, zalo, or zalo,esms',
      fallback: 'esms',
    },
  },
  ...zaloAccount,
  ZALO_URL: {
    setting: {
      parameter: 'ZaloUrl',
      description: 'Base address of ZNS',
      fallback: 'https://business.openapi.zalo.me',
    },
  },
  ZALO_OAUTH_URL: {
    setting: {
      parameter: 'ZaloOauthUrl',
      description: 'Base address of Zalo’s token service',
      fallback: 'https://oauth.zaloapp.com',
    },
  },
  SMS_RECEIPT_HOURS: {
    setting: {
      parameter: 'SmsReceiptHours',
      description: 'After that long without a delivery receipt the post office calls the citizen',
      fallback: '72',
    },
  },
  SMS_ACCOUNT_SECRET: { secret: 'sms' },
  SMS_GATEWAY_URL: {
    setting: {
      parameter: 'SmsGatewayUrl',
      description: 'Base address of the eSMS-shaped gateway',
      fallback: 'https://rest.esms.vn',
    },
  },
  SMS_BRANDNAME: {
    setting: {
      parameter: 'SmsBrandname',
      description: 'Registered sender name, at most 11 characters',
      fallback: 'BuuDien',
    },
  },
  QUIET_HOURS: {
    setting: {
      parameter: 'QuietHours',
      description: 'on: SMS wait from 22:00 to 07:00 Vietnam time; off: they go at once',
      fallback: 'on',
    },
  },
} as const satisfies Readonly<Record<string, Source>>;
