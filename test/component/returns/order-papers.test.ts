import { describe, expect, it } from 'vitest';
import type { TakeBackLine } from '#domain/shipment/take-back.ts';
import { orderTakeBackKind } from '#functions/returns/records.ts';
import { officer } from '#test/support/dossiers.ts';
import { anOrderDesk, askedOrder, brought } from '#test/support/return-orders.ts';
import { clerk, monday30, mustBe, news, refusal, vnpost } from '#test/support/shipments.ts';

const proof = { receiverName: 'Trần Văn Bảy', identityChecked: true } as const;

const [paper] = askedOrder.takeBack;
const line = (outcome: TakeBackLine['outcome'], count = 1, name: string = paper) => ({
  paper: name,
  outcome,
  count,
});
const by = { actor: clerk, idempotency: undefined };
const page = { limit: 10 };
const collected = askedOrder.collectOnDelivery;

const underWay = async (takeBack: readonly string[] = askedOrder.takeBack) => {
  const desk = await anOrderDesk();
  const order = await desk.order({ takeBack });
  if (!order.ok) throw new Error(order.refusal.code);
  const { returnOrderId } = order.value;
  await desk.pouches.bring(returnOrderId);
  const shipped = await desk.ship(returnOrderId);
  if (!shipped.ok) throw new Error(shipped.refusal.code);
  const { shipmentId } = shipped.value;
  desk.setTo(monday30);
  return {
    ...desk,
    returnOrderId,
    tells: (said: readonly TakeBackLine[] | undefined, actor: typeof clerk | typeof vnpost) =>
      desk.record({
        actor,
        shipmentId,
        event: news(25, 9, 'delivered', { proof, collected, ...(said && { takeBack: said }) }),
      }),
    goesBack: () => desk.record({ actor: vnpost, shipmentId, event: news(24, 9, 'returning') }),
    lines: async () => (await mustBe(desk.ledger.record(orderTakeBackKind, returnOrderId))).lines,
    open: async (actor = clerk) => (await desk.outstanding(actor, page)).items,
  };
};

describe('old papers of a return order (thu hồi giấy tờ, TT 17/2017)', () => {
  it('are accounted for by our courier, each by the name that the order gives', async () => {
    const order = await underWay();
    expect(await order.tells(undefined, clerk)).toEqual(refusal('old-papers-unstated'));
    const other = [line('taken', 1, 'Sổ hộ khẩu')];
    expect(await order.tells(other, clerk)).toEqual(refusal('old-papers-differ'));
    expect(await order.tells([line('taken')], clerk)).toMatchObject({ ok: true });
    expect(await order.lines()).toEqual([line('taken')]);
    expect(await order.read(officer, order.returnOrderId)).toMatchObject({
      value: { oldPapers: { lines: [line('taken')] } },
    });
  });

  it('are listed until the agency says that it has them, and by nobody else', async () => {
    const order = await underWay();
    await order.tells([line('taken')], clerk);
    const { returnOrderId } = order;
    for (const reader of [clerk, officer])
      expect(await order.open(reader)).toMatchObject([{ id: returnOrderId }]);
    expect(await order.open({ ...clerk, office: 'bd-nga-bay' })).toEqual([]);
    const receipt = { idempotency: undefined, returnOrderId, papers: [paper] };
    const stranger = { ...officer, agency: 'ct-tp' };
    expect(await order.papers.receive({ ...receipt, actor: stranger })).toEqual(
      refusal('return-order-unknown'),
    );
    expect(await order.papers.receive({ ...receipt, actor: officer })).toMatchObject({ ok: true });
    expect(await order.open()).toEqual([]);
    expect(await order.papers.receive({ ...receipt, actor: officer })).toEqual(
      refusal('old-papers-differ'),
    );
  });

  it('are waited for copy by copy', async () => {
    const order = await underWay([paper, paper, paper]);
    await order.tells([line('taken'), line('lost-declared'), line('not-at-hand')], clerk);
    const { returnOrderId } = order;
    await order.papers.receive({
      ...by,
      actor: officer,
      returnOrderId,
      papers: [paper],
    });
    expect(await order.open()).toHaveLength(1);
    const late = { ...by, returnOrderId, takeBack: [line('taken')] };
    expect(await order.papers.take(late)).toMatchObject({ ok: true });
    expect(await order.papers.take(late)).toEqual(refusal('old-papers-differ'));
    expect((await order.lines()).map(({ outcome }) => outcome)).toEqual([
      'taken',
      'lost-declared',
      'taken',
    ]);
  });

  it('that a carrier is silent about are outstanding until it tells, and it tells once', async () => {
    const order = await underWay([paper, paper]);
    await order.tells(undefined, vnpost);
    expect(await order.lines()).toEqual([{ paper, count: 2, outcome: 'not-stated' }]);
    await order.tells([line('taken')], vnpost);
    await order.tells([line('taken')], vnpost);
    expect(await order.lines()).toEqual([
      line('taken'),
      { paper, count: 1, outcome: 'not-stated' },
    ]);
  });

  it('are not waited for where the result went back after all', async () => {
    const order = await underWay();
    await order.tells([line('not-at-hand')], clerk);
    expect(await order.open()).toHaveLength(1);
    await order.goesBack();
    expect(await order.open()).toEqual([]);
  });

  it('are asked for at the counter too', async () => {
    const desk = await anOrderDesk();
    const id = await brought(desk);
    expect(await desk.pickUp(id, { takeBack: undefined })).toEqual(refusal('old-papers-unstated'));
    expect(await desk.pickUp(id)).toMatchObject({ ok: true });
    expect((await desk.outstanding(clerk, page)).items).toMatchObject([{ lines: [line('taken')] }]);
  });
});
