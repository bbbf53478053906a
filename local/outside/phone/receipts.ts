import { networkOf } from './esms.ts';
import type { Message, MessageStore } from './message-store.ts';

export interface ReceiptTiming {
  readonly delayMs: number;
  /** eSMS tries five times, when the other side does not answer. */
  readonly retryMs: readonly number[];
}

export interface Receipts {
  /** Reports the message later, `times` times. */
  plan(
    message: Message,
    outcome: Outcome,
    how: { readonly times: number; readonly isLate: boolean; readonly by: Report },
  ): void;
  close(): void;
}

const timeoutMs = 5_000;
const lateFactor = 20;

const fieldsOf = (message: Message, outcome: Outcome): Record<string, string> => ({
  SMSID: message.smsId,
  SendFailed: outcome === 'failed' ? '1' : '0',
  // 5 is "done", not "delivered": the counts beside it say which (eSMS, "Callback Url", sample).
  SendStatus: '5',
  SendSuccess: outcome === 'failed' ? '0' : '1',
  TotalPrice: message.price.toFixed(4),
  TotalReceiver: '1',
  TotalSent: '1',
  RequestId: message.requestId,
  TypeId: '2',
  telcoid: String(networkOf(message.phone).id),
  phonenumber: message.phone.replace(/^\+84/, '0'),
});

export type Outcome = 'delivered' | 'failed';

/** The request by which a gateway reports; undefined where it has nothing to say, or to nobody. */
export type Report = (message: Message, outcome: Outcome) => Request | undefined;

/**
 * eSMS documents an HTTP GET with the fields in the query; the product takes a POST with the same
 * fields, so that is the default and `method` may say GET.
 */
export const esmsReport =
  (method: 'GET' | 'POST'): Report =>
  (message, outcome) => {
    if (!URL.canParse(message.callbackUrl)) return undefined;
    const url = new URL(message.callbackUrl);
    const fields = fieldsOf(message, outcome);
    if (method === 'GET') for (const [k, v] of Object.entries(fields)) url.searchParams.set(k, v);
    return method === 'GET'
      ? new Request(url)
      : new Request(url, {
          method,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(fields),
        });
  };

const isTaken = async (request: Request): Promise<boolean> => {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(timeoutMs) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
};

/** Delivery receipts, each tried until it is taken. */
export const makeReceipts = (o: {
  readonly store: MessageStore;
  readonly timing: ReceiptTiming;
}): Receipts => {
  const timers = new Set<NodeJS.Timeout>();
  const later = (ms: number, work: () => Promise<void>): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work().catch(() => undefined);
    }, ms);
    timers.add(timer);
  };
  const report = async (smsId: string, request: Request, tries: number): Promise<void> => {
    if (await isTaken(request.clone())) {
      const known = o.store.byId(smsId);
      return o.store.update(smsId, { receipts: (known?.receipts ?? 0) + 1 });
    }
    const wait = o.timing.retryMs[tries];
    if (wait !== undefined) later(wait, () => report(smsId, request, tries + 1));
  };
  return {
    plan: ({ smsId }, outcome, { times, isLate, by }) =>
      later(o.timing.delayMs * (isLate ? lateFactor : 1), async () => {
        o.store.update(smsId, { status: outcome });
        const message = o.store.byId(smsId);
        const request = message && by(message, outcome);
        for (let n = 0; request && n < times; n += 1) await report(smsId, request, 0);
      }),
    close: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
};
