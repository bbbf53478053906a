import * as z from 'zod';
import type { OutgoingSms, SmsGateway, SmsOutcome } from '#functions/notifications/ports/sms.ts';
import type { ZaloAccounts } from './zalo-account.ts';
import type { ZaloTokens } from './zalo-tokens.ts';

interface Settings {
  /** Base address, e.g. `https://business.openapi.zalo.me`. */
  readonly baseUrl: string;
  readonly accounts: ZaloAccounts;
  readonly tokens: ZaloTokens;
}

const timeoutMs = 10_000;

/** Zalo's limits by the kind of parameter: address 200, everything else of ours 30 (domain §7). */
const limits: Readonly<Record<string, number>> = { office: 200 };
const usualLimit = 30;

const Answer = z.object({ error: z.int(), data: z.object({ msg_id: z.string() }).nullish() });
const SENT = 0;
const UNKNOWN_ERROR = -100;
const TOKEN_INVALID = -124;

/**
 * Zalo Notification Service: an approved template to a phone that has Zalo. Everything that Zalo
 * refuses, an account that does not exist (-118) among it, was not sent, so the next channel may.
 */
export const makeZaloGateway = (settings: Settings): SmsGateway => ({
  name: 'zalo',
  send: async (sms) => {
    const { templates } = await settings.accounts.read();
    const template = sms.content && templates[sms.content.template];
    if (!template) return { outcome: 'refused', why: 'zalo-no-template' };
    const isTooLong = Object.entries(sms.content?.values ?? {}).some(
      ([name, value]) => value.length > (limits[name] ?? usualLimit),
    );
    if (isTooLong) return { outcome: 'refused', why: 'zalo-parameter-too-long' };
    const token = await settings.tokens.access();
    if (token === undefined) return { outcome: 'refused', why: 'zalo-no-token' };
    return post(settings, sms, { template, token });
  },
});

const post = async (
  { baseUrl, tokens }: Settings,
  { reference, phone, content }: OutgoingSms,
  { template, token }: { readonly template: string; readonly token: string },
): Promise<SmsOutcome> => {
  try {
    const response = await fetch(`${baseUrl}/message/template`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', access_token: token },
      signal: AbortSignal.timeout(timeoutMs),
      body: JSON.stringify({
        phone: phone.replace(/^\+/, ''),
        template_id: template,
        template_data: content?.values,
        tracking_id: reference,
      }),
    });
    if (response.status >= 400 && response.status < 500)
      return { outcome: 'refused', why: `http-${response.status}` };
    if (!response.ok) return { outcome: 'unknown', why: `http-${response.status}` };
    const answer = Answer.safeParse(await response.json());
    if (answer.data?.error === TOKEN_INVALID) tokens.rejected(token);
    return answer.success
      ? outcomeOf(answer.data)
      : { outcome: 'unknown', why: 'answer-unreadable' };
  } catch {
    return { outcome: 'unknown', why: 'no-answer' };
  }
};

/** Zalo answers every refusal with HTTP 200 and a negative code; -100 says that it does not know. */
const outcomeOf = ({ error, data }: z.output<typeof Answer>): SmsOutcome => {
  if (error === SENT && data) return { outcome: 'sent', gatewayId: data.msg_id };
  return error < UNKNOWN_ERROR
    ? { outcome: 'refused', why: `zalo${error}` }
    : { outcome: 'unknown', why: `zalo${error}` };
};
