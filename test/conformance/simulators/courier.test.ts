import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { courierSimulator } from '#local/outside/courier/courier-simulator.ts';
import { type Heard, type Listener, listen } from './listener.ts';

const waybill = 'EE473124829VN';
const order = { waybill, dossierCode: 'H30.09-261120-0001', receiver: { name: 'Lê Thị Bé' } };
const secret = 'agreed-with-the-carrier';
let directory: string;
let product: Listener;
let server: FastifyInstance;
let url: string;
let now: number;
/** How far the clock moves each time somebody looks. */
let tick: number;

const start = async (): Promise<void> => {
  server = fastify();
  await server.register(
    courierSimulator({
      directory,
      publicUrl: product.url,
      webhookSecret: () => secret,
      retryMs: [5, 5, 5],
      clock: () => {
        now += tick;
        return now;
      },
    }),
    { prefix: '/sim/courier' },
  );
  url = `${await server.listen({ host: '127.0.0.1', port: 0 })}/sim/courier`;
};

beforeEach(async () => {
  tick = 0;
  now = Date.parse('2026-11-20T08:00:00+07:00');
  directory = mkdtempSync(join(tmpdir(), 'courier-'));
  product = await listen();
  await start();
});

afterEach(async () => {
  await server.close();
  await product.close();
  rmSync(directory, { recursive: true, force: true });
});

