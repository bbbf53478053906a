import { describe, expect, it } from 'vitest';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { heldBy } from '#domain/custody/holding.ts';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { makeCorrectOrder } from '#functions/returns/application/correct-order.ts';
import { makeEndParcel, makeReissueResult } from '#functions/returns/application/end-parcel.ts';
import { makeListFlaggedDeliveries } from '#functions/returns/application/flagged-deliveries.ts';
import { makeRevokeRecipient } from '#functions/returns/application/revoke-recipient.ts';
import { correctionsPerOrder } from '#functions/returns/domain/return-order.ts';
import { returnOrderKind, shipmentKind } from '#functions/returns/records.ts';
import { officer, resultAtCounter } from '#test/support/dossiers.ts';
import { anOrderDesk, askedOrder, ordered } from '#test/support/return-orders.ts';
import {
  aParcelOf,
  calendars,
  clerk,
  mustBe,
  news,
  pools,
  refusal,
} from '#test/support/shipments.ts';
import { aWorldAt, writing } from '#test/support/worlds.ts';

const supervisor: Staff = { kind: 'staff', id: 'chi', role: 'supervisor' };

const aDesk = async () => {
  const parcel = await aParcelOf(await aWorldAt('decided', resultAtCounter));
  const end = makeEndParcel(parcel);
  const by = { actor: clerk, idempotency: undefined, shipmentId: parcel.shipmentId };
  const flagged = makeListFlaggedDeliveries(parcel);
  return {
    ...parcel,
    by,
    end,
    void: () => end.void({ ...by, why: 'wrong-address', reason: 'Sai ấp' }),
    lose: (reference?: string) => end.lose({ ...by, reference, reason: 'Không tìm thấy' }),
    reissue: makeReissueResult(parcel),
    flagged: async () =>
      (await flagged('flagged', { limit: 10 })).items.flatMap(({ flags }) => flags),
    held: async (kind: 'office' | 'agency', id: string) =>
      heldBy((await parcel.dossier()).custody, { kind, id }).map((paper) => paper.id),
    send: (postageVnd = 0) =>
      parcel.create({
        actor: clerk,
        idempotency: undefined,
        dossierId: parcel.dossierId,
        carrier: 'vnpost',
        ...(postageVnd > 0 && {
          collectOnDelivery: { stateFeesVnd: 0, codVnd: postageVnd, postageVnd },
        }),
      }),
  };
};

describe('a label with a wrong address', () => {
  it('is voided before anybody has carried the parcel, and its number used up', async () => {
    const desk = await aDesk();
    expect(await desk.void()).toMatchObject({ value: { how: 'voided' } });
    expect(await desk.held('office', 'bd-vi-thanh')).toContain('ket-qua');
    const again = await desk.send();
    if (!again.ok) throw new Error(again.refusal.code);
    expect(again.value.waybill).not.toBe(desk.waybill);
    expect(await desk.void()).toEqual(refusal('step-not-allowed'));
    const { announcement } = await desk.shipment();
    expect(announcement).toBeUndefined();
  });

  it('is not voided once the carrier has it', async () => {
    const desk = await aDesk();
    await desk.tells(news(24, 9, 'posted'));
    expect(await desk.void()).toEqual(refusal('parcel-has-left'));
  });

  it('moves nothing any more: what is told of it is listed', async () => {
    const desk = await aDesk();
    await desk.void();
    const proof = { receiverName: 'Nguyễn Thị Ánh', identityChecked: true };
    await desk.tells(news(24, 9, 'delivered', { proof }));
    expect((await desk.dossier()).status).toBe('decided');
    expect(await desk.flagged()).toContain('news-of-voided');
  });

  it('is nobody’s at another post office', async () => {
    const desk = await aDesk();
    const stranger = { ...clerk, office: 'bd-nga-bay' };
    const asked = { ...desk.by, actor: stranger, why: 'wrong-address', reason: 'x' } as const;
    expect(await desk.end.void(asked)).toEqual(refusal('shipment-unknown'));
  });
});

