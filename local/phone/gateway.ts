import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
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
import type { Misbehaviour, Mode } from './misbehaviour.ts';
import type { Receipts } from './receipts.ts';

export type GatewayAnswer =
  | { readonly answer: Readonly<Record<string, unknown>> }
  /** The connection breaks: the caller cannot know. */
  | { readonly answer: undefined };

interface Deps {
  readonly store: MessageStore;
  readonly receipts: Receipts;
  readonly misbehaviour: Misbehaviour;
  readonly registered: Registered;
  readonly slowMs: number;
  readonly clock: () => number;
}

const say = (code: EsmsCode, more: Readonly<Record<string, unknown>> = {}): GatewayAnswer => {
  const [CodeResult, ErrorMessage] = codes[code];
  return {
    answer: { CodeResult, CountRegenerate: 0, ...(ErrorMessage && { ErrorMessage }), ...more },
  };
};

const accept = (deps: Deps, request: SendRequest, phone: string): Message => {
  const size = onAir(request);
  return deps.store.add({
    ...size,
    smsId: randomUUID().replaceAll('-', ''),
    requestId: request.requestId,
    phone,
    brandname: request.brandname,
    campaign: request.campaign,
    callbackUrl: request.callbackUrl,
    price: size.segments * pricePerSegment,
    at: new Date(deps.clock()).toISOString(),
    status: 'sent',
    receipts: 0,
  });
};

const receiptCounts: Readonly<Record<Mode, number>> = {
  ok: 1,
  fail: 1,
  'timeout-after-send': 1,
  slow: 1,
  'duplicate-receipt': 2,
  'no-receipt': 0,
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
  const mode = deps.misbehaviour.take();
  // Kept before anything is waited for: a second call meanwhile is a repeat.
  const message = accept(deps, request, normalPhone(request.phone) ?? request.phone);
  deps.receipts.plan(message, mode === 'fail' ? 'failed' : 'delivered', receiptCounts[mode]);
  if (mode === 'slow') await wait(deps.slowMs);
  if (mode === 'timeout-after-send') return { answer: undefined };
  return say('accepted', { SMSID: message.smsId });
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
