import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { packPapers } from '#domain/dossier/steps/handover.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import { makeAuthoriseRecipient } from '#functions/returns/application/authorise-recipient.ts';
import { makeCreateShipment } from '#functions/returns/application/create-shipment.ts';
import {
  makePickUpResult,
  type PickUpResult,
} from '#functions/returns/application/pick-up-result.ts';
import { pickUpKind, shipmentKind } from '#functions/returns/records.ts';
import { aProcedure, resultAtCounter } from '#test/support/dossiers.ts';
import { givenWrite } from '#test/support/given-write.ts';
import {
  aParcel,
  clerk,
  mustBe,
  news,
  noPlaces,
  pools,
  proof,
  refusal,
} from '#test/support/shipments.ts';
import { aWorldAt } from '#test/support/worlds.ts';

const catalogue = { ...noPlaces, procedureVersion: () => aProcedure };

type World = Pick<Awaited<ReturnType<typeof aWorldAt>>, 'ledger' | 'clock' | 'dossierId'>;

const aCounter = ({ ledger, clock, dossierId }: World) => {
  const deps = { ledger, clock, ids: makeUlids(), seals: { sha256 }, catalogue };
  const pickUp = makePickUpResult(deps);
  const authorise = makeAuthoriseRecipient(deps);
  const asked = { actor: clerk, idempotency: undefined, dossierId };
  return {
    pickUp: (change: Partial<PickUpResult> = {}) =>
      pickUp({ ...asked, receiver: 'self', proof, ...change }),
    authorise: () =>
      authorise({
        ...asked,
        person: { name: 'Lê Văn Út', personalNumber: '093090001234', reference: 'GUQ 12/2026' },
      }),
  };
};

const son = { receiverName: 'Lê Văn Út', identityChecked: true };

describe('a result at the counter', () => {
  it('is not handed over while the agency has it: the papers say where it lies', async () => {
    const world = await aWorldAt('decided');
    expect(await aCounter(world).pickUp()).toEqual(refusal('papers-elsewhere'));
  });

  it('is handed over without ever having been sent', async () => {
    const world = await aWorldAt('decided', resultAtCounter);
    expect(await aCounter(world).pickUp()).toMatchObject({ value: { status: 'returned' } });
  });

  it('is handed over after it came back, and its parcel knows', async () => {
    const parcel = await aParcel();
    await parcel.tells(news(24, 9, 'returning'));
    await parcel.tells(news(25, 9, 'returned-to-sender'));
    // So its carrier says: the citizen waits until somebody at the counter has it in hand.
    expect(await aCounter(parcel).pickUp()).toEqual(refusal('result-under-way'));
    await parcel.takenIn();
    const handed = await aCounter(parcel).pickUp();
    if (!handed.ok) throw new Error(handed.refusal.code);
    expect(await parcel.dossier()).toMatchObject({ status: 'returned' });
    expect(await parcel.shipment()).toMatchObject({ pickedUp: handed.value.pickUpId });
  });

  it('is handed over from the shelf after a closed door, not out of the courier’s bag', async () => {
    const parcel = await aParcel();
    const { pickUp } = aCounter(parcel);
    await parcel.tells(news(24, 8, 'out-for-delivery'));
    expect(await pickUp()).toEqual(refusal('result-under-way'));
    await parcel.tells(news(24, 9, 'attempt-failed'));
    expect(await pickUp()).toMatchObject({ ok: true });
    expect(await pickUp()).toEqual(refusal('step-not-allowed'));
  });

  it('is not handed over while a pouch has it: its count would have nothing to count', async () => {
    const world = await aWorldAt('decided', resultAtCounter);
    const stored = await mustBe(world.ledger.load(world.dossierId));
    const pouch = '01KAPXJ5V0ZK9Q4T8N6W2C7D3P' as PouchId;
    const packed = givenWrite(stored, packPapers(pouch), { actor: clerk, now: world.clock.now() });
    await world.ledger.commit({ dossiers: [packed] });
    expect(await aCounter(world).pickUp()).toEqual(refusal('papers-packed'));
  });

  it('names nobody in its history, and the history proves the record', async () => {
    const world = await aWorldAt('decided', resultAtCounter);
    const handed = await aCounter(world).pickUp();
    if (!handed.ok) throw new Error(handed.refusal.code);
    const history = JSON.stringify(await world.ledger.history(world.dossierId));
    expect(history).not.toContain('Ánh');
    const record = await mustBe(world.ledger.record(pickUpKind, handed.value.pickUpId));
    expect(record.proof.receiverName).toBe('Nguyễn Thị Ánh');
    expect(history).toContain(sha256(JSON.stringify(record)));
  });

  it('goes to nobody but the applicant and who is authorised (QĐ 45/2016 art. 10)', async () => {
    const world = await aWorldAt('decided', resultAtCounter);
    const { pickUp, authorise } = aCounter(world);
    expect(await pickUp({ proof: son })).toEqual(refusal('receiver-not-authorised'));
    const asked = { receiver: 'authorised', proof: son, reference: 'GUQ 12/2026' } as const;
    expect(await pickUp(asked)).toEqual(refusal('receiver-not-authorised'));
    expect(await authorise()).toMatchObject({ ok: true });
    expect(await pickUp({ ...asked, reference: 'GUQ 99' })).toEqual(
      refusal('authorisation-not-shown'),
    );
    expect(await pickUp({ ...asked, proof })).toEqual(refusal('receiver-not-authorised'));
    expect(await pickUp(asked)).toMatchObject({ ok: true });
  });

  it('is seen by no other post office', async () => {
    const world = await aWorldAt('decided', resultAtCounter);
    const stranger = { ...clerk, office: 'bd-nga-bay' };
    expect(await aCounter(world).pickUp({ actor: stranger })).toEqual(refusal('dossier-unknown'));
  });
});

