import { createHmac } from 'node:crypto';
import type { OrderStore } from './order-store.ts';
import { type CarrierEvent, vietnamTime } from './waybill-order.ts';

export interface WebhookSender {
  /** Reports the event after `delayMs`, again and again until it is taken. */
  send(event: CarrierEvent, delayMs: number): void;
  close(): void;
}

interface Options {
  readonly url: string;
  readonly secret: () => string;
  readonly store: OrderStore;
  readonly retryMs: readonly number[];
  readonly clock: () => number;
}

const timeoutMs = 5_000;
const keptAnswer = 300;

const bodyOf = (event: CarrierEvent): string => {
  const { id: _id, ...said } = event;
  return JSON.stringify(said);
};

/** `v1=<hex HMAC-SHA256 of timestamp + "." + body>`: the timestamp is signed too, against replays. */
const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;

/** Each try is signed anew: its timestamp must be fresh. */
const post = async ({ url, secret, clock }: Options, event: CarrierEvent) => {
  const body = bodyOf(event);
  const timestamp = String(Math.floor(clock() / 1000));
  try {
    const response = await fetch(url, {
      method: 'POST',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'application/json',
        'x-timestamp': timestamp,
        'x-signature': signatureOf(secret(), timestamp, body),
      },
      body,
    });
    return { status: response.status, answer: (await response.text()).slice(0, keptAnswer) };
  } catch (error) {
    const { cause, message } = error as Error;
    return { status: 0, answer: cause instanceof Error ? cause.message : message };
  }
};

/** The carrier's outgoing desk; every try is written down. */
export const makeWebhookSender = (o: Options): WebhookSender => {
  const timers = new Set<NodeJS.Timeout>();
  let closed = false;
  const later = (ms: number, work: () => Promise<void>): void => {
    if (closed) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      work().catch(() => undefined);
    }, ms);
    timers.add(timer);
  };
  const attempt = async (event: CarrierEvent, tries: number): Promise<void> => {
    const { status, answer } = await post(o, event);
    const { eventId, waybill } = event;
    o.store.log({ eventId, waybill, attempt: tries, at: vietnamTime(o.clock()), status, answer });
    const wait = o.retryMs[tries - 1];
    const isTaken = status >= 200 && status < 300;
    if (!isTaken && wait !== undefined) later(wait, () => attempt(event, tries + 1));
  };
  return {
    send: (event, delayMs) => later(delayMs, () => attempt(event, 1)),
    close: () => {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
};
