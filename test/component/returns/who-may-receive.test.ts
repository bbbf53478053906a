import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { Staff } from '#domain/actor/actor.ts';
import {
  makeListFlaggedDeliveries,
  makeReviewDelivery,
} from '#functions/returns/application/flagged-deliveries.ts';
import { makePickUpResult } from '#functions/returns/application/pick-up-result.ts';
import { pickUpKind } from '#functions/returns/records.ts';
import { anApplicant, aProcedure, resultAtCounter } from '#test/support/dossiers.ts';
import { anOrderDesk, brought } from '#test/support/return-orders.ts';
import { aParcelOf, clerk, mustBe, news, refusal } from '#test/support/shipments.ts';
import { aWorldAt } from '#test/support/worlds.ts';

const owner = {
  kind: 'person',
  name: 'Phạm Thị Hoà',
  address: 'Ấp 3',
  number: '093055000222',
} as const;
const courier: Staff = { kind: 'staff', id: 'tuan', role: 'courier', office: 'bd-vi-thanh' };
const supervisor: Staff = { kind: 'staff', id: 'chi', role: 'supervisor' };
const shown = (receiverName: string) => ({ receiverName, identityChecked: true });

/** Filed by a daughter for her mother. */
const forHer = () => aWorldAt('decided', resultAtCounter, { ...anApplicant, owner });

describe('the owner (chủ hồ sơ)', () => {
  it('is given her own result at the counter, and the record says as what she came', async () => {
    const world = await forHer();
    const catalogue = { procedureVersion: () => aProcedure };
    const pickUp = makePickUpResult({ ...world, ids: makeUlids(), seals: { sha256 }, catalogue });
    const { dossierId } = world;
    const asked = { actor: clerk, idempotency: undefined, dossierId, receiver: 'self' } as const;
    expect(await pickUp({ ...asked, proof: shown('Phạm Thị Hoa') })).toEqual(
      refusal('receiver-not-authorised'),
    );
    expect(await pickUp({ ...asked, proof: shown('PHAM THI HOA') })).toEqual(
      refusal('receiver-name-inexact'),
    );
    const documentNumber = '093055000222';
    const handed = await pickUp({ ...asked, proof: shown('PHAM THI HOA'), documentNumber });
    if (!handed.ok) throw new Error(handed.refusal.code);
    const record = await mustBe(world.ledger.record(pickUpKind, handed.value.pickUpId));
    expect(record.proof).toMatchObject({ receivedAs: 'owner' });
    expect(JSON.stringify(record)).not.toContain(documentNumber);
  });

  it('is given it at her door by our postman, who gives it to no neighbour', async () => {
    const parcel = await aParcelOf(await forHer());
    const delivers = (receiverName: string) =>
      parcel.tells(news(24, 9, 'delivered', { proof: shown(receiverName) }), courier);
    expect(await delivers('Trần Văn Bảy')).toEqual(refusal('receiver-not-authorised'));
    expect((await parcel.dossier()).status).toBe('decided');
    expect(await delivers('Phạm Thị Hoà')).toMatchObject({ value: { state: 'delivered' } });
    const { items } = await makeListFlaggedDeliveries(parcel)('flagged', { limit: 10 });
    expect(items).toEqual([]);
  });
});

describe('a result of another system', () => {
  it('is given by our postman to nobody but its recipient', async () => {
    const desk = await anOrderDesk();
    const shipped = await desk.ship(await brought(desk));
    if (!shipped.ok) throw new Error(shipped.refusal.code);
    const event = news(24, 9, 'delivered', { proof: shown('Lê Thị Khác') });
    const { shipmentId } = shipped.value;
    expect(await desk.record({ actor: courier, shipmentId, event })).toEqual(
      refusal('receiver-not-authorised'),
    );
  });
});

describe('what a carrier did', () => {
  const flaggedOf = async (receiverName: string) => {
    const parcel = await aParcelOf(await aWorldAt('decided', resultAtCounter));
    await parcel.tells(news(24, 9, 'delivered', { proof: shown(receiverName) }));
    const list = makeListFlaggedDeliveries(parcel);
    return {
      parcel,
      list: async (question: 'flagged' | 'name-inexact') =>
        (await list(question, { limit: 10 })).items.map(({ id, flags }) => [id, flags]),
    };
  };

  it('to a neighbour stands on a list until a supervisor has looked into it', async () => {
    const { parcel, list } = await flaggedOf('Trần Văn Bảy');
    const { shipmentId } = parcel;
    expect(await list('flagged')).toEqual([[shipmentId, ['receiver-not-authorised']]]);
    const review = makeReviewDelivery(parcel);
    const asked = { actor: supervisor, idempotency: undefined, shipmentId, finding: 'Con của chị' };
    expect(await review(asked)).toMatchObject({ ok: true });
    expect(await list('flagged')).toEqual([]);
    expect(await review(asked)).toEqual(refusal('delivery-not-flagged'));
    await parcel.tells(news(25, 9, 'held'));
    expect(await list('flagged')).toHaveLength(1);
  });

  it('to a name without marks stands on a list of its own', async () => {
    const { parcel, list } = await flaggedOf('NGUYEN THI ANH');
    expect(await list('flagged')).toEqual([]);
    expect(await list('name-inexact')).toEqual([[parcel.shipmentId, ['receiver-name-inexact']]]);
  });

  it('to the right person stands on none', async () => {
    const { list } = await flaggedOf('Nguyễn Thị Ánh');
    expect([...(await list('flagged')), ...(await list('name-inexact'))]).toEqual([]);
  });

  it('of a parcel that nobody has is looked into by nobody', async () => {
    const { parcel } = await flaggedOf('Trần Văn Bảy');
    const review = makeReviewDelivery(parcel);
    const shipmentId = '01KAPXJ5V0ZK9Q4T8N6W2C7D3Q' as typeof parcel.shipmentId;
    const asked = { actor: supervisor, idempotency: undefined, shipmentId, finding: 'x' };
    expect(await review(asked)).toEqual(refusal('shipment-unknown'));
  });
});