const post = async (path: string, body: object) => {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

const get = async (path: string) =>
  (await (await fetch(`${url}${path}`)).json()) as Record<string, never[]>;

const heard = (count: number) =>
  vi.waitFor(() => expect(product.heard).toHaveLength(count), { timeout: 5_000 });

const said = ({ body }: Heard) => JSON.parse(body) as { eventId: string; code: string };

describe('an order', () => {
  it('is the same order when it comes again, and refused for another dossier', async () => {
    const first = await post('/orders', order);
    const again = await post('/orders', order);
    expect(first.status).toBe(201);
    expect(again).toEqual(first);
    expect((await post('/orders', { ...order, dossierCode: 'H30.09-261120-0002' })).status).toBe(
      409,
    );
  });

  it.each([
    ['a waybill with a wrong check digit', { waybill: 'EM111111111VN' }],
    ['no waybill', { waybill: undefined }],
    ['no dossier', { dossierCode: '' }],
  ])('with %s is refused', async (_what, changes) => {
    expect((await post('/orders', { ...order, ...changes })).status).toBe(422);
  });

  it('is there after a restart with its events and deliveries', async () => {
    await post('/orders', order);
    await post(`/orders/${waybill}/events`, { code: 'EMA' });
    await heard(1);
    await vi.waitFor(async () =>
      expect((await get(`/orders/${waybill}`))['deliveries']).toHaveLength(1),
    );
    await server.close();
    await start();
    const read = await get(`/orders/${waybill}`);
    expect(read).toMatchObject({ waybill, receiver: { name: 'Lê Thị Bé' } });
    expect(read['events']).toHaveLength(1);
    expect(read['deliveries']).toHaveLength(1);
  });

  it('that does not exist has no events', async () => {
    expect((await post(`/orders/${waybill}/events`, { code: 'EMA' })).status).toBe(404);
  });
});

describe('a webhook', () => {
  beforeEach(() => post('/orders', order));

  it('is signed over timestamp and body', async () => {
    await post(`/orders/${waybill}/events`, { code: 'EMA' });
    await heard(1);
    const [{ url: path, headers, body } = {} as Heard] = product.heard;
    const timestamp = String(headers['x-timestamp']);
    expect(path).toBe('/v1/webhooks/courier/vnpost');
    expect(timestamp).toBe(String(now / 1000));
    expect(headers['x-signature']).toBe(
      `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`,
    );
  });

  it('tells what happened where, in Vietnam time, with proof of a delivery', async () => {
    await post(`/orders/${waybill}/events`, {
      code: 'EMI',
      occurredAt: '2026-11-20T01:30:00Z',
      place: { code: '912000', name: 'Bưu cục Long Mỹ' },
      note: 'Phát cho con trai',
      proof: { receiverName: 'Lê Văn Út', relation: 'Con', identityChecked: true },
    });
    await heard(1);
    expect(JSON.parse(product.heard[0]?.body ?? '')).toEqual({
      eventId: expect.any(String),
      waybill,
      code: 'EMI',
      occurredAt: '2026-11-20T08:30:00+07:00',
      place: { code: '912000', name: 'Bưu cục Long Mỹ' },
      note: 'Phát cho con trai',
      proof: {
        receiverName: 'Lê Văn Út',
        relation: 'Con',
        identityChecked: true,
        signatureSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        photoSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
  });

  it('is repeated, the same event freshly signed, until it is taken', async () => {
    product.answers.push(503, 401);
    tick = 10_000;
    await post(`/orders/${waybill}/events`, { code: 'EMG' });
    await heard(3);
    expect(new Set(product.heard.map(({ body }) => body)).size).toBe(1);
    expect(new Set(product.heard.map(({ headers }) => headers['x-signature'])).size).toBe(3);
    await vi.waitFor(async () =>
      expect((await get(`/orders/${waybill}`))['deliveries']).toMatchObject([
        { attempt: 1, status: 503 },
        { attempt: 2, status: 401 },
        { attempt: 3, status: 200 },
      ]),
    );
  });

  it('is given up after the last pause, and the log says why', async () => {
    product.answers.push(500, 500, 500, 500, 500);
    await post(`/orders/${waybill}/events`, { code: 'EMG' });
    await vi.waitFor(async () =>
      expect((await get(`/orders/${waybill}`))['deliveries']).toHaveLength(4),
    );
    expect(product.heard).toHaveLength(4);
  });

  it.each([{ code: '' }, { code: 'EMA', occurredAt: 'yesterday' }])(
    'is not sent for %o',
    async (fields) => {
      expect((await post(`/orders/${waybill}/events`, fields)).status).toBe(422);
    },
  );
});

describe('a played journey', () => {
  beforeEach(() => post('/orders', order));

  const play = (fields: object) => post(`/orders/${waybill}/play`, { gapMs: 0, ...fields });

  it.each([
    ['delivered', ['EMA', 'EMC', 'EMF', 'EMG', 'EDG', 'EMI']],
    ['two-attempts', ['EMA', 'EMC', 'EMF', 'EMG', 'EDG', 'EMH', 'EDG', 'EMI']],
    ['refused', ['EMA', 'EMC', 'EMF', 'EMG', 'EDG', 'EMH', 'RTS', 'RTD']],
    ['lost', ['EMA', 'EMC', 'EMF', 'LOS']],
  ])('"%s" reports its events, none of them in the future', async (story, codes) => {
    const { status, body } = await play({ story });
    const events = body['events'] as { code: string; occurredAt: string }[];
    expect(status).toBe(202);
    expect(events.map(({ code }) => code)).toEqual(codes);
    const times = events.map(({ occurredAt }) => Date.parse(occurredAt));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(Math.max(...times)).toBeLessThanOrEqual(now);
    await heard(codes.length);
  });

  it('comes in disorder and twice when asked to', async () => {
    await play({ story: 'delivered', disorder: true, duplicates: true, gapMs: 20 });
    await heard(12);
    const told = product.heard.map(said);
    expect(told.map(({ code }) => code).join(' ')).toBe(
      'EMC EMC EMA EMA EMG EMG EMF EMF EMI EMI EDG EDG',
    );
    expect(new Set(told.map(({ eventId }) => eventId)).size).toBe(6);
  });

  it('that nobody knows is refused', async () => {
    expect((await play({ story: 'teleported' })).status).toBe(422);
  });

  it('can be polled by the last id seen', async () => {
    await play({ story: 'delivered' });
    const first = await get('/history?lastId=0&pageSize=4');
    const rest = await get(`/history?lastId=${String(first['lastId'])}`);
    expect(first['events']).toHaveLength(4);
    expect(rest['events']).toMatchObject([{ code: 'EDG' }, { code: 'EMI' }]);
    expect((await get(`/history?lastId=${String(rest['lastId'])}`))['events']).toEqual([]);
  });
});

describe('the carrier’s page', () => {
  it('shows the journey and the answers, and its buttons work without a script', async () => {
    await post('/orders', { ...order, receiver: { name: '<b>Lê</b>' } });
    const response = await fetch(`${url}/orders/${waybill}/events`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ code: 'EMI' }),
    });
    expect(response.headers.get('location')).toBe(`/sim/courier?waybill=${waybill}`);
    await vi.waitFor(async () => {
      const page = await fetch(`${url}/?waybill=${waybill}`);
      const text = await page.text();
      expect(text).toContain('Phát thành công');
      expect(text).toContain('<span class="tag good">200</span>');
      expect(text).toContain('&lt;b&gt;Lê&lt;/b&gt;');
      expect(page.headers.get('content-security-policy')).toContain("script-src 'none'");
    });
  });
});
