import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeVnpostDesk } from '#functions/returns/adapters/vnpost-desk.ts';
import { makePollCarrier } from '#functions/returns/application/poll-carrier.ts';
import type { CourierDesk, ParcelOrder } from '#functions/returns/ports/courier-desk.ts';
import { courierSimulator } from '#local/outside/courier/courier-simulator.ts';
import { aParcel } from '#test/support/shipments.ts';

const account = { username: 'ct-hcc', password: 'agreed' };
let directory: string;
let server: FastifyInstance;
let url: string;
let now: number;
/** What the carrier was asked, in order. */
let calls: string[];

const start = async (): Promise<void> => {
  server = fastify();
  server.addHook('onRequest', async (request) => {
    if (!request.url.includes('/orders')) calls.push(request.url.replace(/^.*\/|\?.*$/g, ''));
  });
  await server.register(
    courierSimulator({
      directory,
      publicUrl: 'http://127.0.0.1:9',
      webhookSecret: () => 'secret',
      account: () => account,
      retryMs: [],
      clock: () => now,
    }),
    { prefix: '/sim/courier' },
  );
  url = `${await server.listen({ host: '127.0.0.1', port: 0 })}/sim/courier`;
};

const deskWith = (change: Partial<typeof account> = {}): CourierDesk =>
  makeVnpostDesk({
    baseUrl: url,
    customerCode: 'CT-HCC',
    account: async () => ({ ...account, ...change }),
  });

beforeEach(async () => {
  calls = [];
  now = Date.parse('2026-11-30T09:00:00+07:00');
  directory = mkdtempSync(join(tmpdir(), 'vnpost-'));
  await start();
});

afterEach(async () => {
  await server.close();
  rmSync(directory, { recursive: true, force: true });
});

const post = async (path: string, body: object) =>
  (
    await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  ).json() as Promise<Record<string, unknown>>;

const order: ParcelOrder = {
  waybill: 'EE473124829VN',
  orderNumber: 'H13.01-261123-0001',
  collect: { stateFeesVnd: 50_000, codVnd: 28_000 },
  sender: { name: 'Sở Nông nghiệp và Môi trường', phone: '', address: 'Bưu điện Vị Thanh' },
  receiver: { name: 'Nguyễn Thị Ánh', phone: '+84912345678', address: 'Ấp 3, xã Vị Tân' },
  takeBack: ['Giấy chứng nhận cũ'],
};

describe('an order at VNPost', () => {
  it('is accepted, and accepted again: 101 is success', async () => {
    const desk = deskWith();
    expect(await desk.announce(order)).toEqual({ outcome: 'accepted' });
    expect(await desk.announce(order)).toEqual({ outcome: 'accepted' });
    const read = await (await fetch(`${url}/orders/${order.waybill}`)).json();
    expect(read).toMatchObject({
      dossierCode: order.orderNumber,
      codAmount: 78_000,
      receiver: { name: 'Nguyễn Thị Ánh' },
      description: expect.stringContaining('phí, lệ phí 50000 đồng; thu hộ 28000 đồng'),
    });
  });

  it.each([
    ['a waybill that belongs to another dossier', { orderNumber: 'H13.01-261123-0002' }],
    ['a number that is no S10 number', { waybill: 'EM111111111VN' }],
  ])('with %s is refused', async (_, change) => {
    const desk = deskWith();
    await desk.announce(order);
    expect(await desk.announce({ ...order, ...change })).toEqual({
      outcome: 'refused',
      why: 'vnpost-99',
    });
  });

  it('is unknown, not refused, under a wrong account and where nobody answers', async () => {
    expect(await deskWith({ password: 'wrong' }).announce(order)).toMatchObject({
      outcome: 'unknown',
    });
    const desk = deskWith();
    await server.close();
    expect(await desk.announce(order)).toEqual({ outcome: 'unknown', why: 'no-answer' });
  });
});

describe('a token', () => {
  it('serves many requests, and is fetched anew once when it has expired', async () => {
    const desk = deskWith();
    await desk.announce(order);
    await desk.newsAfter(0);
    now += 31 * 60_000;
    await desk.newsAfter(0);
    expect(calls).toEqual([
      'GetAccessToken',
      'CreateOrder',
      'GetStatusHistory',
      'GetStatusHistory',
      'GetAccessToken',
      'GetStatusHistory',
    ]);
  });

  it('is needed: without one the API says nothing', async () => {
    expect((await fetch(`${url}/hcc/GetStatusHistory`)).status).toBe(401);
    expect((await fetch(`${url}/hcc/CreateOrder`, { method: 'POST' })).status).toBe(401);
  });
});

describe('the history', () => {
  it('comes in pages after the last id, in Vietnam time, in our words', async () => {
    const desk = deskWith();
    await desk.announce(order);
    await post(`/orders/${order.waybill}/events`, {
      code: 'EMH',
      note: 'Người nhận vắng nhà',
      occurredAt: '2026-11-24T02:30:00Z',
      quiet: true,
    });
    expect(await desk.newsAfter(0)).toEqual({
      lastId: 1,
      news: [
        {
          waybill: order.waybill,
          event: {
            id: 'vnpost:history-1',
            kind: 'attempt-failed',
            rawCode: 'EMH',
            occurredAt: Date.parse('2026-11-24T09:30:00+07:00'),
            place: 'Bưu cục Vị Thanh',
            attemptReason: 'Người nhận vắng nhà',
          },
        },
      ],
    });
    expect(await desk.newsAfter(1)).toEqual({ news: [], lastId: 1 });
  });

  /** A parcel of ours at the simulated carrier, whose story is in the history alone. */
  const played = async (story: object) => {
    const parcel = await aParcel();
    const desk = deskWith();
    await desk.announce({ ...order, waybill: parcel.waybill });
    await post(`/orders/${parcel.waybill}/play`, { quiet: true, ...story });
    await makePollCarrier({ ...parcel, desk })();
    return parcel;
  };

  it.each([
    ['as it was', {}],
    ['out of order', { disorder: true }],
    ['twice, out of order', { disorder: true, duplicates: true }],
    ['without the stops in between', { missing: 'EMA,EMC,EMF,EMG,EDG' }],
    ['with a code that nobody knows', { unknown: true, disorder: true }],
  ])('told %s ends in the same state', async (_, disorder) => {
    const parcel = await played({ story: 'refused', ...disorder });
    expect(await parcel.dossier()).toMatchObject({
      status: 'decided',
      delivery: { returnedAt: now },
    });
    expect(await parcel.facts()).toEqual(['result-dispatched', 'result-returned-to-agency']);
  });

  it('names no receiver, so that a delivery waits for its proof', async () => {
    const parcel = await played({ story: 'delivered' });
    expect(await parcel.dossier()).toMatchObject({ status: 'decided' });
  });
});
