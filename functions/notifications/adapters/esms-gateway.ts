import * as z from 'zod';
import type { OutgoingSms, SmsGateway, SmsOutcome } from '#functions/notifications/ports/sms.ts';

export interface EsmsAccount {
  readonly apiKey: string;
  readonly secretKey: string;
}

interface Settings {
  /** Base address, e.g. `https://rest.esms.vn`. */
  readonly baseUrl: string;
  readonly account: () => Promise<EsmsAccount>;
  readonly brandname: string;
  /** Where the gateway reports delivery of this message. */
  readonly callbackUrl: (reference: string) => Promise<string>;
}

const path = '/MainService.svc/json/SendMultipleMessage_V4_post_json/';
const timeoutMs = 10_000;

/** eSMS answers every refusal with HTTP 200 and a code (domain §7). */
const Answer = z.object({ CodeResult: z.string(), SMSID: z.string().optional() });
const SENT = '100';
const DUPLICATE_REQUEST = '124';

/** The gateway has certainly not sent: key, balance, brandname, phone, type of SMS, template. */
const definiteRefusals = new Set(['101', '102', '103', '104', '108', '118', '146']);

/** An eSMS-shaped gateway: the default in Vietnam, where AWS has no long codes. */
export const makeEsmsGateway = (settings: Settings): SmsGateway => ({
  name: 'esms',
  send: async (sms) => {
    const request = await requestFor(settings, sms);
    try {
      const response = await fetch(`${settings.baseUrl}${path}`, request);
      // A 4xx was refused before anything was sent; a 5xx may have come after.
      if (response.status >= 400 && response.status < 500)
        return { outcome: 'refused', why: `http-${response.status}` };
      if (!response.ok) return { outcome: 'unknown', why: `http-${response.status}` };
      return outcomeOf(sms, await response.json());
    } catch {
      return { outcome: 'unknown', why: 'no-answer' };
    }
  },
});

const requestFor = async (
  { account, brandname, callbackUrl }: Settings,
  { reference, phone, text }: OutgoingSms,
): Promise<RequestInit> => {
  const { apiKey, secretKey } = await account();
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(timeoutMs),
    body: JSON.stringify({
      ApiKey: apiKey,
      SecretKey: secretKey,
      Phone: phone.replace(/^\+/, ''),
      Content: text,
      Brandname: brandname,
      SmsType: '2',
      IsUnicode: '0',
      RequestId: reference,
      CallbackUrl: await callbackUrl(reference),
    }),
  };
};

const outcomeOf = ({ reference }: OutgoingSms, body: unknown): SmsOutcome => {
  const answer = Answer.safeParse(body);
  if (!answer.success) return { outcome: 'unknown', why: 'answer-unreadable' };
  const { CodeResult: code, SMSID: id } = answer.data;
  if (code === SENT) return { outcome: 'sent', gatewayId: id ?? reference };
  // Ours was there before: sent by the call whose answer we never saw.
  if (code === DUPLICATE_REQUEST) return { outcome: 'sent', gatewayId: id ?? reference };
  if (definiteRefusals.has(code)) return { outcome: 'refused', why: `esms-${code}` };
  return { outcome: 'unknown', why: `esms-${code}` };
};
