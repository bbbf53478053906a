import { describe, expect, it } from 'vitest';
import { pouchLimit } from '#domain/handover/pouch.ts';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { makeCorrectOrder } from '#functions/returns/application/correct-order.ts';
import { returnOrderKind, waybillCaseKind } from '#functions/returns/records.ts';
import { pouchKind } from '#ports/kernel-records.ts';
import { recordWrite } from '#ports/records.ts';
import { officer } from '#test/support/dossiers.ts';
import { anOrderDesk, askedOrder, brought, ordered } from '#test/support/return-orders.ts';
import { clerk, monday30, mustBe, news, proof, refusal, vnpost } from '#test/support/shipments.ts';

const office = { kind: 'office', id: 'bd-vi-thanh' } as const;
const agency = { kind: 'agency', id: 'ct-nnmt' } as const;
const citizen = { kind: 'citizen' } as const;
const stranger = { ...officer, agency: 'ct-tp' };

const aDesk = async () => {
  const desk = await anOrderDesk();
  const work = makeCorrectOrder(desk.deps);
  const { externalCode: _, ...rest } = askedOrder;
  const by = (returnOrderId: ReturnOrderId) => ({
    actor: officer,
    idempotency: undefined,
    returnOrderId,
    reason: 'Công dân tự đến nhận',
  });
  const sent = async (id: ReturnOrderId) => {
    const parcel = desk.pouches.value(await desk.ship(id));
    desk.setTo(monday30);
    return (event: ReturnType<typeof news>) =>
      desk.record({ actor: vnpost, shipmentId: parcel.shipmentId, event });
  };
  const takenIn = async (id: ReturnOrderId) => {
    const { shipments } = await mustBe(desk.ledger.record(returnOrderKind, id));
    const shipmentId = shipments.at(-1) as ShipmentId;
    return desk.takeIn({ actor: clerk, idempotency: undefined, shipmentId });
  };
  return {
    ...desk,
    takenIn,
    work,
    by,
    sent,
    terms: { ...rest, office: office.id },
    orderOf: (id: ReturnOrderId) => mustBe(desk.ledger.record(returnOrderKind, id)),
  };
};

