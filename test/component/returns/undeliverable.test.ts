import { describe, expect, it } from 'vitest';
import { makeUlids } from '#adapters/node/ulids.ts';
import { at, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { makeCreateShipment } from '#functions/returns/application/create-shipment.ts';
import { flagsOf } from '#functions/returns/domain/flags.ts';
import { aProcedure } from '#test/support/dossiers.ts';
import {
  aParcel,
  calendar,
  clerk,
  news,
  noPlaces,
  pools,
  proof,
  refusal,
} from '#test/support/shipments.ts';
import { aDeskOver } from '#test/support/sms-desks.ts';
import { aWorldAt } from '#test/support/worlds.ts';

const visits = [
  news(23, 8, 'posted'),
  news(24, 9, 'attempt-failed'),
  news(26, 9, 'attempt-failed'),
] as const;

describe('a result that nobody takes', () => {
  it('comes back, stays decided, and may leave again once the counter has it', async () => {
    const parcel = await aParcel();
    for (const event of visits) await parcel.tells(event);
    await parcel.tells(news(30, 8, 'returning'));
    await parcel.tells(news(30, 8, 'returned-to-sender'));
    expect(await parcel.facts()).toEqual(['result-dispatched', 'result-returned-to-agency']);
    expect(await parcel.dossier()).toMatchObject({ status: 'decided' });
    await parcel.takenIn();
    const again = await parcel.create({
      actor: clerk,
      idempotency: undefined,
      dossierId: parcel.dossierId,
      carrier: 'vnpost',
    });
    expect(again).toMatchObject({ ok: true });
    expect((await parcel.dossier()).earlierDeliveries).toMatchObject([
      { shipment: parcel.shipmentId },
    ]);
  });

  it('leaves once while the first parcel is under way', async () => {
    const parcel = await aParcel();
    await parcel.tells(visits[0]);
    const again = await parcel.create({
      actor: clerk,
      idempotency: undefined,
      dossierId: parcel.dossierId,
      carrier: 'vnpost',
    });
    expect(again).toEqual(refusal('step-not-allowed'));
  });

  it('late news of the first parcel says nothing about the second', async () => {
    const parcel = await aParcel();
    await parcel.tells(news(23, 8, 'returning'));
    await parcel.tells(news(24, 8, 'returned-to-sender'));
    await parcel.takenIn();
    await parcel.create({
      actor: clerk,
      idempotency: undefined,
      dossierId: parcel.dossierId,
      carrier: 'vnpost',
    });
    expect(await parcel.tells(news(22, 8, 'delivered', { proof }))).toMatchObject({ ok: true });
    expect(await parcel.dossier()).toMatchObject({ status: 'decided' });
  });

  it('that was delivered with proof stays so when who brought the proof tells of a way back', async () => {
    const parcel = await aParcel();
    await parcel.tells(news(27, 9, 'delivered', { proof }));
    expect(await parcel.tells(news(26, 9, 'returning'))).toMatchObject({ ok: true });
    await parcel.tells(news(26, 12, 'returned-to-sender'));
    expect(await parcel.dossier()).toMatchObject({ status: 'returned' });
    expect(flagsOf(await parcel.shipment(), calendar)).toContain('end-disputed');
    expect(await parcel.listed()).toEqual([[parcel.waybill, 'news-disputed']]);
  });

  it('that our courier delivered is decided again when the carrier tells of a way back', async () => {
    const parcel = await aParcel();
    await parcel.tells(news(27, 9, 'delivered', { proof }), clerk);
    expect(await parcel.dossier()).toMatchObject({ status: 'returned' });
    await parcel.tells(news(26, 9, 'returning'));
    expect(await parcel.dossier()).toMatchObject({ status: 'decided' });
    expect((await parcel.dossier()).delivery).not.toHaveProperty('deliveredAt');
  });

  it('waits at the office, and that is told once', async () => {
    const parcel = await aParcel();
    await parcel.tells(news(24, 9, 'attempt-failed'));
    await parcel.tells(news(24, 12, 'held'));
    await parcel.tells(news(24, 13, 'held'));
    expect(await parcel.facts()).toEqual(['result-dispatched', 'result-held']);
  });
});

describe('our courier', () => {
  it('is told whether a visit counts, and what comes next', async () => {
    const parcel = await aParcel();
    const first = await parcel.tells(news(24, 9, 'attempt-failed'), clerk);
    expect(first).toMatchObject({
      value: {
        countsAsInvitation: true,
        next: { step: 'invite-again', notBefore: '2026-11-26' },
      },
    });
    const tooSoon = await parcel.tells(news(25, 9, 'attempt-failed'), clerk);
    expect(tooSoon).toMatchObject({ ok: true, value: { countsAsInvitation: false } });
  });

  it.each(['returning', 'returned-to-sender'] as const)(
    'may not report %s before two invitations and two working days (TT 17/2017)',
    async (kind) => {
      const parcel = await aParcel();
      expect(await parcel.tells(news(23, 9, kind), clerk)).toEqual(refusal('return-too-early'));
      for (const event of visits) await parcel.tells(event, clerk);
      expect(await parcel.tells(news(27, 9, kind), clerk)).toMatchObject({
        refusal: { code: 'return-too-early', invitations: 2, notBefore: '2026-11-30' },
      });
      expect(await parcel.tells(news(30, 8, kind), clerk)).toMatchObject({ ok: true });
    },
  );

  it('must show a proof, and say what was collected where something is due', async () => {
    const parcel = await aParcel({ stateFeesVnd: 50_000, codVnd: 0 });
    expect(await parcel.tells(news(24, 9, 'delivered'), clerk)).toMatchObject({
      refusal: { reason: 'no-proof-of-delivery' },
    });
    expect(await parcel.tells(news(24, 9, 'delivered', { proof }), clerk)).toMatchObject({
      refusal: { reason: 'collection-not-stated' },
    });
    const collected = { stateFeesVnd: 50_000, codVnd: 0 };
    expect(await parcel.tells(news(24, 9, 'delivered', { proof, collected }), clerk)).toMatchObject(
      { ok: true, value: { state: 'delivered' } },
    );
    expect(await parcel.dossier()).toMatchObject({ status: 'returned' });
  });
});

describe('a carrier', () => {
  it('is taken at its word where it sends back too early, and the breach stays visible', async () => {
    const parcel = await aParcel();
    expect(await parcel.tells(news(23, 9, 'returning'))).toMatchObject({ ok: true });
    for (const event of visits) await parcel.tells(event);
    expect(flagsOf(await parcel.shipment(), calendar)).toContain('returned-too-early');
  });

  it('that tells one delivery at two times has it told to the citizen once', async () => {
    const parcel = await aParcel();
    await parcel.tells(news(24, 10, 'delivered', { proof }));
    await parcel.tells(news(24, 9, 'delivered', { proof }));
    await parcel.tells(news(24, 11, 'delivered', { proof }));
    expect(await parcel.facts()).toEqual([
      'result-dispatched',
      'result-delivered',
      'parcel-time-corrected',
    ]);
    const desk = aDeskOver(parcel);
    await desk.tellAll();
    expect(desk.calls.filter(({ text }) => text.includes('da duoc giao'))).toHaveLength(1);
    expect((await parcel.dossier()).delivery?.deliveredAt).toBe(
      at('2026-11-24' as VietnamDay, 9 * 60),
    );
  });

  it('that tells one return at two times has it told once', async () => {
    const parcel = await aParcel();
    await parcel.tells(news(24, 10, 'returned-to-sender'));
    await parcel.tells(news(24, 9, 'returned-to-sender'));
    expect(await parcel.facts()).toEqual([
      'result-dispatched',
      'result-returned-to-agency',
      'parcel-time-corrected',
    ]);
  });

  it('whose truth changes is told each time', async () => {
    const parcel = await aParcel();
    await parcel.tells(news(24, 10, 'delivered', { proof }), clerk);
    await parcel.tells(news(24, 9, 'returned-to-sender'));
    expect(await parcel.facts()).toEqual([
      'result-dispatched',
      'result-delivered',
      'result-returned-to-agency',
    ]);
  });

  it('closes nothing without proof, until the proof comes', async () => {
    const parcel = await aParcel();
    await parcel.tells(news(24, 9, 'delivered'));
    expect(await parcel.dossier()).toMatchObject({ status: 'decided' });
    await parcel.tells(news(24, 9, 'delivered', { proof: { ...proof, identityChecked: false } }));
    expect(await parcel.dossier()).toMatchObject({ status: 'decided' });
    await parcel.tells(news(24, 9, 'delivered', { proof }));
    expect(await parcel.dossier()).toMatchObject({ status: 'returned' });
  });
});

describe('a waybill', () => {
  it('comes from a carrier that has given us some, and never from the numbers of slips', async () => {
    const world = await aWorldAt('decided');
    const slips = pools.map((pool) => ({ ...pool, use: 'slips' as const }));
    const catalogue = { ...noPlaces, procedureVersion: () => aProcedure };
    const asked = { actor: clerk, idempotency: undefined, dossierId: world.dossierId };
    const deps = { ...world, ids: makeUlids(), catalogue };
    for (const [carrier, some] of [
      ['nobody', pools],
      ['vnpost', slips],
    ] as const) {
      const create = makeCreateShipment({ ...deps, pools: some });
      expect(await create({ ...asked, carrier })).toEqual(refusal('carrier-unknown'));
    }
    expect((await world.ledger.load(world.dossierId))?.dossier).not.toHaveProperty('delivery');
  });
});
