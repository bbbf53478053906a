import { createHash, randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify';
import { normalPhone } from '#local/outside/phone/esms.ts';
import type { Misbehaviour } from '#local/outside/phone/misbehaviour.ts';
import type { Report } from '#local/outside/phone/receipts.ts';
import { endBadly, type Send } from '#local/outside/phone/sending.ts';

/** What Zalo knows of our Official Account. */
export interface ZaloRegistered {
  readonly appId: string;
  readonly appSecret: string;
  readonly oaSecretKey: string;
  /** Approved templates: id → the parameters that they take. */
  readonly templates: Readonly<Record<string, readonly string[]>>;
}

export interface ZaloOptions {
  /** Undefined: Zalo knows nobody. */
  readonly account: () => ZaloRegistered | undefined;
  /** Where Zalo was told to report. */
  readonly webhookUrl: string;
  readonly send: Send;
  readonly misbehaviour: Misbehaviour;
  readonly clock: () => number;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const tokenLifeSeconds = 90_000;

/** Says by itself until when it is good: known again after a restart. */
const accessToken = ({ appSecret }: ZaloRegistered, expiresAt: number): string =>
  `${expiresAt}.${hash(`${appSecret}:${expiresAt}`)}`;

const isGood = (account: ZaloRegistered, token: string, now: number): boolean => {
  const expiresAt = Number(token.split('.')[0]);
  return now < expiresAt && accessToken(account, expiresAt) === token;
};

type Fields = Readonly<Record<string, unknown>>;

const errors = {
  '-108': 'Phone number invalid',
  '-109': 'Template ID invalid',
  '-112': 'Template data invalid',
  '-118': 'Zalo account not existed',
  '-124': 'Access token invalid',
  '-132': 'Parameter invalid',
} as const;

const longestTrackingId = 48;
/** Zalo's limits by the kind of parameter; ours are names, codes and days (30) and one address (200). */
const longest = (name: string): number => (name === 'office' ? 200 : 30);

const fits = (data: Fields, parameters: readonly string[]): boolean =>
  Object.keys(data).length === parameters.length &&
  parameters.every((name) => {
    const value = data[name];
    return typeof value === 'string' && value !== '' && value.length <= longest(name);
  });

const isMobile = (phone: string): boolean =>
  /^84\d{9}$/.test(phone) && normalPhone(phone) !== undefined;

/** Why Zalo would not take it, in the order in which it looks. */
const refusalOf = (
  { headers, body }: FastifyRequest,
  account: ZaloRegistered | undefined,
  now: number,
): keyof typeof errors | undefined => {
  const fields = (body ?? {}) as Fields;
  if (!account || !isGood(account, String(headers['access_token'] ?? ''), now)) return '-124';
  if (!isMobile(String(fields['phone']))) return '-108';
  if (String(fields['tracking_id'] ?? '').length > longestTrackingId) return '-132';
  const parameters = account.templates[String(fields['template_id'])];
  if (!parameters) return '-109';
  return fits((fields['template_data'] ?? {}) as Fields, parameters) ? undefined : '-112';
};

/** Zalo tells only of what arrived. */
const reportOf =
  ({ account, webhookUrl, clock }: ZaloOptions): Report =>
  (message, outcome) => {
    const known = account();
    if (outcome === 'failed' || !known) return undefined;
    const { appId, oaSecretKey } = known;
    const timestamp = String(clock());
    const body = JSON.stringify({
      app_id: appId,
      event_name: 'user_received_message',
      message: {
        delivery_time: timestamp,
        msg_id: message.smsId,
        tracking_id: message.requestId,
      },
      recipient: { id: message.phone.replace(/^\+/, '') },
      timestamp,
    });
    const signature = `mac=${hash(appId + body + timestamp + oaSecretKey)}`;
    return new Request(webhookUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-zevent-signature': signature },
      body,
    });
  };

const newMessage = (fields: Fields, at: number) => {
  const data = (fields['template_data'] ?? {}) as Readonly<Record<string, string>>;
  const text = Object.entries(data).map(([name, value]) => `${name}: ${value}`);
  return {
    text: `[${String(fields['template_id'])}] ${text.join(' · ')}`,
    channel: 'zalo',
    encoding: 'UCS-2',
    segments: 1,
    characters: 0,
    requestId: String(fields['tracking_id'] ?? ''),
    phone: normalPhone(String(fields['phone'])) ?? '',
    brandname: 'Zalo OA',
    campaign: '',
    callbackUrl: '',
    price: 0,
    at: new Date(at).toISOString(),
  } as const;
};

/** Zalo's token service: a refresh token is good once. */
const tokenRoute = (server: FastifyInstance, { account, clock }: ZaloOptions): void => {
  const spent = new Set<string>();
  server.post('/zalo/v4/oa/access_token', async ({ body, headers }) => {
    const { refresh_token = '', app_id } = (body ?? {}) as Record<string, string>;
    const known = account();
    const isOurs = app_id === known?.appId && headers['secret_key'] === known?.appSecret;
    if (!known || !isOurs || refresh_token === '' || spent.has(refresh_token))
      return { error: -14_014, error_name: 'Invalid refresh token' };
    spent.add(refresh_token);
    return {
      access_token: accessToken(known, clock() + tokenLifeSeconds * 1_000),
      refresh_token: randomUUID(),
      expires_in: String(tokenLifeSeconds),
    };
  });
};

/** The phone has no Zalo, when somebody has said so. */
const withoutAccount = ({ misbehaviour }: ZaloOptions): '-118' | undefined => {
  if (misbehaviour.current().mode !== 'no-account') return undefined;
  misbehaviour.take();
  return '-118';
};

/**
 * Zalo's token service and ZNS, after developers.zalo.me. A repeated tracking_id is a second message,
 * as nothing says that Zalo would refuse it.
 */
export const zaloSimulator =
  (o: ZaloOptions): FastifyPluginAsync =>
  async (server) => {
    tokenRoute(server, o);
    server.post('/zalo/message/template', async (request, reply) => {
      const refused = refusalOf(request, o.account(), o.clock()) ?? withoutAccount(o);
      if (refused) return { error: Number(refused), message: errors[refused] };
      const message = newMessage(request.body as Fields, o.clock());
      const { smsId, ended } = await o.send(message, reportOf(o));
      if (ended !== 'well') return endBadly(reply, ended);
      const data = { msg_id: smsId, sent_time: String(o.clock()), sending_mode: '1' };
      return { error: 0, message: 'Success', data };
    });
  };
