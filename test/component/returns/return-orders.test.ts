import { describe, expect, it } from 'vitest';
import type { ReceiptId, ShiftId } from '#domain/identifiers/record-ids.ts';
import { nothing } from '#domain/money/purses.ts';
import { receiptKind } from '#functions/money/records.ts';
import { makeFindReturnOrder } from '#functions/returns/application/read-shipment.ts';
import { returnOrderKind, shipmentKind } from '#functions/returns/records.ts';
import { recordWrite } from '#ports/records.ts';
import { officer } from '#test/support/dossiers.ts';
import { anOrderDesk, askedOrder, brought, ordered } from '#test/support/return-orders.ts';
import { clerk, monday30, mustBe, news, proof, refusal, vnpost } from '#test/support/shipments.ts';

describe('a result of a dossier that was filed elsewhere', () => {
  it('waits at the post office of the recipient’s place, and in the agency’s own list', async () => {
    const desk = await anOrderDesk();
    const id = await ordered(desk);
    const page = { limit: 10 };
    const mine = await desk.list(clerk, 'waiting', page);
    expect(mine.items).toMatchObject([{ id, office: 'bd-vi-thanh' }]);
    expect((await desk.list(officer, 'waiting', page)).items).toMatchObject([{ id }]);
    const strangers = [
      { ...clerk, office: 'bd-nga-bay' },
      { ...officer, agency: 'ct-tp' },
    ];
    for (const stranger of strangers) {
      expect((await desk.list(stranger, 'waiting', page)).items).toEqual([]);
      expect(await desk.read(stranger, id)).toEqual(refusal('return-order-unknown'));
    }
  });

  it('is found by what its citizen has in hand, by its office and its agency alone', async () => {
    const desk = await anOrderDesk();
    const id = await brought(desk);
    const shipped = await desk.ship(id);
    if (!shipped.ok) throw new Error(shipped.refusal.code);
    const find = makeFindReturnOrder({ ...desk, agencies: ['ct-tp', 'ct-nnmt'] });
    const numbers = [
      askedOrder.externalCode,
      ` ${askedOrder.externalCode.toLowerCase()} `,
      shipped.value.waybill,
    ];
    for (const number of numbers) {
      for (const actor of [clerk, officer])
        expect(await find(actor, number)).toMatchObject({ ok: true, value: { id } });
      for (const stranger of [
        { ...clerk, office: 'bd-nga-bay' },
        { ...officer, agency: 'ct-tp' },
      ])
        expect(await find(stranger, number)).toEqual(refusal('return-order-unknown'));
    }
    expect(await find(clerk, 'G00.00-1')).toEqual(refusal('return-order-unknown'));
  });

  it('by the phiếu thu of the money at the door is found too', async () => {
    const desk = await anOrderDesk();
    const id = await ordered(desk);
    const number = 'BL-bd-vi-thanh-261130-0001';
    const receipt = recordWrite(receiptKind, undefined, {
      id: '01KAPXJ5V0ZK9Q4T8N6W2C7DR1' as ReceiptId,
      version: 1,
      number,
      dossierId: id,
      agency: 'ct-nnmt',
      office: 'bd-vi-thanh',
      shift: '01KAPXJ5V0ZK9Q4T8N6W2C7DS1' as ShiftId,
      taken: { ...nothing, cod: 10_000 },
      refunded: nothing,
      isReversed: false,
      takenAt: monday30,
    });
    await desk.ledger.commit({ records: [receipt] });
    const find = makeFindReturnOrder({ ...desk, agencies: [] });
    expect(await find(clerk, number.toLowerCase())).toMatchObject({ ok: true, value: { id } });
  });

  it('is ordered once', async () => {
    const desk = await anOrderDesk();
    await ordered(desk);
    expect(await desk.order()).toEqual(refusal('return-order-exists'));
    expect(await desk.order({ actor: { ...officer, agency: 'ct-tp' } })).toMatchObject({
      ok: true,
    });
  });

  it('needs a post office where the address names none', async () => {
    const desk = await anOrderDesk();
    const recipient = { ...askedOrder.recipient, address: 'Quận 1, TP Hồ Chí Minh' };
    expect(await desk.order({ recipient })).toEqual(refusal('return-office-unclear'));
    expect(await desk.order({ recipient, office: 'bd-nowhere' })).toEqual(
      refusal('office-unknown'),
    );
    expect(await desk.order({ recipient, office: 'bd-nga-bay' })).toMatchObject({ ok: true });
  });

  it('goes the same way as any parcel: waybill, courier, proof', async () => {
    const desk = await anOrderDesk();
    const id = await brought(desk);
    const shipped = await desk.ship(id);
    if (!shipped.ok) throw new Error(shipped.refusal.code);
    expect(await desk.ship(id)).toEqual(refusal('step-not-allowed'));
    const { shipmentId } = shipped.value;
    desk.setTo(monday30);
    expect(await desk.ledger.record(shipmentKind, shipmentId)).toMatchObject({
      returnOrder: id,
      dossierCode: askedOrder.externalCode,
      agency: 'ct-nnmt',
      takeBack: askedOrder.takeBack,
      collectOnDelivery: askedOrder.collectOnDelivery,
      announcement: { state: 'open' },
    });
    const event = news(25, 9, 'delivered', { proof: { ...proof, receiverName: 'Trần Văn Bảy' } });
    await desk.record({ actor: vnpost, shipmentId, event });
    expect(await desk.ledger.record(returnOrderKind, id)).toMatchObject({ state: 'delivered' });
    expect((await desk.list(clerk, 'delivered', { limit: 10 })).items).toHaveLength(1);
  });

  it('that came back may leave again, and only then', async () => {
    const desk = await anOrderDesk();
    const id = await brought(desk);
    const first = await desk.ship(id);
    if (!first.ok) throw new Error(first.refusal.code);
    const { shipmentId } = first.value;
    desk.setTo(monday30);
    for (const event of [news(25, 9, 'returning'), news(26, 9, 'returned-to-sender')])
      await desk.record({ actor: vnpost, shipmentId, event });
    expect(await desk.ledger.record(returnOrderKind, id)).toMatchObject({
      state: 'returned-to-agency',
    });
    expect(await desk.ship(id)).toEqual(refusal('papers-elsewhere'));
    await desk.takeIn({ actor: clerk, idempotency: undefined, shipmentId });
    expect(await desk.ship(id)).toMatchObject({ ok: true });
    const order = await mustBe(desk.ledger.record(returnOrderKind, id));
    expect(order).toMatchObject({ state: 'dispatched' });
    expect(order.shipments).toHaveLength(2);
    expect(order).not.toHaveProperty('settledAt');
    // Late news of the first parcel says nothing about the second.
    await desk.record({ actor: vnpost, shipmentId, event: news(24, 9, 'delivered', { proof }) });
    expect(await desk.ledger.record(returnOrderKind, id)).toMatchObject({ state: 'dispatched' });
  });

  it('is shipped by its own post office alone', async () => {
    const desk = await anOrderDesk();
    const id = await ordered(desk);
    expect(await desk.ship(id, { ...clerk, office: 'bd-nga-bay' })).toEqual(
      refusal('return-order-unknown'),
    );
  });
});
