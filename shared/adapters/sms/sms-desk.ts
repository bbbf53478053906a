import { makeStores } from '#adapters/aws/dynamodb/stores.ts';
import { masterKeysFrom } from '#adapters/aws/secrets/master-keys.ts';
import { smsAccountFrom } from '#adapters/aws/secrets/sms-account.ts';
import { makeSeals } from '#adapters/node/seals.ts';
import { provinceSmsTexts } from '#adapters/province/province-sms-texts.ts';
import { postOffices } from '#data/province.ts';
import { makeEsmsGateway } from './esms-gateway.ts';

/** The settings of both SMS workers. */
interface SmsSettings {
  readonly DOSSIERS_TABLE: string;
  readonly LEDGER_TABLE: string;
  readonly KEYS_SECRET: string;
  readonly SMS_ACCOUNT_SECRET: string;
  readonly SMS_GATEWAY_URL: string;
  readonly SMS_BRANDNAME: string;
  readonly PUBLIC_URL: string;
  readonly QUIET_HOURS: 'on' | 'off';
}

/** What the two SMS workers share: stores, gateway, texts. */
export const makeSmsDesk = (env: SmsSettings) => {
  const seals = makeSeals(masterKeysFrom(env.KEYS_SECRET));
  const gateway = makeEsmsGateway({
    baseUrl: env.SMS_GATEWAY_URL,
    account: smsAccountFrom(env.SMS_ACCOUNT_SECRET),
    brandname: env.SMS_BRANDNAME,
    callbackUrl: async (reference) => {
      const url = new URL(`${env.PUBLIC_URL}/v1/webhooks/sms/esms`);
      url.searchParams.set('token', await seals.callbackToken(reference));
      return url.href;
    },
  });
  return {
    ...makeStores(env),
    gateway,
    texts: provinceSmsTexts,
    officeName: (id: string) => postOffices.find((office) => office.id === id)?.name ?? 'buu dien',
    keepsQuietHours: env.QUIET_HOURS === 'on',
  };
};
