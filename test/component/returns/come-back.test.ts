import { describe, expect, it } from 'vitest';
import { heldBy } from '#domain/custody/holding.ts';
import { resultPaper } from '#domain/custody/paper.ts';
import { days, type Instant, plus } from '#domain/time/instant.ts';
import { makeCorrectOrder } from '#functions/returns/application/correct-order.ts';
import { makeEndParcel } from '#functions/returns/application/end-parcel.ts';
import { waybillState } from '#functions/returns/domain/waybill-case.ts';
import { returnOrderKind, waybillCaseKind } from '#functions/returns/records.ts';
import { officer } from '#test/support/dossiers.ts';
import { provinceOffices } from '#test/support/province.ts';
import { anOrderDesk, brought } from '#test/support/return-orders.ts';
import {
  aParcel,
  calendar,
  calendars,
  clerk,
  monday30,
  mustBe,
  news,
  pools,
  proof,
  refusal,
  vnpost,
} from '#test/support/shipments.ts';

const office = { kind: 'office', id: 'bd-vi-thanh' } as const;
const strangeClerk = { ...clerk, office: 'bd-nga-bay' };
const letter = { idempotency: undefined, reason: 'Không thấy bưu gửi', reference: 'CV 12/2026' };

/** Its carrier says that it brought it back. */
const broughtBack = async () => {
  const parcel = await aParcel();
  await parcel.tells(news(24, 9, 'returning'));
  await parcel.tells(news(25, 9, 'returned-to-sender'));
  const carrier = { kind: 'carrier', id: parcel.shipmentId } as const;
  const lost = makeEndParcel({ ...parcel, calendars, pools });
  return {
    ...parcel,
    carrier,
    custody: async () => (await parcel.dossier()).custody,
    lose: () => lost.lose({ actor: clerk, shipmentId: parcel.shipmentId, ...letter }),
    caseOf: () => parcel.ledger.record(waybillCaseKind, parcel.waybill),
    stateAt: async (now: Instant) => waybillState(await parcel.shipment(), calendar, now),
  };
};

describe('a parcel that its carrier tells to have come back', () => {
  it('is the carrier’s until a clerk of the office that sent it has it in hand', async () => {
    const parcel = await broughtBack();
    expect(heldBy(await parcel.custody(), parcel.carrier)).toEqual([resultPaper]);
    expect(await parcel.takenIn(strangeClerk)).toEqual(refusal('shipment-unknown'));
    expect(await parcel.takenIn()).toMatchObject({ value: { shipmentId: parcel.shipmentId } });
    expect(heldBy(await parcel.custody(), office)).toContainEqual(resultPaper);
    expect(await parcel.facts()).toEqual([
      'result-dispatched',
      'result-returned-to-agency',
      'papers-taken-back',
    ]);
    expect(await parcel.shipment()).toMatchObject({ takenIn: { at: monday30, by: 'staff:lan' } });
    expect(await parcel.takenIn()).toEqual(refusal('papers-elsewhere'));
  });

  it('is taken in by nobody while it is told to be on its way, or was never sent by us', async () => {
    const parcel = await aParcel();
    expect(await parcel.takenIn()).toEqual(refusal('step-not-allowed'));
    await parcel.tells(news(24, 9, 'returning'));
    expect(await parcel.takenIn()).toEqual(refusal('step-not-allowed'));
    await parcel.tells(news(25, 9, 'delivered', { proof }), clerk);
    expect(await parcel.takenIn()).toMatchObject({ ok: true });
  });

  it('keeps its place when its carrier tells the time anew, before and after', async () => {
    const parcel = await broughtBack();
    await parcel.tells(news(24, 10, 'returned-to-sender'));
    expect(heldBy(await parcel.custody(), parcel.carrier)).toEqual([resultPaper]);
    expect(await parcel.takenIn()).toMatchObject({ ok: true });
    await parcel.tells(news(24, 11, 'returned-to-sender'));
    expect(heldBy(await parcel.custody(), office)).toContainEqual(resultPaper);
    expect(await parcel.shipment()).not.toHaveProperty('awaitedSince');
  });

  it('is delivered by a better word as long as nobody has it, and by none once it is here', async () => {
    const parcel = await broughtBack();
    await parcel.tells(news(23, 9, 'delivered', { proof }), clerk);
    expect(await parcel.dossier()).toMatchObject({ status: 'returned' });
    expect(await parcel.shipment()).not.toHaveProperty('awaitedSince');
    const here = await broughtBack();
    await here.takenIn();
    await here.tells(news(23, 9, 'delivered', { proof }), clerk);
    expect(await here.dossier()).toMatchObject({ status: 'decided' });
    expect(heldBy(await here.custody(), office)).toContainEqual(resultPaper);
    expect(await here.listed()).toEqual([[here.waybill, 'news-refused']]);
  });

  it('is declared lost where it is not there, and not once it is', async () => {
    const parcel = await broughtBack();
    expect(await parcel.lose()).toMatchObject({ value: { how: 'lost' } });
    const missing = { kind: 'missing', id: parcel.shipmentId } as const;
    expect(heldBy(await parcel.custody(), missing)).toEqual([resultPaper]);
    expect(await parcel.takenIn()).toEqual(refusal('papers-elsewhere'));
    const here = await broughtBack();
    await here.takenIn();
    expect(await here.lose()).toEqual(refusal('step-not-allowed'));
  });

  it('is on the supervisors’ list two working days later, until somebody has it', async () => {
    const parcel = await broughtBack();
    expect(await parcel.caseOf()).toMatchObject({ state: 'waiting', office: office.id });
    expect(await parcel.listed()).toEqual([]);
    expect(await parcel.stateAt(plus(monday30, days(2)))).toBe('waiting');
    expect(await parcel.stateAt(plus(monday30, days(3)))).toBe('not-taken-in');
    await parcel.takenIn();
    expect(await parcel.caseOf()).toMatchObject({ state: 'resolved' });
    expect(await parcel.stateAt(plus(monday30, days(3)))).toBe('resolved');
  });
});

