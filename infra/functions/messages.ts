import type { Env as ApiEnv } from '#functions/notifications/api/env.ts';
import type { Env as ListEnv } from '#functions/notifications/list-unreached/env.ts';
import type { Env as SendSmsEnv } from '#functions/notifications/send-sms/env.ts';
import type { Env as SendOtpEnv } from '#functions/tracking/send-otp/env.ts';
import { type Plans, type Surroundings, timeouts, type Vars } from './plan.ts';

/** What citizens are told. */
export const messagePlans = (around: Surroundings) => {
  const { tables } = around;
  const keyed: Vars<typeof ApiEnv> = keyedVariables(around);
  const listing: Vars<typeof ListEnv> = tables;
  const texting = textingVariables(around);
  const sendingCodes: Vars<typeof SendOtpEnv> = {
    ...texting,
    OTP_DAILY_BUDGET: around.settings.otpDailyBudget,
  };
  return {
    'notifications/send-sms': {
      ...sending,
      environment: texting,
      impact: 'citizens do not get their SMS',
    },
    'notifications/release-held': {
      ...sending,
      environment: texting,
      timeout: timeouts.sweep,
      impact:
        'SMS held over the night are not sent in the morning, and recipients of return orders hear nothing',
      dossiers: ['read', 'write'],
    },
    'tracking/send-otp': {
      ...sending,
      environment: sendingCodes,
      impact: 'citizens do not get the code that opens their dossier',
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
/** Whoever sends an SMS reads the dossier, keeps the ledger and knows the gateway's account. */
const sending = {
  timeout: timeouts.sendSms,
  dossiers: ['read'],
  ledger: ['read', 'write', 'update'],
  seals: true,
  textsCitizens: true,
} as const;
