import type { Env as SendSmsEnv } from '#functions/notifications/send-sms/env.ts';
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
    'notifications/api': {
      environment: keyed,
      timeout: timeouts.api,
      impact: 'delivery receipts of SMS are not recorded',
      ledger: ['read', 'update'],
      seals: true,
    },
  } as const satisfies Plans;
};
