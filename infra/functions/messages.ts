import type { Env as ApiEnv } from '#functions/notifications/api/env.ts';
import type { Env as ListEnv } from '#functions/notifications/list-unreached/env.ts';
import type { Env as SendSmsEnv } from '#functions/notifications/send-sms/env.ts';
import { type Plans, type Surroundings, timeouts, type Vars } from './plan.ts';

/** What citizens are told. */
export const messagePlans = (around: Surroundings) => {
  const { tables } = around;
  const keyed: Vars<typeof ApiEnv> = keyedVariables(around);
  const listing: Vars<typeof ListEnv> = tables;
  const texting = textingVariables(around);
  return {
    'notifications/send-sms': {
      environment: texting,
      timeout: timeouts.sendSms,
      impact: 'citizens do not get their SMS',
      dossiers: ['read'],
      ledger: ['read', 'write', 'update'],
      seals: true,
      textsCitizens: true,
    },
    'notifications/release-held': {
      environment: texting,
      timeout: timeouts.sweep,
      impact: 'SMS held over the night are not sent in the morning',
      dossiers: ['read'],
      ledger: ['read', 'write', 'update'],
      seals: true,
      textsCitizens: true,
    },
    'notifications/list-unreached': {
      environment: listing,
      timeout: timeouts.sweep,
      impact: 'citizens whom no SMS reached are not called',
      dossiers: ['read'],
      ledger: ['read', 'update'],
    },
    'notifications/api': {
      environment: keyed,
      timeout: timeouts.api,
      impact: 'delivery receipts are not recorded, and clerks cannot see whom to call',
      dossiers: ['read', 'write'],
      ledger: ['read', 'write', 'update'],
      seals: true,
      hearsZalo: true,
    },
  } as const satisfies Plans;
};

const keyedVariables = ({ tables, keysSecret, zaloAccountSecret }: Surroundings) => ({
  ...tables,
  KEYS_SECRET: keysSecret,
  ZALO_ACCOUNT_SECRET: zaloAccountSecret,
});

const textingVariables = (around: Surroundings): Vars<typeof SendSmsEnv> => {
  const { smsAccountSecret, settings } = around;
  return {
    ...keyedVariables(around),
    SMS_CHANNELS: settings.smsChannels,
    SMS_ACCOUNT_SECRET: smsAccountSecret,
    SMS_GATEWAY_URL: settings.smsGatewayUrl,
    SMS_BRANDNAME: settings.smsBrandname,
    SMS_RECEIPT_HOURS: settings.smsReceiptHours,
    ZALO_URL: settings.zaloUrl,
    ZALO_OAUTH_URL: settings.zaloOauthUrl,
    PUBLIC_URL: settings.publicUrl,
    QUIET_HOURS: settings.quietHours,
  };
};
