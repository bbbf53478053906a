import { networkOf } from './esms.ts';
import type { Message, MessageStore } from './message-store.ts';

export interface ReceiptTiming {
  readonly delayMs: number;
  /** eSMS tries five times, when the other side does not answer. */
  readonly retryMs: readonly number[];
}

export interface Receipts {
  /** Reports the message later, `times` times. */
  plan(message: Message, outcome: 'delivered' | 'failed', times: number): void;
  close(): void;
}

const timeoutMs = 5_000;

const fieldsOf = (message: Message, outcome: 'delivered' | 'failed'): Record<string, string> => ({
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

/**
 * Delivery receipts. eSMS documents an HTTP GET with the fields in the query; the product takes a
 * POST with the same fields, so that is the default and `method` may say GET.
 */
export const makeReceipts = (o: {
  readonly store: MessageStore;
  readonly method: 'GET' | 'POST';
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
  const call = async (url: URL, fields: Record<string, string>): Promise<boolean> => {
    const signal = AbortSignal.timeout(timeoutMs);
    if (o.method === 'GET') for (const [k, v] of Object.entries(fields)) url.searchParams.set(k, v);
    try {
      const response = await (o.method === 'GET'
        ? fetch(url, { signal })
        : fetch(url, {
            method: 'POST',
            signal,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(fields),
          }));
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  };
  const report = async (smsId: string, fields: Record<string, string>, tries: number) => {
    const message = o.store.byId(smsId);
    if (!message || !URL.canParse(message.callbackUrl)) return;
    if (await call(new URL(message.callbackUrl), fields)) {
      const known = o.store.byId(smsId);
      return o.store.update(smsId, { receipts: (known?.receipts ?? 0) + 1 });
    }
    const wait = o.timing.retryMs[tries];
    if (wait !== undefined) later(wait, () => report(smsId, fields, tries + 1));
  };
  return {
    plan: (message, outcome, times) =>
      later(o.timing.delayMs, async () => {
        o.store.update(message.smsId, { status: outcome });
        for (let n = 0; n < times; n += 1)
          await report(message.smsId, fieldsOf(message, outcome), 0);
      }),
    close: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
};
