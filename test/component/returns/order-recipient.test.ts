import { describe, expect, it } from 'vitest';
import { hours } from '#domain/time/instant.ts';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { doorMoneyKind } from '#functions/money/records.ts';
import { orderMessageKind, returnOrderKind, shipmentKind } from '#functions/returns/records.ts';
import { recordWrite } from '#ports/records.ts';
import { officer } from '#test/support/dossiers.ts';
import { anOrderDesk, askedOrder, brought, ordered } from '#test/support/return-orders.ts';
import { clerk, monday30, news, refusal, vnpost } from '#test/support/shipments.ts';
import { aDeskOver } from '#test/support/sms-desks.ts';

const received = { receiverName: 'Trần Văn Bảy', identityChecked: true };

const onItsWay = async () => {
  const desk = await anOrderDesk();
  desk.setTo(at('2026-11-21' as VietnamDay, 8 * 60));
  const sms = aDeskOver(desk);
  const id = await brought(desk);
  const shipped = await desk.ship(id);
  if (!shipped.ok) throw new Error(shipped.refusal.code);
  const { shipmentId } = shipped.value;
  desk.setTo(monday30);
  return {
    ...desk,
    sms,
    id,
    shipmentId,
    tells: (event: ReturnType<typeof news>) => desk.record({ actor: vnpost, shipmentId, event }),
    texts: async () => {
      await sms.tellOrders();
      return sms.calls.map(({ text }) => text);
    },
  };
};

describe('the recipient of a return order', () => {
  it('is told by SMS that it is on its way, waits, and was delivered: the code, and no procedure', async () => {
    const order = await onItsWay();
    await order.tells(news(24, 9, 'attempt-failed'));
    await order.tells(news(24, 12, 'held'));
    await order.tells(news(24, 13, 'held'));
    await order.tells(news(27, 9, 'delivered', { proof: received }));
    expect(await order.texts()).toEqual([
      'Buu dien: Ket qua ho so G22.99.01-261123-0042 dang duoc phat, so hieu EE473124829VN. Xin mang giay to tuy than.',
      'Buu dien: Chua giao duoc ket qua ho so G22.99.01-261123-0042. Moi ong/ba den nhan tai Buu dien Vi Thanh, mang giay to tuy than.',
      'Buu dien: Ket qua ho so G22.99.01-261123-0042 da duoc giao. Cam on ong/ba.',
    ]);
    expect(order.sms.calls.every(({ phone }) => phone === askedOrder.recipient.phone)).toBe(true);
  });

  it('is told that it went back', async () => {
    const order = await onItsWay();
    await order.tells(news(24, 9, 'returned-to-sender'));
    expect((await order.texts()).at(-1)).toContain('dang chuyen ve Buu dien Vi Thanh');
  });

  it('is told each thing once, whatever times the carrier tells and however often we look', async () => {
    const order = await onItsWay();
    for (const hour of [10, 9, 11])
      await order.tells(news(24, hour, 'delivered', { proof: received }));
    await order.texts();
    expect(await order.texts()).toHaveLength(2);
  });

  it('is told once also where the worker dies before it has noted it', async () => {
    const order = await onItsWay();
    const [waiting] = (await order.index.listed(orderMessageKind, 'waiting', { limit: 9 })).items;
    const before = await order.ledger.record(orderMessageKind, waiting ?? '');
    await order.texts();
    if (!before) throw new Error('nothing waits');
    const noted = await order.ledger.record(orderMessageKind, before.id);
    if (!noted) throw new Error('nothing was noted');
    const { passedOnAt: _, ...unnoted } = noted;
    const again = { ...unnoted, version: noted.version + 1 };
    await order.ledger.commit({
      records: [recordWrite(orderMessageKind, noted, again)],
    });
    expect(await order.texts()).toHaveLength(1);
  });

  it('sleeps: what happens at night is told in the morning', async () => {
    const order = await onItsWay();
    await order.texts();
    order.setTo(at('2026-11-30' as VietnamDay, 23 * 60));
    await order.tells(news(30, 22, 'delivered', { proof: received }));
    expect(await order.texts()).toHaveLength(1);
    order.advance(hours(9));
    await order.sms.release();
    expect(await order.texts()).toHaveLength(2);
  });

  it('is called where no SMS arrives, by the office that brings the parcel', async () => {
    const order = await onItsWay();
    await order.texts();
    order.advance(hours(73));
    await order.sms.listUnreached();
    expect((await order.sms.sms.calls('bd-vi-thanh', { limit: 9 })).items).toMatchObject([
      { template: 'dispatched', call: { reason: 'no-receipt' } },
    ]);
  });

  it('hears a waybill where the agency’s code is too long for a message', async () => {
    const desk = await anOrderDesk();
    desk.setTo(at('2026-11-30' as VietnamDay, 9 * 60));
    const sms = aDeskOver(desk);
    const made = await desk.order({ externalCode: 'G22.99.01-261123-0042-'.padEnd(60, '9') });
    if (!made.ok) throw new Error(made.refusal.code);
    await desk.pouches.bring(made.value.returnOrderId);
    await desk.ship(made.value.returnOrderId);
    await sms.tellOrders();
    expect(sms.calls[0]?.text).toContain('ho so EE473124829VN dang duoc phat');
  });
});

