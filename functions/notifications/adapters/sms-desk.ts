import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { keysIn } from '#adapters/aws/secrets/purpose-keys.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { systemClock } from '#adapters/node/system-clock.ts';
import type { PostOffice } from '#domain/catalogue/post-office.ts';
import type { SmsTemplateText } from '#domain/sms/template.ts';
import { hours } from '#domain/time/instant.ts';
import type { SmsGateway } from '#functions/notifications/ports/sms.ts';
import { makeEsmsGateway } from './esms-gateway.ts';
import { makeProvinceSmsTexts } from './province-sms-texts.ts';
import { smsAccountFrom } from './secrets/sms-account.ts';
import { zaloAccountIn } from './secrets/zalo-account.ts';
import { makeSmsLedger } from './sms-ledger.ts';
import { makeSnsGateway } from './sns-gateway.ts';
import { makeZaloGateway } from './zalo-gateway.ts';
import { makeZaloTokens } from './zalo-tokens.ts';

type Channel = 'esms' | 'sns' | 'zalo';

/** The settings of all who text citizens. */
interface SmsSettings {
  readonly DOSSIERS_TABLE: string;
  readonly LEDGER_TABLE: string;
  readonly KEY_CALLBACK: string;
  readonly SMS_CHANNELS: readonly Channel[];
  readonly SMS_ACCOUNT_SECRET: string;
  readonly SMS_GATEWAY_URL: string;
  readonly SMS_BRANDNAME: string;
  readonly SMS_RECEIPT_HOURS: number;
  readonly ZALO_ACCOUNT_SECRET: string;
  readonly ZALO_URL: string;
  readonly ZALO_OAUTH_URL: string;
  readonly PUBLIC_URL: string;
  readonly QUIET_HOURS: 'on' | 'off';
}

/** What the province lays down for them. */
interface SmsProvince {
  readonly smsTemplates: readonly SmsTemplateText[];
  readonly postOffices: readonly PostOffice[];
}

/** What all who text citizens share: stores, channels, texts. */
export const makeSmsDesk = (env: SmsSettings, { smsTemplates, postOffices }: SmsProvince) => {
  const byText = env.SMS_CHANNELS.find((channel) => channel !== 'zalo') ?? 'esms';
  const stores = makeStores(env);
  return {
    ...stores,
    sms: makeSmsLedger(stores.client, stores.tables),
    channels: env.SMS_CHANNELS.map((channel) => gateways[channel](env)),
    /** For what has no registered template: one-time codes. */
    gateway: gateways[byText](env),
    texts: makeProvinceSmsTexts(smsTemplates),
    officeName: (id: string) => postOffices.find((office) => office.id === id)?.name ?? 'buu dien',
    keepsQuietHours: env.QUIET_HOURS === 'on',
    receiptWithin: hours(env.SMS_RECEIPT_HOURS),
  };
};

const gateways: Readonly<Record<Channel, (env: SmsSettings) => SmsGateway>> = {
  esms: (env) => {
    const seals = makeSeals(keysIn(env));
    return makeEsmsGateway({
      baseUrl: env.SMS_GATEWAY_URL,
      account: smsAccountFrom(env.SMS_ACCOUNT_SECRET),
      brandname: env.SMS_BRANDNAME,
      callbackUrl: async (reference) => {
        const url = new URL(`${env.PUBLIC_URL}/v1/webhooks/sms/esms`);
        url.searchParams.set('token', await seals.callbackToken(reference));
        return url.href;
      },
    });
  },
  sns: ({ SMS_BRANDNAME }) => makeSnsGateway({ senderId: SMS_BRANDNAME }),
  zalo: ({ ZALO_ACCOUNT_SECRET, ZALO_URL, ZALO_OAUTH_URL }) => {
    const accounts = zaloAccountIn(ZALO_ACCOUNT_SECRET);
    const tokens = makeZaloTokens({ accounts, oauthUrl: ZALO_OAUTH_URL, clock: systemClock });
    return makeZaloGateway({ baseUrl: ZALO_URL, accounts, tokens });
  },
};
