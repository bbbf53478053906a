import { randomUUID } from 'node:crypto';
import {
  codes,
  type EsmsCode,
  normalPhone,
  onAir,
  pricePerSegment,
  type Registered,
  readSendRequest,
  refusalOf,
  type SendRequest,
} from './esms.ts';
import type { Message, MessageStore } from './message-store.ts';
import type { Report } from './receipts.ts';
import type { BadEnd, NewMessage, Send } from './sending.ts';

export type GatewayAnswer =
  | { readonly answer: Readonly<Record<string, unknown>> }
  /** The message is out, and the caller cannot know. */
  | { readonly answer: undefined; readonly ended: BadEnd };

interface Deps {
  readonly store: MessageStore;
  readonly send: Send;
  readonly report: Report;
  readonly registered: Registered;
  readonly clock: () => number;
}

const say = (code: EsmsCode, more: Readonly<Record<string, unknown>> = {}): GatewayAnswer => {
  const [CodeResult, ErrorMessage] = codes[code];
  return {
    answer: { CodeResult, CountRegenerate: 0, ...(ErrorMessage && { ErrorMessage }), ...more },
  };
};

const newMessage = (deps: Deps, request: SendRequest, phone: string): NewMessage => {
  const size = onAir(request);
  return {
    ...size,
    requestId: request.requestId,
    phone,
    brandname: request.brandname,
    campaign: request.campaign,
    callbackUrl: request.callbackUrl,
    price: size.segments * pricePerSegment,
    at: new Date(deps.clock()).toISOString(),
  };
};

/** eSMS remembers a RequestId for the (Vietnam) day only. */
const isOfToday = ({ at }: Message, now: number): boolean => {
  const vietnamDay = (instant: number): number =>
    Math.floor((instant + 7 * 3_600_000) / 86_400_000);
  return vietnamDay(Date.parse(at)) === vietnamDay(now);
};

const isRepeat = ({ store, clock }: Deps, { requestId }: SendRequest): boolean => {
  const earlier = requestId === '' ? undefined : store.byRequestId(requestId);
  return earlier !== undefined && isOfToday(earlier, clock());
};

const sendNow = async (deps: Deps, request: SendRequest): Promise<GatewayAnswer> => {
  const phone = normalPhone(request.phone) ?? request.phone;
  const sent = await deps.send(newMessage(deps, request, phone), deps.report);
  return sent.ended === 'well'
    ? say('accepted', { SMSID: sent.smsId })
    : { answer: undefined, ended: sent.ended };
};

/** `POST …/SendMultipleMessage_V4_post_json/` */
export const makeSend =
  (deps: Deps) =>
  async (body: unknown): Promise<GatewayAnswer> => {
    const request = readSendRequest(body);
    const refusal = refusalOf(request, deps.registered);
    if (refusal) return say(refusal);
    if (isRepeat(deps, request)) return say('duplicateRequest', { SendStatus: '5' });
    if (request.sandbox) return say('accepted', { SMSID: randomUUID().replaceAll('-', '') });
    return sendNow(deps, request);
  };
