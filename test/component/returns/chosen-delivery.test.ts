import { describe, expect, it } from 'vitest';
import { makeSeals } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { dossierNames } from '#application/dossier-names.ts';
import { prices } from '#data/province.ts';
import type { Outcome } from '#domain/refusal.ts';
import { makeChooseDelivery } from '#functions/returns/application/choose-delivery.ts';
import { makeCreateShipment } from '#functions/returns/application/create-shipment.ts';
import type { DeliveryAsked } from '#functions/returns/domain/choose-delivery.ts';
import { shipmentKind } from '#functions/returns/records.ts';
import { aProcedure, resultAtCounter } from '#test/support/dossiers.ts';
import { keysUnder } from '#test/support/keys.ts';
import { provinceCatalogue } from '#test/support/province.ts';
import { calendars, clerk, mustBe, pools, refusal } from '#test/support/shipments.ts';
import { aWorldAt } from '#test/support/worlds.ts';

/** Above what was stated for the dossier. */
const dear = prices.map((price) => ({ ...price, firstVnd: 90_000 }));
const catalogue = { ...provinceCatalogue, procedureVersion: () => aProcedure };
const seals = makeSeals(keysUnder('m'.repeat(64)));
const door = { kind: 'address', commune: 'ct-x-vi-thuy', address: 'Số 12, ấp 5' } as const;

/** A decided dossier whose result lies on the shelf, and what its citizen and its counter do. */
const aDelivery = async () => {
  const world = await aWorldAt('decided', resultAtCounter);
  const deps = { ...world, ids: makeUlids(), seals, calendars, catalogue, prices: dear, pools };
  const on = makeChooseDelivery(deps);
  const create = makeCreateShipment(deps);
  const { dossierId } = world;
  const claim = `${dossierId}.${world.clock.now() + 60_000}`;
  const token = `${claim}.${await seals.mac('session', claim)}`;
  const idempotency = undefined;
  return {
    ...world,
    on,
    token,
    mine: (asked: DeliveryAsked, by = token) => on.chooseMine({ token: by, idempotency, asked }),
    atCounter: (asked: DeliveryAsked, actor = clerk) =>
      on.choose({ actor, idempotency, dossierId, asked }),
    send: async (more: object = {}) => {
      const sent = await create({
        actor: clerk,
        idempotency,
        dossierId,
        carrier: 'vnpost',
        ...more,
      });
      return sent.ok ? mustBe(world.ledger.record(shipmentKind, sent.value.shipmentId)) : sent;
    },
  };
};

describe('a parcel after the citizen has chosen', () => {
  it('bears the door that was chosen, the wish, and what the way costs more', async () => {
    const { mine, send } = await aDelivery();
    const wish = { day: '2026-11-24', part: 'morning' } as never;
    const chosen = await mine({ to: door, wish });
    expect(chosen).toMatchObject({ ok: true });
    const moreVnd = chosen.ok ? chosen.value.moreVnd : 0;
    expect(moreVnd).toBeGreaterThan(0);
    expect(await send()).toMatchObject({
      recipient: {
        name: 'Nguyễn Thị Ánh',
        address: expect.stringMatching(/^Số 12, ấp 5, xã Vị Thủy/),
      },
      wish,
      collectOnDelivery: { stateFeesVnd: 0, codVnd: moreVnd, postageVnd: moreVnd },
    });
  });

  it('waits at the other counter that was chosen', async () => {
    const { mine, send } = await aDelivery();
    await mine({ to: { kind: 'office', office: 'bd-nga-bay' } });
    expect(await send()).toMatchObject({
      recipient: {
        address: expect.stringMatching(/^Phát tại quầy Bưu điện Ngã Bảy, phường Ngã Bảy/),
      },
    });
  });

  it('is not made for whoever comes to the counter, but where the clerk says to whom', async () => {
    const { mine, send } = await aDelivery();
    await mine({ to: { kind: 'office', office: 'bd-vi-thanh' } });
    expect(await send()).toEqual(refusal('citizen-comes'));
    const recipient = { name: 'Nguyễn Thị Ánh', address: 'Ấp 4' };
    expect(await send({ recipient })).toMatchObject({ recipient });
  });

  it('goes as filed where only a day was wished for, with the money the clerk names', async () => {
    const { mine, send } = await aDelivery();
    await mine({ wish: { day: '2026-11-24' } as never });
    const collectOnDelivery = { stateFeesVnd: 0, codVnd: 28_000, postageVnd: 28_000 };
    expect(await send({ collectOnDelivery, moreThanDue: 'x' })).toMatchObject({
      recipient: { address: expect.stringContaining('Vị Tân') },
      wish: { day: '2026-11-24' },
      collectOnDelivery,
    });
  });
});

describe('who may choose', () => {
  it('is the citizen of the session and the clerk at home, once, and nobody else', async () => {
    const { mine, atCounter, on, token, dossierId } = await aDelivery();
    const wish = { wish: { day: '2026-11-24' } } as never;
    expect(await mine(wish, 'forged')).toEqual(refusal('session-invalid'));
    expect(await on.waysOfMine('forged')).toEqual(refusal('session-invalid'));
    const stranger = { ...clerk, office: 'bd-nga-bay' };
    expect(await atCounter(wish, stranger)).toEqual(refusal('dossier-unknown'));
    expect(await on.ways(stranger, dossierId)).toEqual(refusal('dossier-unknown'));
    const courier = { ...clerk, role: 'courier' as const };
    expect(await atCounter(wish, courier)).toEqual(refusal('act-not-permitted'));
    expect(await on.waysOfMine(token)).toMatchObject({
      value: { home: { id: 'bd-vi-thanh' }, offices: expect.arrayContaining([expect.anything()]) },
    });
    expect(await atCounter(wish)).toMatchObject({ ok: true });
    expect(await mine(wish)).toEqual(refusal('delivery-chosen-before'));
    expect(await on.waysOfMine(token)).toMatchObject({
      value: { shut: 'delivery-chosen-before', chosen: wish, offices: [], communes: [] },
    });
  });
});

describe('the chosen door', () => {
  it('is told by its commune, and never as if its People’s Committee had it', async () => {
    const { mine, on, token, ledger, dossierId } = await aDelivery();
    const { communes, offices } = mustOk(await on.waysOfMine(token));
    for (const names of [communes, offices].map((ways) => ways.map(({ name }) => name)))
      expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'vi')));
    await mine({ to: door });
    const commune = 'xã Vị Thủy, thành phố Cần Thơ';
    expect(mustOk(await on.waysOfMine(token)).chosenName).toBe(commune);
    const stored = await ledger.load(dossierId);
    if (!stored) throw new Error('no dossier');
    const names = await dossierNames({ ledger, catalogue }, clerk, stored.dossier);
    expect(names.chosenPlace).toBe(commune);
  });
});

const mustOk = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};

describe('the history', () => {
  it('has the choice without the door, which lies sealed beside it, and says who chose', async () => {
    const { mine, ledger, dossierId } = await aDelivery();
    await mine({ to: door });
    const kept = await ledger.kept(dossierId);
    const last = kept.at(-1);
    expect(JSON.stringify(last?.written)).not.toContain('ấp 5');
    expect(last).toMatchObject({
      written: { actor: `citizen:${dossierId}` },
      texts: [{ at: 'to.address', kept: 'case', text: door.address }],
    });
  });
});