describe('the parcel of a return order that its carrier tells to have come back', () => {
  const broughtBackOf = async () => {
    const desk = await anOrderDesk();
    const id = await brought(desk);
    const shipped = await desk.ship(id);
    if (!shipped.ok) throw new Error(shipped.refusal.code);
    const { shipmentId } = shipped.value;
    const asked = { actor: clerk, idempotency: undefined, shipmentId };
    desk.setTo(monday30);
    expect(await desk.takeIn(asked)).toEqual(refusal('step-not-allowed'));
    const event = news(25, 9, 'returned-to-sender');
    await desk.record({ actor: vnpost, shipmentId, event });
    const { withdraw } = makeCorrectOrder({ ...desk, offices: provinceOffices });
    expect(
      await withdraw({ ...asked, actor: officer, returnOrderId: id, reason: 'Trả tại chỗ' }),
    ).toEqual(refusal('result-under-way'));
    const { lose } = makeEndParcel({ ...desk, calendars, pools });
    const orderOf = () => mustBe(desk.ledger.record(returnOrderKind, id));
    return { ...desk, id, asked, orderOf, lose: () => lose({ ...asked, ...letter }) };
  };

  it('is declared lost where it is not there, and its agency makes it anew', async () => {
    const desk = await broughtBackOf();
    expect(await desk.lose()).toMatchObject({ ok: true });
    expect(await desk.orderOf()).toMatchObject({ state: 'lost', holder: { kind: 'missing' } });
    expect(await desk.takeIn(desk.asked)).toEqual(refusal('papers-elsewhere'));
  });

  it('is lost no more once the office has it', async () => {
    const desk = await broughtBackOf();
    const { shipmentId } = desk.asked;
    expect(await desk.takeIn({ ...desk.asked, actor: strangeClerk })).toEqual(
      refusal('shipment-unknown'),
    );
    await desk.takeIn(desk.asked);
    expect(await desk.orderOf()).toMatchObject({ holder: office });
    expect(await desk.lose()).toEqual(refusal('step-not-allowed'));
    // What is told after that of a delivery moves nothing.
    const event = news(24, 9, 'delivered', { proof: { ...proof, receiverName: 'Trần Văn Bảy' } });
    await desk.record({ actor: vnpost, shipmentId, event });
    expect(await desk.orderOf()).toMatchObject({ state: 'returned-to-agency', holder: office });
  });
});
