import { beforeAll, describe, expect, it } from 'vitest';
import { bringOrders, bringResult } from '#local/play/bring-result.ts';
import { eventually } from '#test/support/eventually.ts';
import { accepted, decided, dispatched, type Staff, staff } from '#test/support/journeys.ts';
import { type Person, raw, simulators } from '#test/support/people.ts';

let who: Staff;

beforeAll(async () => {
  who = await staff();
});

const shipment = (shipmentId: string) =>
  who.courier.call('GET /v1/shipments/{shipmentId}', { params: { shipmentId } });

const readDossier = (dossierId: string) =>
  who.clerk.call('GET /v1/dossiers/{dossierId}', { params: { dossierId } });

const taken = {
  receiver: 'self',
  receiverName: 'Nguyễn Thị Ánh',
  identityChecked: true,
  signatureSha256: 'a'.repeat(64),
} as const;

const pickUp = 'POST /v1/dossiers/{dossierId}/pick-up';

/** Decided, and brought to the counter in a pouch. */
const atCounter = async () => {
  const dossier = await decided(who.clerk, who.officer);
  await bringResult(who, dossier.dossierId);
  return dossier;
};

describe('a result at the counter', () => {
  it('is not handed over while the agency has it', async () => {
    const { dossierId } = await decided(who.clerk, who.officer);
    const { code } = await who.clerk.refused(409, pickUp, { params: { dossierId }, body: taken });
    expect(code).toBe('papers-elsewhere');
  });

  it('is handed over once, and the same key gets the same answer', async () => {
    const { dossierId } = await atCounter();
    const params = { dossierId };
    const handOver = { params, body: taken, key: `pick-up-${dossierId}` };
    const first = await who.clerk.call(pickUp, handOver);
    expect(first.status).toBe('returned');
    expect(await who.clerk.call(pickUp, handOver)).toEqual(first);
    await who.clerk.refused(409, pickUp, { params, body: taken });
    expect(await readDossier(dossierId)).toMatchObject({ status: 'returned', nationalStatus: 10 });
  });

  it.each([
    ['without a look at a document', { identityChecked: false }, 400],
    ['without signature or photo', { signatureSha256: undefined }, 400],
    ['to somebody else', { receiverName: 'Lê Văn Út' }, 422],
    ['on a paper that is not on record', { receiver: 'authorised', reference: 'GUQ 1' }, 422],
  ])('is not handed over %s', async (_, change, status) => {
    const { dossierId } = await atCounter();
    const { token } = who.clerk;
    const body = { ...taken, ...change };
    const answer = await raw('POST', `/v1/dossiers/${dossierId}/pick-up`, { token, body });
    expect(answer.status).toBe(status);
  });

  it('is not there before the department has decided, nor for another post office', async () => {
    const { dossierId } = await accepted(who.clerk);
    const early = { params: { dossierId }, body: taken };
    await who.clerk.refused(409, pickUp, early);
    await who.otherClerk.refused(404, pickUp, early);
  });

  it('goes to an authorised recipient who was put on record before', async () => {
    const { dossierId } = await atCounter();
    const params = { dossierId };
    const reference = 'GUQ 12/2026';
    await who.clerk.call('POST /v1/dossiers/{dossierId}/authorised-recipient', {
      params,
      body: { name: 'Lê Văn Út', personalNumber: '093090001234', reference },
    });
    await who.clerk.call(pickUp, {
      params,
      body: { ...taken, receiver: 'authorised', receiverName: 'Lê Văn Út', reference },
    });
    const history = await who.clerk.call('GET /v1/dossiers/{dossierId}/history', { params });
    expect(JSON.stringify(history)).not.toMatch(/Lê Văn Út|093090001234/);
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
    papers: [{ name: 'Giấy chứng nhận', copyKind: 'original' as const, count: 1 }],
    takeBack: ['Giấy chứng nhận cũ'],
    collectOnDelivery: { stateFeesVnd: 100_000, codVnd: 28_000 },
  };
};

const ordered = async () => {
  const asked = orderBody();
  const { returnOrderId, office } = await who.officer.call('POST /v1/return-orders', {
    body: asked,
  });
  return { ...asked, returnOrderId, office };
};

/** Ordered, and brought to the post office in a pouch. */
const brought = async () => {
  const order = await ordered();
  await bringOrders(who, [order.returnOrderId]);
  return order;
};

const readOrder = 'GET /v1/return-orders/{returnOrderId}';
const ship = 'POST /v1/return-orders/{returnOrderId}/shipments';
const report = 'POST /v1/shipments/{shipmentId}/events';

describe('a result of a dossier that was filed elsewhere', () => {
  it('comes to the post office of the recipient’s place, and to nobody else', async () => {
    const { returnOrderId, office, externalCode } = await ordered();
    expect(office).toBe('bd-vi-thanh');
    const listed = async (reader: Person) =>
      (await reader.call('GET /v1/return-orders', { query: { limit: 100 } })).items;
    const line = expect.objectContaining({ returnOrderId, externalCode });
    await eventually(async () => ((await listed(who.clerk)).length > 0 ? true : undefined));
    expect(await listed(who.clerk)).toContainEqual(line);
    expect(await listed(who.officer)).toContainEqual(line);
    expect(await listed(who.otherClerk)).not.toContainEqual(line);
    expect(await listed(who.otherOfficer)).not.toContainEqual(line);
    const params = { returnOrderId };
    const { recipient } = await who.officer.call(readOrder, { params });
    expect(recipient.name).toBe('Trần Văn Bảy');
    for (const stranger of [who.otherClerk, who.otherOfficer])
      await stranger.refused(404, readOrder, { params });
  });

  it('is the agency’s until two have signed for it, and the pouch lists it', async () => {
    const { returnOrderId, externalCode } = await ordered();
    const params = { returnOrderId };
    const early = await who.clerk.refused(409, ship, { params, body: { carrier: 'vnpost' } });
    expect(early.code).toBe('papers-elsewhere');
    expect((await who.officer.call(readOrder, { params })).holder.kind).toBe('agency');
    const pouchId = await bringOrders(who, [returnOrderId]);
    const pouch = await who.clerk.call('GET /v1/pouches/{pouchId}', { params: { pouchId } });
    expect(pouch.orders).toMatchObject([
      { returnOrderId, number: externalCode, counted: { verdict: 'complete', isTaken: true } },
    ]);
    const record = await raw('GET', `/v1/pouches/${pouchId}/record.pdf`, {
      token: who.clerk.token,
    });
    expect(record.status).toBe(200);
    expect((await who.officer.call(readOrder, { params })).holder).toEqual({
      kind: 'office',
      id: 'bd-vi-thanh',
    });
  });

  it('is ordered once, and shipped once', async () => {
    const { returnOrderId, externalCode } = await brought();
    const twice = await who.officer.refused(409, 'POST /v1/return-orders', {
      body: { ...orderBody(), externalCode },
    });
    expect(twice.code).toBe('return-order-exists');
    const parcel = { params: { returnOrderId }, body: { carrier: 'vnpost' } };
    await who.otherClerk.refused(404, ship, parcel);
    await who.clerk.call(ship, parcel);
    await who.clerk.refused(409, ship, parcel);
  });

  it('is brought by our courier, who says what was collected', async () => {
    const { returnOrderId, collectOnDelivery } = await brought();
    const order = { params: { returnOrderId } };
    const { shipmentId } = await who.clerk.call(ship, { ...order, body: { carrier: 'vnpost' } });
    const params = { shipmentId };
    const label = await who.clerk.call('GET /v1/shipments/{shipmentId}/label.pdf', { params });
    expect(Buffer.from(label).subarray(0, 5).toString()).toBe('%PDF-');
    const delivered = {
      code: 'EMI',
      occurredAt: new Date(Date.now() - 60_000).toISOString(),
      proof: { receiverName: 'Trần Văn Bảy', identityChecked: true },
    };
    await who.courier.refused(422, report, { params, body: delivered });
    const paid = { ...delivered, collected: collectOnDelivery };
    const unsaid = await who.courier.refused(422, report, { params, body: paid });
    expect(unsaid.code).toBe('old-papers-unstated');
    const said = await who.courier.call(report, {
      params,
      body: { ...paid, takeBack: [{ paper: 'Giấy chứng nhận cũ', outcome: 'taken' }] },
    });
    expect(said.state).toBe('delivered');
    expect((await who.officer.call(readOrder, order)).state).toBe('delivered');
    const received = await who.officer.call(
      'POST /v1/return-orders/{returnOrderId}/old-papers/received',
      { ...order, body: { papers: ['Giấy chứng nhận cũ'] } },
    );
    expect(received).toMatchObject({ lines: [{ outcome: 'taken' }] });
    expect((await who.clerk.call(readOrder, order)).oldPapers).toEqual(received);
    expect((await shipment(shipmentId)).anomalies).toEqual(['no-posting']);
  });
});

describe('the carrier', () => {
  it('is told of a dossier’s parcel, and its word without proof closes nothing', async () => {
    const { shipmentId, waybill, dossierId } = await dispatched(who.clerk, who.officer);
    await eventually(async () =>
      (await shipment(shipmentId)).announcement === 'accepted' ? true : undefined,
    );
    const unproved = { code: 'EMI', proof: { identityChecked: false } };
    await simulators().post(`/sim/courier/orders/${waybill}/events`, unproved, 202);
    const seen = await eventually(async () => {
      const now = await shipment(shipmentId);
      return now.state === 'delivered' ? now : undefined;
    });
    expect(seen.anomalies).toContain('delivered-without-proof');
    expect((await readDossier(dossierId)).status).toBe('decided');
  });

  it('is told of return orders when it is its turn, and asked for its news', async () => {
    const { returnOrderId } = await brought();
    const shipped = await who.clerk.call(ship, {
      params: { returnOrderId },
      body: { carrier: 'vnpost' },
    });
    const parcel = await dispatched(who.clerk, who.officer);
    await eventually(() =>
      simulators()
        .get(`/sim/courier/orders/${parcel.waybill}`)
        .catch(() => undefined),
    );
    const play = { story: 'refused', quiet: true, disorder: true, duplicates: true, unknown: true };
    await simulators().post(`/sim/courier/orders/${parcel.waybill}/play`, play, 202);
    const polled = await eventually(async () => {
      await simulators().post('/sim/schedules/PollCarrier/run', {});
      const [told, news] = await Promise.all([
        shipment(shipped.shipmentId),
        shipment(parcel.shipmentId),
      ]);
      const isDone = told.announcement === 'accepted' && news.state === 'returned-to-sender';
      return isDone ? news : undefined;
    }, 130_000);
    // TT 17/2017: one visit and the same day is a breach, and it shows.
    expect(polled.anomalies).toEqual(['returned-too-early', 'unknown-code']);
  }, 150_000);
});
