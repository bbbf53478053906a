import { CfnParameter } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Surroundings } from '../functions/plan.ts';

interface Setting {
  readonly parameter: string;
  readonly description: string;
  readonly fallback: string;
}

/** What differs between a province, a rehearsal and one machine. */
const settings: Readonly<Record<keyof Surroundings['settings'], Setting>> = {
  publicUrl: {
    parameter: 'PublicUrl',
    description: 'Where citizens and gateways reach this API, without a slash at the end',
    fallback: 'https://ho-so.example.vn',
  },
  smsGatewayUrl: {
    parameter: 'SmsGatewayUrl',
    description: 'Base address of the eSMS-shaped gateway',
    fallback: 'https://rest.esms.vn',
  },
  smsBrandname: {
    parameter: 'SmsBrandname',
    description: 'Registered sender name, at most 11 characters',
    fallback: 'BuuDien',
  },
  courierUrl: {
    parameter: 'CourierUrl',
    description: 'Base address of the MyVNPost-shaped carrier',
    fallback: 'https://connect-my.vnpost.vn',
  },
  courierCustomerCode: {
    parameter: 'CourierCustomerCode',
    description: 'Customer code (mã khách hàng) at the carrier',
    fallback: 'replace-me',
  },
  portalUrl: {
    parameter: 'PortalUrl',
    description:
      'Base address of the adapter before the national portal; dossiers wait until it is set',
    fallback: 'not-configured',
  },
  portalUnitCode: {
    parameter: 'PortalUnitCode',
    description: 'What the national portal knows the province by (mã đơn vị)',
    fallback: 'replace-me',
  },
  quietHours: {
    parameter: 'QuietHours',
    description: 'on: SMS wait from 22:00 to 07:00 Vietnam time; off: they go at once',
    fallback: 'on',
  },
  smsChannels: {
    parameter: 'SmsChannels',
    description: 'Tried in this order, the next after a refusal: esms, sns, zalo, or zalo,esms',
    fallback: 'esms',
  },
  smsReceiptHours: {
    parameter: 'SmsReceiptHours',
    description: 'After that long without a delivery receipt the post office calls the citizen',
    fallback: '72',
  },
  zaloUrl: {
    parameter: 'ZaloUrl',
    description: 'Base address of ZNS',
    fallback: 'https://business.openapi.zalo.me',
  },
  zaloOauthUrl: {
    parameter: 'ZaloOauthUrl',
    description: 'Base address of Zalo’s token service',
    fallback: 'https://oauth.zaloapp.com',
  },
  otpDailyBudget: {
    parameter: 'OtpDailyBudget',
    description: 'One-time codes by SMS that the whole province may send in 24 hours',
    fallback: '5000',
  },
};

/** Each setting is a parameter of the stack. */
export const settingsOf = (stack: Construct): Surroundings['settings'] =>
  Object.fromEntries(
    Object.entries(settings).map(([name, { parameter, description, fallback }]) => [
      name,
      new CfnParameter(stack, parameter, { type: 'String', description, default: fallback })
        .valueAsString,
    ]),
  ) as Record<keyof Surroundings['settings'], string>;