describe('a return order at the counter', () => {
  it('is handed to the recipient, and its parcel’s later news moves nothing', async () => {
    const order = await onItsWay();
    await order.tells(news(24, 8, 'out-for-delivery'));
    expect(await order.pickUp(order.id)).toEqual(refusal('result-under-way'));
    await order.tells(news(24, 9, 'attempt-failed'));
    const handed = await order.pickUp(order.id);
    if (!handed.ok) throw new Error(handed.refusal.code);
    expect(handed.value).toMatchObject({ state: 'delivered' });
    expect(await order.ledger.record(shipmentKind, order.shipmentId)).toMatchObject({
      pickedUp: handed.value.pickUpId,
    });
    await order.tells(news(25, 9, 'returned-to-sender'));
    expect(await order.ledger.record(returnOrderKind, order.id)).toMatchObject({
      state: 'delivered',
    });
    expect(await order.pickUp(order.id)).toEqual(refusal('step-not-allowed'));
    expect((await order.texts()).at(-1)).toContain('da duoc giao');
  });

  it('goes to whom the agency names as authorised, with that paper, and to no stranger', async () => {
    const desk = await anOrderDesk();
    const authorised = { name: 'Lê Văn Út', reference: 'GUQ 12/2026' };
    const made = await desk.order({ authorised });
    if (!made.ok) throw new Error(made.refusal.code);
    const id = made.value.returnOrderId;
    await desk.pouches.bring(id);
    const son = { receiverName: 'Lê Văn Út', identityChecked: true };
    const asked = { receiver: 'authorised', reference: 'GUQ 12/2026', proof: son } as const;
    expect(await desk.pickUp(id, { proof: son })).toEqual(refusal('receiver-not-authorised'));
    expect(await desk.pickUp(id, { ...asked, reference: 'GUQ 99' })).toEqual(
      refusal('authorisation-not-shown'),
    );
    const stranger = { ...clerk, office: 'bd-nga-bay' };
    expect(await desk.pickUp(id, { ...asked, actor: stranger })).toEqual(
      refusal('return-order-unknown'),
    );
    expect(await desk.pickUp(id, asked)).toMatchObject({ ok: true });
  });

  it('has its fees owed by the clerk who took them, for the agency that ordered', async () => {
    const desk = await anOrderDesk();
    const id = await brought(desk);
    await desk.pickUp(id);
    expect(await desk.ledger.record(doorMoneyKind, id)).toMatchObject({
      debtor: 'staff:lan',
      agency: 'ct-nnmt',
      collected: { fee: 100_000 },
    });
  });
});

describe('the money of an order that was handed over at the counter', () => {
  it('is the clerk’s to hand in, whatever the carrier says of the parcel later', async () => {
    const order = await onItsWay();
    await order.tells(news(24, 9, 'attempt-failed'));
    await order.pickUp(order.id);
    await order.tells(news(25, 9, 'returned-to-sender'));
    expect(await order.ledger.record(doorMoneyKind, order.shipmentId)).toMatchObject({
      debtor: 'staff:lan',
      collected: { fee: 100_000 },
      handedIn: { fee: 0 },
    });
  });
});

describe('many orders in one call', () => {
  const lines = Array.from({ length: 100 }, (_, n) => ({
    ...askedOrder,
    externalCode: `G22.99.01-261123-${String(n + 1).padStart(4, '0')}`,
  }));
  const idempotency = { scope: 'hoa', key: 'batch-1', requestHash: 'h' };

  it('are each answered; one that is refused holds no other back', async () => {
    const desk = await anOrderDesk();
    await ordered(desk);
    const nowhere = { ...askedOrder.recipient, address: 'Quận 1, TP Hồ Chí Minh' };
    const asked = lines.map((line, n) => (n === 6 ? { ...line, recipient: nowhere } : line));
    const answers = await desk.many({ actor: officer, idempotency, orders: asked });
    expect(answers).toHaveLength(100);
    const refused = answers.filter((answer) => !answer.ordered.ok);
    expect(refused).toMatchObject([
      { line: 7, ordered: { refusal: { code: 'return-office-unclear' } } },
      { line: 42, ordered: { refusal: { code: 'return-order-exists' } } },
    ]);
    const { items } = await desk.list(clerk, 'waiting', { limit: 100 });
    expect(items).toHaveLength(99);
  });

  it('sent again after a crash are the same orders, and the rest are made', async () => {
    const desk = await anOrderDesk();
    const half = lines.slice(0, 50);
    const first = await desk.many({ actor: officer, idempotency, orders: half });
    const again = await desk.many({ actor: officer, idempotency, orders: lines });
    expect(again.slice(0, 50)).toEqual(first);
    expect(again.every(({ ordered: each }) => each.ok)).toBe(true);
    expect((await desk.list(clerk, 'waiting', { limit: 200 })).items).toHaveLength(100);
  });

  it('of which one code stands twice with other words is refused the second time', async () => {
    const desk = await anOrderDesk();
    const [line] = lines;
    if (!line) throw new Error('no line');
    const other = { ...line, takeBack: [] };
    const answers = await desk.many({ actor: officer, idempotency, orders: [line, other] });
    expect(answers.map(({ ordered: each }) => each.ok).sort()).toEqual([false, true]);
  });
});
