import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { acceptForms } from '#local/kit/page/forms.ts';
import {
  type Answer,
  type Fields,
  openOrder,
  playStory,
  readHistory,
  readOrder,
  recordEvent,
} from './carrier-desk.ts';
import { courierPage } from './courier-page.ts';
import { openOrderStore } from './order-store.ts';
import { type CourierAccount, serveVnpostApi } from './vnpost-api.ts';
import { makeWebhookSender } from './webhook-sender.ts';

export interface CourierOptions {
  readonly directory: string;
  readonly publicUrl: string;
  /** Agreed with the product; asked for at each try. */
  readonly webhookSecret: () => string;
  /** The account that its API knows; without it, any user and password that are not empty. */
  readonly account?: () => CourierAccount;
  /** Pauses between tries; after the last the event can still be polled. */
  readonly retryMs?: readonly number[];
  readonly clock?: () => number;
}

const usualRetryMs = [500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000];

const fieldsOf = ({ body }: FastifyRequest): Fields =>
  typeof body === 'object' && body !== null ? (body as Fields) : {};

const waybillOf = ({ params }: FastifyRequest): string =>
  ((params as { waybill?: string }).waybill ?? '').toUpperCase();

/** JSON for programs; a form of the page goes back to the page. */
const say = (request: FastifyRequest, reply: FastifyReply, { status, body }: Answer) => {
  const isForm = request.headers['content-type']?.includes('urlencoded');
  return isForm && status < 300
    ? reply.redirect(`/sim/courier?waybill=${waybillOf(request)}`, 303)
    : reply.code(status).send(body);
};

/** A carrier in the manner of VNPost: orders, events, webhooks that are signed and repeated. */
export const courierSimulator =
  (o: CourierOptions): FastifyPluginAsync =>
  async (server) => {
    const store = openOrderStore(o.directory);
    const clock = o.clock ?? Date.now;
    const sender = makeWebhookSender({
      url: `${o.publicUrl}/v1/webhooks/courier/vnpost`,
      secret: o.webhookSecret,
      store,
      retryMs: o.retryMs ?? usualRetryMs,
      clock,
    });
    const desk = { store, sender, clock };
    server.addHook('onClose', async () => sender.close());
    acceptForms(server);
    server.post('/orders', async (request, reply) =>
      say(request, reply, openOrder(desk, fieldsOf(request))),
    );
    server.get('/orders', async () => ({ orders: store.orders() }));
    server.get('/orders/:waybill', async (request, reply) =>
      say(request, reply, readOrder(desk, waybillOf(request))),
    );
    server.post('/orders/:waybill/events', async (request, reply) =>
      say(request, reply, recordEvent(desk, waybillOf(request), fieldsOf(request))),
    );
    server.post('/orders/:waybill/play', async (request, reply) =>
      say(request, reply, playStory(desk, waybillOf(request), fieldsOf(request))),
    );
    serveVnpostApi(server, { ...desk, account: o.account });
    server.get('/history', async (request, reply) =>
      say(request, reply, readHistory(desk, request.query as Fields)),
    );
    server.get('/', async (request, reply) => {
      const { waybill } = request.query as { waybill?: string };
      const page = courierPage(store, waybill?.toUpperCase());
      return reply.headers(page.headers).send(page.text);
    });
  };
