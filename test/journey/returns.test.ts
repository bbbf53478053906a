import { beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '#test/support/eventually.ts';
import { accepted, decided, dispatched, staff } from '#test/support/journeys.ts';
import { call, stackUrl } from '#test/support/people.ts';

let who: Awaited<ReturnType<typeof staff>>;

beforeAll(async () => {
  who = await staff();
});

interface Shipment {
  readonly state: string;
  readonly announcement: string;
  readonly anomalies: readonly string[];
}

const shipment = async (shipmentId: string): Promise<Shipment> =>
  (await who.courier.get<Shipment & Record<string, unknown>>(`/v1/shipments/${shipmentId}`)).body;

const pdfOf = async (path: string): Promise<string> => {
  const response = await fetch(`${stackUrl()}${path}`, {
    headers: { authorization: `Bearer ${who.clerk.token}` },
  });
  return Buffer.from(await response.arrayBuffer())
    .subarray(0, 5)
    .toString();
};

const taken = {
  receiver: 'self',
  receiverName: 'NGUYEN THI ANH',
  identityChecked: true,
  signatureSha256: 'a'.repeat(64),
};

describe('a result at the counter', () => {
  it('is handed over once, and the same key gets the same answer', async () => {
    const { dossierId } = await decided(who.clerk, who.officer);
    const path = `/v1/dossiers/${dossierId}/pick-up`;
    const key = `pick-up-${dossierId}`;
    const first = await who.clerk.post(path, taken, { key });
    expect(first).toMatchObject({ status: 200, body: { status: 'returned' } });
    expect((await who.clerk.post(path, taken, { key })).body).toEqual(first.body);
    expect((await who.clerk.post(path, taken)).status).toBe(409);
    const { body } = await who.clerk.get(`/v1/dossiers/${dossierId}`);
    expect(body).toMatchObject({ status: 'returned', nationalStatus: 10 });
  });

  it.each([
    ['without a look at a document', { identityChecked: false }, 400],
    ['without signature or photo', { signatureSha256: undefined }, 400],
    ['to somebody else', { receiverName: 'Lê Văn Út' }, 422],
    ['on a paper that is not on record', { receiver: 'authorised', reference: 'GUQ 1' }, 422],
  ])('is not handed over %s', async (_, change, status) => {
    const { dossierId } = await decided(who.clerk, who.officer);
    const answer = await who.clerk.post(`/v1/dossiers/${dossierId}/pick-up`, {
      ...taken,
      ...change,
    });
    expect(answer.status).toBe(status);
  });

  it('is not there before the department has decided, nor for another post office', async () => {
    const { dossierId } = await accepted(who.clerk);
    const path = `/v1/dossiers/${dossierId}/pick-up`;
    expect((await who.clerk.post(path, taken)).status).toBe(409);
    expect((await who.otherClerk.post(path, taken)).status).toBe(404);
  });

  it('goes to an authorised recipient who was put on record before', async () => {
    const { dossierId } = await decided(who.clerk, who.officer);
    const reference = 'GUQ 12/2026';
    const put = await who.clerk.post(`/v1/dossiers/${dossierId}/authorised-recipient`, {
      name: 'Lê Văn Út',
      personalNumber: '093090001234',
      reference,
    });
    expect(put.status).toBe(201);
    const handed = await who.clerk.post(`/v1/dossiers/${dossierId}/pick-up`, {
      ...taken,
      receiver: 'authorised',
      receiverName: 'Lê Văn Út',
      reference,
    });
    expect(handed.status).toBe(200);
    const { body } = await who.clerk.get(`/v1/dossiers/${dossierId}/history`);
    expect(JSON.stringify(body)).not.toMatch(/Lê Văn Út|093090001234/);
  });
});

let serial = Date.now() % 1_000_000;

/** A code of another system, another one each time. */
const orderBody = () => {
  serial += 1;
  return {
    externalCode: `G22.99.01-261123-${serial}`,
    recipient: {
      name: 'Trần Văn Bảy',
      phone: '0939 123 456',
      address: 'Ấp 2, phường Vị Thanh, thành phố Cần Thơ',
    },
    papers: [{ name: 'Giấy chứng nhận', copyKind: 'original', count: 1 }],
    takeBack: ['Giấy chứng nhận cũ'],
    collectOnDelivery: { stateFeesVnd: 100_000, codVnd: 28_000 },
  };
};

const ordered = async () => {
  const asked = orderBody();
  const answer = await who.officer.post<{ returnOrderId: string; office: string }>(
    '/v1/return-orders',
    asked,
  );
  expect(answer.status).toBe(201);
  return { ...asked, ...answer.body };
};

describe('a result of a dossier that was filed elsewhere', () => {
  it('comes to the post office of the recipient’s place, and to nobody else', async () => {
    const { returnOrderId, office, externalCode } = await ordered();
    expect(office).toBe('bd-vi-thanh');
    const listed = async (reader: typeof who.clerk) =>
      (await reader.get<{ items: object[] }>('/v1/return-orders?limit=100')).body.items;
    const line = expect.objectContaining({ returnOrderId, externalCode });
    await eventually(async () => ((await listed(who.clerk)).length > 0 ? true : undefined));
    expect(await listed(who.clerk)).toContainEqual(line);
    expect(await listed(who.officer)).toContainEqual(line);
    expect(await listed(who.otherClerk)).not.toContainEqual(line);
    expect(await listed(who.otherOfficer)).not.toContainEqual(line);
    const path = `/v1/return-orders/${returnOrderId}`;
    expect((await who.officer.get(path)).body).toMatchObject({
      recipient: { name: 'Trần Văn Bảy' },
    });
    for (const stranger of [who.otherClerk, who.otherOfficer])
      expect((await stranger.get(path)).status).toBe(404);
  });

  it('is ordered once, and shipped once', async () => {
    const { returnOrderId, externalCode } = await ordered();
    const twice = await who.officer.post('/v1/return-orders', { ...orderBody(), externalCode });
    expect([twice.status, twice.body['code']]).toEqual([409, 'return-order-exists']);
    const path = `/v1/return-orders/${returnOrderId}/shipments`;
    expect((await who.otherClerk.post(path, { carrier: 'vnpost' })).status).toBe(404);
    expect((await who.clerk.post(path, { carrier: 'vnpost' })).status).toBe(201);
    expect((await who.clerk.post(path, { carrier: 'vnpost' })).status).toBe(409);
  });

  it('is brought by our courier, who says what was collected', async () => {
    const { returnOrderId, collectOnDelivery } = await ordered();
    const shipped = await who.clerk.post<{ shipmentId: string }>(
      `/v1/return-orders/${returnOrderId}/shipments`,
      { carrier: 'vnpost' },
    );
    const { shipmentId } = shipped.body;
    expect(await pdfOf(`/v1/shipments/${shipmentId}/label.pdf`)).toBe('%PDF-');
    const delivered = {
      code: 'EMI',
      occurredAt: new Date(Date.now() - 60_000).toISOString(),
      proof: { receiverName: 'Trần Văn Bảy', identityChecked: true },
    };
    const path = `/v1/shipments/${shipmentId}/events`;
    expect((await who.courier.post(path, delivered)).status).toBe(422);
    const paid = { ...delivered, collected: collectOnDelivery };
    const unsaid = await who.courier.post(path, paid);
    expect([unsaid.status, unsaid.body['code']]).toEqual([422, 'old-papers-unstated']);
    const takeBack = [{ paper: 'Giấy chứng nhận cũ', outcome: 'taken' }];
    const said = await who.courier.post(path, { ...paid, takeBack });
    expect(said.body).toMatchObject({ state: 'delivered' });
    const order = await who.officer.get(`/v1/return-orders/${returnOrderId}`);
    expect(order.body).toMatchObject({ state: 'delivered' });
    const papers = `/v1/return-orders/${returnOrderId}/old-papers`;
    const received = await who.officer.post(`${papers}/received`, {
      papers: ['Giấy chứng nhận cũ'],
    });
    expect(received.body).toMatchObject({ lines: [{ outcome: 'taken' }] });
    expect((await shipment(shipmentId)).anomalies).toEqual(['no-posting']);
  });
});

describe('the carrier', () => {
  it('is told of a dossier’s parcel, and its word without proof closes nothing', async () => {
    const { shipmentId, waybill, dossierId } = await dispatched(who.clerk, who.officer);
    await eventually(async () =>
      (await shipment(shipmentId ?? '')).announcement === 'accepted' ? true : undefined,
    );
    await call('POST', `/sim/courier/orders/${waybill}/events`, {
      code: 'EMI',
      proof: { identityChecked: false },
    });
    const seen = await eventually(async () => {
      const now = await shipment(shipmentId ?? '');
      return now.state === 'delivered' ? now : undefined;
    });
    expect(seen.anomalies).toContain('delivered-without-proof');
    const { body } = await who.clerk.get(`/v1/dossiers/${dossierId}`);
    expect(body).toMatchObject({ status: 'decided' });
  });

  it('is told of return orders each minute, and asked for its news', async () => {
    const { returnOrderId } = await ordered();
    const shipped = await who.clerk.post<{ shipmentId: string }>(
      `/v1/return-orders/${returnOrderId}/shipments`,
      { carrier: 'vnpost' },
    );
    const parcel = await dispatched(who.clerk, who.officer);
    await eventually(async () => {
      const { status } = await call('GET', `/sim/courier/orders/${parcel.waybill}`);
      return status === 200 ? true : undefined;
    });
    await call('POST', `/sim/courier/orders/${parcel.waybill}/play`, {
      story: 'refused',
      quiet: true,
      disorder: true,
      duplicates: true,
      unknown: true,
    });
    const polled = await eventually(async () => {
      const [told, news] = await Promise.all([
        shipment(shipped.body.shipmentId),
        shipment(parcel.shipmentId ?? ''),
      ]);
      const isDone = told.announcement === 'accepted' && news.state === 'returned-to-sender';
      return isDone ? news : undefined;
    }, 130_000);
    // TT 17/2017: one visit and the same day is a breach, and it shows.
    expect(polled.anomalies).toEqual(['returned-too-early', 'unknown-code']);
  }, 150_000);
});