describe('the result of a return order in a pouch', () => {
  it('is the agency’s until two have signed for it at the post office, which then may send it', async () => {
    const desk = await aDesk();
    const { pouches } = desk;
    const id = await ordered(desk);
    for (const early of [await desk.ship(id), await desk.pickUp(id)])
      expect(early).toEqual(refusal('papers-elsewhere'));
    const packed = pouches.value(await pouches.pack(await pouches.open(), id));
    expect(packed.orders).toEqual([
      { returnOrderId: id, number: askedOrder.externalCode, papers: askedOrder.papers },
    ]);
    for (const early of [await desk.ship(id), await desk.pickUp(id)])
      expect(early).toEqual(refusal('papers-packed'));
    expect(await desk.orderOf(id)).toMatchObject({ holder: agency, pouch: packed.id });
    expect(await pouches.carried(packed)).toMatchObject({ isUnbalanced: false });
    const there = await desk.orderOf(id);
    expect(there.holder).toEqual(office);
    expect(there).not.toHaveProperty('pouch');
    expect(await desk.ship(id)).toMatchObject({ ok: true });
    expect((await desk.orderOf(id)).holder.kind).toBe('carrier');
  });

  it('changes hands once, however often the count is settled', async () => {
    const desk = await aDesk();
    const { pouches } = desk;
    const id = await ordered(desk);
    const { pouch } = await pouches.bring(id);
    const { version } = await desk.orderOf(id);
    expect(await pouches.settle(pouch.id)).toMatchObject({ value: { isUnbalanced: false } });
    // As left by a run that wrote the order and died before it closed the pouch.
    const { settledAt: _, ...signed } = pouch;
    const left = { ...signed, version: pouch.version + 1 };
    await desk.ledger.commit({ records: [recordWrite(pouchKind, pouch, left)] });
    expect(await pouches.settle(pouch.id)).toMatchObject({ ok: true });
    expect(await desk.orderOf(id)).toMatchObject({ version, holder: office });
  });

  it('is lost where it is not there: somebody must look, and its agency makes it anew', async () => {
    const desk = await aDesk();
    const id = await ordered(desk);
    const settled = await desk.pouches.bring(id, { verdict: 'missing', isTaken: true });
    expect(settled.isUnbalanced).toBe(true);
    expect(await desk.orderOf(id)).toMatchObject({
      state: 'lost',
      holder: { kind: 'missing', id: settled.pouch.id },
    });
    expect(await desk.ship(id)).toEqual(refusal('step-not-allowed'));
    expect(await desk.work.reissue(desk.by(id))).toMatchObject({ value: { state: 'waiting' } });
    expect((await desk.orderOf(id)).holder).toEqual(agency);
    await desk.pouches.bring(id);
    expect(await desk.ship(id)).toMatchObject({ ok: true });
  });

  it('stays with the agency where the office does not take it, and goes into the next pouch', async () => {
    const desk = await aDesk();
    const id = await ordered(desk);
    const torn = { verdict: 'damaged', isTaken: false, remark: 'Rách một góc' } as const;
    expect(await desk.pouches.bring(id, torn)).toMatchObject({ isUnbalanced: true });
    expect(await desk.orderOf(id)).toMatchObject({ state: 'waiting', holder: agency });
    await desk.pouches.bring(id);
    expect((await desk.orderOf(id)).holder).toEqual(office);
  });

  it('is in one pouch at most, and comes out of an open one again', async () => {
    const desk = await aDesk();
    const { pouches } = desk;
    const id = await ordered(desk);
    const [one, other] = [await pouches.open(), await pouches.open()];
    const packed = pouches.value(await pouches.pack(one, id));
    expect(await pouches.pack(other, id)).toEqual(refusal('papers-packed'));
    const second = await desk.order({ externalCode: 'G22.99.01-261123-0043' });
    const both = await pouches.pack(packed, pouches.value(second).returnOrderId);
    expect(both).toMatchObject({ value: { orders: [{ returnOrderId: id }, {}] } });
    await pouches.unpack(packed, pouches.value(second).returnOrderId);
    expect(await pouches.unpack(other, id)).toEqual(refusal('return-order-unknown'));
    expect(await pouches.unpack(packed, id, stranger)).toEqual(refusal('pouch-unknown'));
    expect(await pouches.unpack(packed, id, clerk)).toEqual(refusal('pouch-unknown'));
    expect(await pouches.unpack(packed, id)).toMatchObject({ value: { orders: [] } });
    const again = pouches.value(await pouches.pack(other, id));
    await pouches.taken(again);
    expect(await pouches.unpack(again, id)).toEqual(refusal('pouch-state'));
  });

  it('goes to no other post office, by nobody but its agency, and by the list of a pouch alone', async () => {
    const desk = await aDesk();
    const { pouches } = desk;
    const id = await ordered(desk);
    const elsewhere = await pouches.open({ kind: 'office', id: 'bd-nga-bay' });
    expect(await pouches.pack(elsewhere, id)).toEqual(refusal('pouch-wrong-way'));
    const pouch = await pouches.open();
    expect(await pouches.pack(pouch, id, clerk)).toEqual(refusal('pouch-unknown'));
    expect(await pouches.pack(pouch, desk.dossierId as never)).toEqual(
      refusal('return-order-unknown'),
    );
    // Of another agency: what it ordered is nobody's to see here.
    const theirs = await desk.order({ actor: stranger });
    expect(await pouches.pack(pouch, pouches.value(theirs).returnOrderId)).toEqual(
      refusal('return-order-unknown'),
    );
    expect(await pouches.pack(await pouches.open(agency), id)).toEqual(refusal('papers-elsewhere'));
  });

  it('counts among the lines of a full pouch', async () => {
    const desk = await aDesk();
    const { pouches } = desk;
    const id = await ordered(desk);
    const open = await pouches.open();
    const line = { returnOrderId: id, number: 'H1', papers: [] };
    const full = { ...open, version: open.version + 1, orders: Array(pouchLimit).fill(line) };
    await desk.ledger.commit({ records: [recordWrite(pouchKind, open, full)] });
    expect(await pouches.pack(full, id)).toEqual(refusal('pouch-full'));
  });

  it('gets its one verdict: what is missing is not sent back, what is sent back has a reason', async () => {
    const desk = await aDesk();
    const { pouches } = desk;
    const id = await ordered(desk);
    const packed = pouches.value(await pouches.pack(await pouches.open(), id));
    const under = await pouches.taken(packed);
    const line = { returnOrderId: id, verdict: 'complete', isTaken: true } as const;
    for (const lines of [[], [line, line], [{ ...line, returnOrderId: packed.id as never }]])
      expect(await pouches.count(under, lines)).toEqual(refusal('count-incomplete'));
    const odd = [
      { verdict: 'wrong-department', isTaken: true },
      { verdict: 'damaged', isTaken: false },
      { verdict: 'missing', isTaken: false, remark: 'Không có' },
    ] as const;
    for (const verdict of odd)
      expect(await pouches.count(under, [{ ...line, ...verdict }])).toEqual(
        refusal('count-incoherent'),
      );
    expect(await pouches.count(under, [line])).toMatchObject({ ok: true });
  });
});