describe('an authorised recipient', () => {
  it('may be whom the parcel is addressed to; a stranger may not (QĐ 45/2016 art. 10)', async () => {
    const world = await aWorldAt('decided', resultAtCounter);
    const create = makeCreateShipment({ ...world, ids: makeUlids(), pools, catalogue });
    const asked = {
      actor: clerk,
      idempotency: undefined,
      dossierId: world.dossierId,
      carrier: 'vnpost',
      recipient: { name: 'Lê Văn Út', phone: '+84939123456', address: 'Ấp 4, xã Vị Tân' },
    };
    expect(await create(asked)).toEqual(refusal('receiver-not-authorised'));
    await aCounter(world).authorise();
    const created = await create(asked);
    if (!created.ok) throw new Error(created.refusal.code);
    expect(await world.ledger.record(shipmentKind, created.value.shipmentId)).toMatchObject({
      recipient: { name: 'Lê Văn Út' },
      entitled: [{ as: 'applicant', name: 'Nguyễn Thị Ánh' }],
      authorised: { reference: 'GUQ 12/2026' },
    });
  });

  it('is on the parcel, whether named before it left or after', async () => {
    const parcel = await aParcel();
    await aCounter(parcel).authorise();
    expect(await parcel.shipment()).toMatchObject({ authorised: { name: 'Lê Văn Út' } });
    await parcel.tells(news(24, 9, 'returning'));
    await parcel.tells(news(25, 9, 'returned-to-sender'));
    await parcel.takenIn();
    const again = await parcel.create({
      actor: clerk,
      idempotency: undefined,
      dossierId: parcel.dossierId,
      carrier: 'vnpost',
    });
    if (!again.ok) throw new Error(again.refusal.code);
    const second = await parcel.ledger.record(shipmentKind, again.value.shipmentId);
    expect(second).toMatchObject({ authorised: { reference: 'GUQ 12/2026' } });
  });
});
