import type { Env as SendSmsEnv } from '#functions/notifications/send-sms/env.ts';
import type { Env as SendOtpEnv } from '#functions/tracking/send-otp/env.ts';
import { type Plans, type Surroundings, timeouts, type Vars } from './plan.ts';

/** What citizens are told. */
export const messagePlans = ({ tables, keysSecret, smsAccountSecret, settings }: Surroundings) => {
  const keyed = { ...tables, KEYS_SECRET: keysSecret };
  const texting: Vars<typeof SendSmsEnv> = {
    ...keyed,
    SMS_ACCOUNT_SECRET: smsAccountSecret,
    SMS_GATEWAY_URL: settings.smsGatewayUrl,
    SMS_BRANDNAME: settings.smsBrandname,
    PUBLIC_URL: settings.publicUrl,
    QUIET_HOURS: settings.quietHours,
  };
  const sendingCodes: Vars<typeof SendOtpEnv> = {
    ...texting,
    OTP_DAILY_BUDGET: settings.otpDailyBudget,
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
      impact: 'SMS held over the night are not sent in the morning',
    },
    'tracking/send-otp': {
      ...sending,
      environment: sendingCodes,
      impact: 'citizens do not get the code that opens their dossier',
    },
    'notifications/api': {
      environment: keyed,
      timeout: timeouts.api,
      impact: 'delivery receipts of SMS are not recorded',
      ledger: ['read', 'update'],
      seals: true,
    },
  } as const satisfies Plans;
};

/** Whoever sends an SMS reads the dossier, keeps the ledger and knows the gateway's account. */
const sending = {
  timeout: timeouts.sendSms,
  dossiers: ['read'],
  ledger: ['read', 'write', 'update'],
  seals: true,
  textsCitizens: true,
} as const;