describe('a parcel that nobody finds', () => {
  it('is lost on the carrier’s word, made anew by its agency, and sent at no cost', async () => {
    const desk = await aDesk();
    await desk.tells(news(24, 9, 'posted'));
    expect(await desk.lose()).toEqual(refusal('loss-unconfirmed'));
    expect(await desk.lose('CV 1')).toMatchObject({ value: { how: 'lost' } });
    const { dossierId } = desk;
    const asked = { actor: officer, idempotency: undefined, dossierId };
    expect(await desk.reissue(asked)).toMatchObject({ ok: true });
    expect(await desk.held('agency', 'ct-nnmt')).toContain('ket-qua');
    expect(await desk.send()).toEqual(refusal('papers-elsewhere'));
    await writing(desk, resultAtCounter);
    expect(await desk.send(28_000)).toEqual(refusal('postage-after-loss'));
    expect(await desk.send()).toMatchObject({ ok: true });
    expect(await desk.facts()).toContain('parcel-lost');
  });

  it('is lost where its news says so, and where there is none for long enough', async () => {
    const said = await aDesk();
    await said.tells(news(24, 9, 'lost'));
    expect(await said.lose()).toMatchObject({ ok: true });
    const silent = await aDesk();
    silent.setTo(at('2026-12-31' as VietnamDay, 9 * 60));
    expect(await silent.lose()).toMatchObject({ ok: true });
    expect((await silent.shipment()).ended).toMatchObject({ how: 'lost', knownBy: 'no-news' });
  });

  it('may be declared lost by a supervisor, whoever’s it is, and by no other office', async () => {
    const desk = await aDesk();
    const lose = (actor: Staff, shipmentId = desk.shipmentId) =>
      desk.end.lose({
        ...desk.by,
        actor,
        shipmentId,
        reference: 'CV 1',
        reason: 'Bưu cục đóng cửa',
      });
    expect(await lose({ ...clerk, office: 'bd-nga-bay' })).toEqual(refusal('shipment-unknown'));
    expect(await lose(supervisor, desk.dossierId as never)).toEqual(refusal('shipment-unknown'));
    expect(await lose(supervisor)).toMatchObject({ value: { how: 'lost' } });
    expect((await desk.shipment()).ended).toMatchObject({ how: 'lost' });
    // To void a label is the office's own business.
    const label = await aDesk();
    const asked = { ...label.by, actor: supervisor, why: 'wrong-address', reason: 'x' } as const;
    expect(await label.end.void(asked)).toEqual(refusal('shipment-unknown'));
  });

  it('is no parcel that was delivered', async () => {
    const desk = await aDesk();
    const proof = { receiverName: 'Nguyễn Thị Ánh', identityChecked: true };
    await desk.tells(news(24, 9, 'delivered', { proof }));
    expect(await desk.lose('CV 1')).toEqual(refusal('step-not-allowed'));
  });

  it('turns up: it is listed, and moves nothing', async () => {
    const desk = await aDesk();
    await desk.lose('CV 1');
    await desk.tells(news(25, 9, 'returned-to-sender'));
    expect(await desk.flagged()).toEqual(['found-after-declared-loss']);
    expect((await desk.dossier()).delivery).toBeUndefined();
  });
});

describe('an authorisation that was taken down wrong', () => {
  it('is revoked, and the parcel under way knows', async () => {
    const world = await aWorldAt('decided', [
      ...resultAtCounter,
      { type: 'recipient-authorised', authorisation: '01KAPXJ5V0ZK9Q4T8N6W2C7D3K' as never },
    ]);
    const parcel = await aParcelOf(world);
    const before = await parcel.shipment();
    const authorised = { name: 'Lê Văn Út', reference: 'GUQ 1' };
    const kept = { ...before, version: before.version + 1, authorised };
    await parcel.ledger.commit({ records: [{ kind: shipmentKind, before, after: kept }] });
    const revoke = makeRevokeRecipient(parcel);
    const asked = { actor: clerk, idempotency: undefined, dossierId: parcel.dossierId };
    expect(await revoke(asked)).toMatchObject({ ok: true });
    expect((await parcel.shipment()).authorised).toBeUndefined();
    expect(await revoke(asked)).toEqual(refusal('authorisation-unknown'));
  });
});

