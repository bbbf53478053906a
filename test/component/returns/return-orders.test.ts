import { describe, expect, it } from 'vitest';
import { returnOrderKind, shipmentKind } from '#functions/returns/records.ts';
import { officer } from '#test/support/dossiers.ts';
import { anOrderDesk, askedOrder, ordered } from '#test/support/return-orders.ts';
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
    const id = await ordered(desk);
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
    const id = await ordered(desk);
    const first = await desk.ship(id);
    if (!first.ok) throw new Error(first.refusal.code);
    const { shipmentId } = first.value;
    desk.setTo(monday30);
    for (const event of [news(25, 9, 'returning'), news(26, 9, 'returned-to-sender')])
      await desk.record({ actor: vnpost, shipmentId, event });
    expect(await desk.ledger.record(returnOrderKind, id)).toMatchObject({
      state: 'returned-to-agency',
    });
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