describe('a return order whose result lies at the post office', () => {
  it('is withdrawn there, and comes back to its agency in a pouch', async () => {
    const desk = await aDesk();
    const id = await brought(desk);
    await desk.work.withdraw(desk.by(id));
    expect(await desk.orderOf(id)).toMatchObject({ state: 'withdrawn', holder: office });
    await desk.pouches.bringBack(id);
    expect(await desk.orderOf(id)).toMatchObject({ state: 'withdrawn', holder: agency });
    // To whom it is withdrawn it is not sent again, before the order stands again.
    expect(await desk.pouches.pack(await desk.pouches.open(), id)).toEqual(
      refusal('step-not-allowed'),
    );
    const terms = { ...desk.terms, office: 'bd-nga-bay' };
    expect(await desk.work.correct({ ...desk.by(id), terms })).toMatchObject({
      value: { state: 'waiting' },
    });
  });

  it('lost on its way back is made anew where the order is to stand again', async () => {
    const desk = await aDesk();
    const id = await brought(desk);
    await desk.work.withdraw(desk.by(id));
    await desk.pouches.bringBack(id, { verdict: 'missing', isTaken: true });
    expect(await desk.work.withdraw(desk.by(id))).toMatchObject({ value: { state: 'withdrawn' } });
    expect(await desk.work.correct({ ...desk.by(id), terms: desk.terms })).toMatchObject({
      value: { state: 'lost' },
    });
    expect(await desk.work.reissue(desk.by(id))).toMatchObject({ value: { state: 'waiting' } });
  });

  it('is not given to another office, nor said to be other papers, before it is back', async () => {
    const desk = await aDesk();
    const id = await ordered(desk);
    const correct = (change: object) =>
      desk.work.correct({ ...desk.by(id), terms: { ...desk.terms, ...change } });
    const moving = { office: 'bd-nga-bay' };
    const papers = [{ ...askedOrder.papers[0], count: 2 }];
    const packed = desk.pouches.value(await desk.pouches.pack(await desk.pouches.open(), id));
    for (const change of [moving, { papers }])
      expect(await correct(change)).toEqual(refusal('papers-packed'));
    await desk.pouches.carried(packed);
    for (const change of [moving, { papers }])
      expect(await correct(change)).toEqual(refusal('papers-elsewhere'));
    const recipient = { ...askedOrder.recipient, address: 'Ấp 4, phường Vị Thanh' };
    expect(await correct({ recipient })).toMatchObject({ ok: true });
    await desk.pouches.bringBack(id);
    expect(await correct({ papers })).toMatchObject({ ok: true });
    expect(await correct(moving)).toMatchObject({ ok: true });
  });

  it('is at the office when it took its parcel in again, to be sent again, fetched, or taken to the agency', async () => {
    const desk = await aDesk();
    const id = await brought(desk);
    const tells = await desk.sent(id);
    await tells(news(26, 9, 'returned-to-sender'));
    // So its carrier says, who has it until somebody at the counter does.
    expect(await desk.orderOf(id)).toMatchObject({
      state: 'returned-to-agency',
      holder: { kind: 'carrier' },
    });
    const home = await desk.pouches.open(agency);
    expect(await desk.pouches.pack(home, id)).toEqual(refusal('papers-elsewhere'));
    expect(await desk.pickUp(id)).toEqual(refusal('result-under-way'));
    expect(await desk.takenIn(id)).toMatchObject({ ok: true });
    expect(await desk.orderOf(id)).toMatchObject({ state: 'returned-to-agency', holder: office });
    expect(await desk.takenIn(id)).toEqual(refusal('papers-elsewhere'));
    const packed = desk.pouches.value(await desk.pouches.pack(home, id));
    expect(await desk.pickUp(id)).toEqual(refusal('papers-packed'));
    await desk.pouches.carried(packed);
    expect((await desk.orderOf(id)).holder).toEqual(agency);
    expect(await desk.pickUp(id)).toEqual(refusal('papers-elsewhere'));
    await desk.pouches.bring(id);
    expect(await desk.pickUp(id)).toMatchObject({ ok: true });
    expect((await desk.orderOf(id)).holder).toEqual(citizen);
  });

  it('is not delivered by a carrier’s late word once two have signed that it is elsewhere', async () => {
    const desk = await aDesk();
    const id = await brought(desk);
    const tells = await desk.sent(id);
    const delivered = { proof: { ...proof, receiverName: 'Trần Văn Bảy' } };
    await tells(news(26, 9, 'returned-to-sender'));
    await desk.takenIn(id);
    await desk.pouches.bringBack(id);
    await tells(news(25, 9, 'delivered', delivered));
    expect(await desk.orderOf(id)).toMatchObject({ state: 'returned-to-agency', holder: agency });
    const { items } = await desk.index.listedSecond(waybillCaseKind, 'all', { limit: 10 });
    expect(items).toHaveLength(1);
  });
});