describe('a return order', () => {
  const anOrder = async () => {
    const desk = await anOrderDesk();
    const returnOrderId = await ordered(desk);
    const work = makeCorrectOrder(desk.deps);
    const by = { actor: officer, idempotency: undefined, returnOrderId, reason: 'Gõ sai' };
    const { externalCode: _, ...rest } = askedOrder;
    const terms = {
      ...rest,
      office: 'bd-vi-thanh',
      recipient: { ...askedOrder.recipient, address: 'Ấp 4, phường Vị Thanh' },
    };
    return {
      ...desk,
      by,
      work,
      terms,
      end: makeEndParcel({ ...desk.deps, ids: makeUlids(), calendars, pools } as never),
      read: () => mustBe(desk.ledger.record(returnOrderKind, returnOrderId)),
      returnOrderId,
    };
  };

  it('is corrected while it waits, and keeps what stood there', async () => {
    const order = await anOrder();
    const { terms } = order;
    expect(await order.work.correct({ ...order.by, terms })).toMatchObject({ ok: true });
    expect(await order.read()).toMatchObject({
      state: 'waiting',
      recipient: { address: 'Ấp 4, phường Vị Thanh' },
      corrections: [{ how: 'corrected', before: { recipient: askedOrder.recipient } }],
    });
    expect(await order.work.correct({ ...order.by, terms })).toEqual(refusal('correction-empty'));
    const elsewhere = { ...terms, office: 'bd-nowhere' };
    expect(await order.work.correct({ ...order.by, terms: elsewhere })).toEqual(
      refusal('office-unknown'),
    );
  });

  it('is taken back while it waits, and stands again when it is corrected', async () => {
    const order = await anOrder();
    expect(await order.work.withdraw(order.by)).toMatchObject({ value: { state: 'withdrawn' } });
    expect(await order.pickUp(order.returnOrderId)).toEqual(refusal('step-not-allowed'));
    expect(await order.ship(order.returnOrderId)).toEqual(refusal('step-not-allowed'));
    const { terms } = order;
    expect(await order.work.correct({ ...order.by, terms })).toMatchObject({
      value: { state: 'waiting' },
    });
    const stranger = { ...order.by, actor: { ...officer, agency: 'ct-tp' } };
    expect(await order.work.withdraw(stranger)).toEqual(refusal('return-order-unknown'));
  });

  it('waits again when its label is voided, and is made anew when its parcel is lost', async () => {
    const order = await anOrder();
    await order.pouches.bring(order.returnOrderId);
    const ship = async () => {
      const shipped = await order.ship(order.returnOrderId);
      if (!shipped.ok) throw new Error(shipped.refusal.code);
      return shipped.value.shipmentId;
    };
    const by = { actor: clerk, idempotency: undefined, reason: 'Sai nhãn' };
    const first = await ship();
    expect(await order.work.withdraw(order.by)).toEqual(refusal('step-not-allowed'));
    await order.end.void({ ...by, shipmentId: first, why: 'carrier-refused' });
    expect((await order.read()).state).toBe('waiting');
    const second = await ship();
    await order.end.lose({ ...by, shipmentId: second, reference: 'CV 1' });
    expect((await order.read()).state).toBe('lost');
    expect(await order.work.reissue(order.by)).toMatchObject({ value: { state: 'waiting' } });
    expect(await order.work.reissue(order.by)).toEqual(refusal('step-not-allowed'));
    expect(await order.ship(order.returnOrderId)).toEqual(refusal('papers-elsewhere'));
    await order.pouches.bring(order.returnOrderId);
    expect(await ship()).not.toBe(second);
  });

  it('is not corrected for ever', async () => {
    const order = await anOrder();
    for (let n = 0; n < correctionsPerOrder; n++) {
      const terms = { ...order.terms, recipient: { ...order.terms.recipient, address: `Ấp ${n}` } };
      await order.work.correct({ ...order.by, terms });
    }
    expect(await order.work.withdraw(order.by)).toEqual(refusal('too-many-corrections'));
  });
});
