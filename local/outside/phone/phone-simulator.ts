import { join } from 'node:path';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';
import { province } from '#data/province.ts';
import { acceptForms } from '#local/kit/page/forms.ts';
import { makeMisbehaviour, serveBehaviour } from '#local/kit/page/misbehaviour.ts';
import { type Account, normalPhone, type Registered } from './esms.ts';
import { makeSend } from './gateway.ts';
import { type MessageStore, openMessageStore } from './message-store.ts';
import { type Misbehaviour, modes } from './misbehaviour.ts';
import { phonePage } from './phone-page.ts';
import { esmsReport, makeReceipts, type ReceiptTiming } from './receipts.ts';
import { endBadly, makeSending } from './sending.ts';
import { snsSimulator } from './sns-simulator.ts';
import { statusQueries } from './status-queries.ts';
import { type ZaloRegistered, zaloSimulator } from './zalo/zalo-simulator.ts';

export interface PhoneOptions {
  readonly directory: string;
  readonly publicUrl: string;
  /** The account that the gateway knows; without it, any key and secret that are not empty. */
  readonly account?: () => Account;
  /** The Official Account that Zalo knows; without it there is no Zalo. */
  readonly zaloAccount?: () => ZaloRegistered | undefined;
  readonly zaloWebhookUrl?: string;
  readonly brandnames?: readonly string[];
  readonly templates?: readonly string[];
  readonly receiptMethod?: 'GET' | 'POST';
  readonly receiptTiming?: ReceiptTiming;
  readonly slowMs?: number;
  readonly clock?: () => number;
}

const usualTiming: ReceiptTiming = { delayMs: 300, retryMs: [500, 1_000, 2_000, 4_000] };

const registeredOf = (o: PhoneOptions): Registered => ({
  account: o.account,
  brandnames: o.brandnames ?? ['BuuDien', 'VNPost'],
  templates: o.templates ?? province.smsTemplates.map(({ text }) => text),
});

const streamMessages = (reply: FastifyReply, store: MessageStore, open: Set<() => void>): void => {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  raw.write('retry: 1000\n\n');
  const stop = store.watch((message) =>
    raw.write(`id: ${message.sequence}\ndata: ${JSON.stringify(message)}\n\n`),
  );
  const end = (): void => {
    stop();
    open.delete(end);
    raw.end();
  };
  open.add(end);
  raw.on('close', end);
};

const pageRoutes = (
  server: FastifyInstance,
  store: MessageStore,
  misbehaviour: Misbehaviour,
): void => {
  const open = new Set<() => void>();
  server.get('/', async (request, reply) => {
    const { phone } = request.query as { phone?: string };
    const page = phonePage({
      messages: store.list({}),
      phone: phone === undefined ? undefined : normalPhone(phone.trim()),
      mode: misbehaviour.current().mode,
    });
    return reply.headers(page.headers).send(page.text);
  });
  server.get('/events', (_request, reply) => streamMessages(reply, store, open));
  // An open stream would keep the server from closing.
  server.addHook('preClose', async () => {
    for (const end of open) end();
  });
};

const esmsRoutes = (server: FastifyInstance, send: ReturnType<typeof makeSend>): void => {
  const path = '/MainService.svc/json/SendMultipleMessage_V4_post_json';
  for (const url of [path, `${path}/`])
    server.post(url, async (request, reply) => {
      const sent = await send(request.body);
      return sent.answer ?? endBadly(reply, sent.ended);
    });
};

/** Gateways in the shape of eSMS, SNS and Zalo, and the phone on which their messages arrive. */
export const phoneSimulator =
  (o: PhoneOptions): FastifyPluginAsync =>
  async (server) => {
    acceptForms(server);
    const store = openMessageStore(join(o.directory, 'phone', 'messages.jsonl'));
    const misbehaviour = makeMisbehaviour(modes);
    const receipts = makeReceipts({ store, timing: o.receiptTiming ?? usualTiming });
    server.addHook('onClose', async () => receipts.close());
    const registered = registeredOf(o);
    const clock = o.clock ?? Date.now;
    const send = makeSending({ store, receipts, misbehaviour, slowMs: o.slowMs ?? 3_000 });
    const report = esmsReport(o.receiptMethod ?? 'POST');
    esmsRoutes(server, makeSend({ store, send, report, registered, clock }));
    serveBehaviour(server, misbehaviour, { modes, page: '/sim/phone' });
    pageRoutes(server, store, misbehaviour);
    await server.register(statusQueries({ store, registered }));
    await server.register(snsSimulator({ send, clock }));
    const webhookUrl = o.zaloWebhookUrl ?? `${o.publicUrl}/v1/webhooks/zalo`;
    const account = o.zaloAccount ?? (() => undefined);
    await server.register(zaloSimulator({ account, webhookUrl, send, misbehaviour, clock }));
  };
