import { describe, expect, it } from 'vitest';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { type Holder, heldBy } from '#domain/custody/holding.ts';
import { resultPaper } from '#domain/custody/paper.ts';
import type { ReturnOrderId } from '#domain/identifiers/record-ids.ts';
import {
  makeFindLostResult,
  makeListLostResults,
} from '#functions/handover/application/find-lost-result.ts';
import { makeMovePapers } from '#functions/handover/application/move-papers.ts';
import { makePackPouch } from '#functions/handover/application/pack-pouch.ts';
import { makeSettlePouch } from '#functions/handover/application/settle-pouch.ts';
import { makeWorkPouch } from '#functions/handover/application/work-pouch.ts';
import { makeCorrectOrder } from '#functions/returns/application/correct-order.ts';
import { makeReissueResult } from '#functions/returns/application/end-parcel.ts';
import { orderMessageKind, returnOrderKind } from '#functions/returns/records.ts';
import { lostResultKind } from '#ports/kernel-records.ts';
import { aProcedure, officer } from '#test/support/dossiers.ts';
import { makeCalendars, provinceCatalogue, provinceOffices } from '#test/support/province.ts';
import { anOrderDesk, askedOrder, ordered } from '#test/support/return-orders.ts';
import { clerk, mustBe, refusal } from '#test/support/shipments.ts';
import { aDeskOver } from '#test/support/sms-desks.ts';
import { aWorldAt } from '#test/support/worlds.ts';

const office = { kind: 'office', id: 'bd-vi-thanh' } as const;
const agency = { kind: 'agency', id: 'ct-nnmt' } as const;
const courier: Staff = { kind: 'staff', id: 'tuan', role: 'courier', office: office.id };
const strangers: readonly Staff[] = [
  { ...clerk, id: 'yen', office: 'bd-nga-bay' },
  { ...officer, id: 'dung', agency: 'ct-tp' },
];
const page = { limit: 10 };
const word = 'Nằm dưới đáy túi';

type World = Awaited<ReturnType<typeof aWorldAt>>;

const looking = (world: World) => {
  const find = makeFindLostResult(world);
  const list = makeListLostResults(world);
  const by = (actor: Staff, lostId: string) => ({ actor, idempotency: undefined, lostId });
  return {
    found: (actor: Staff, lostId: string) => find.found({ ...by(actor, lostId), word }),
    confirm: (actor: Staff, lostId: string) => find.confirm(by(actor, lostId)),
    list: async (actor: Staff) => (await list(actor, page)).items.map(({ id }) => id),
    lost: (id: string) => mustBe(world.ledger.record(lostResultKind, id)),
  };
};

/** The agency sent the result in a pouch, and it was not there when both sides counted. */
const aLostResult = async () => {
  const world = await aWorldAt('decided');
  const catalogue = {
    ...provinceCatalogue,
    procedureVersion: () => aProcedure,
  } as typeof provinceCatalogue;
  const deps = { ...world, ids: makeUlids(), catalogue, calendars: makeCalendars(world) };
  const work = makeWorkPouch(deps as never);
  const by = (actor: Staff) => ({ actor, idempotency: undefined });
  const opened = await work.open({ ...by(officer), to: office });
  if (!opened.ok) throw new Error(opened.refusal.code);
  const pouchId = opened.value.id;
  const { dossierId } = world;
  await makePackPouch(deps as never).pack({ ...by(officer), pouchId, dossierId });
  await work.seal({ ...by(officer), pouchId, sealNumber: 'NP-1' });
  await work.take({ ...by(courier), pouchId, sealNumber: 'NP-1' });
  const line = { dossierId, verdict: 'missing', isTaken: true, found: [], extra: [] } as const;
  const count = { isSealIntact: true, lines: [line], strays: [] };
  const counted = await work.count({ ...by(clerk), pouchId, count });
  if (!counted.ok) throw new Error(JSON.stringify(counted.refusal));
  const countNo = counted.value.count?.no ?? 0;
  await work.sign({ ...by(courier), pouchId, countNo });
  await work.sign({ ...by(clerk), pouchId, countNo });
  const settled = await makeSettlePouch(deps as never)(pouchId);
  if (!settled.ok) throw new Error(settled.refusal.code);
  const missing = { kind: 'missing', id: pouchId } as const;
  const has = async (holder: Holder) =>
    heldBy((await mustBe(world.ledger.load(dossierId))).dossier.custody, holder);
  return {
    ...world,
    ...looking(world),
    deps,
    pouchId,
    missing,
    has,
    isUnbalanced: settled.value.isUnbalanced,
  };
};

describe('a dossier’s result that a pouch had missing', () => {
  it('is told to the citizen, and stands on the list of both its ends', async () => {
    const world = await aLostResult();
    expect(world.isUnbalanced).toBe(true);
    expect(await world.has(world.missing)).toEqual([resultPaper]);
    for (const reader of [clerk, officer])
      expect(await world.list(reader)).toEqual([world.dossierId]);
    for (const stranger of strangers) expect(await world.list(stranger)).toEqual([]);
    const desk = aDeskOver(world);
    await desk.tellAll();
    expect(desk.calls.map(({ text }) => text).at(-1)).toMatch(
      /^Buu dien xin loi: ket qua ho so \S+ bi that lac khi giao nhan/,
    );
  });

  it('is there again when one has found it and another has seen it, where it was found', async () => {
    for (const [finder, second, place] of [
      [clerk, courier, office],
      [{ ...officer, name: 'Trần Thị Hoa' }, clerk, agency],
    ] as const) {
      const world = await aLostResult();
      const { dossierId: id } = world;
      expect(await world.confirm(second, id)).toEqual(refusal('nothing-lost'));
      expect(await world.found(finder, id)).toMatchObject({
        value: { found: { word, place, name: finder.name ?? finder.id } },
      });
      expect(await world.has(world.missing)).toEqual([resultPaper]);
      expect(await world.confirm(finder, id)).toEqual(refusal('same-signatory'));
      for (const stranger of strangers) {
        expect(await world.found(stranger, id)).toEqual(refusal('lost-unknown'));
        expect(await world.confirm(stranger, id)).toEqual(refusal('lost-unknown'));
      }
      expect(await world.confirm(second, id)).toMatchObject({ value: { ended: { how: 'found' } } });
      expect(await world.has(place)).toContainEqual(resultPaper);
      expect(await world.list(clerk)).toEqual([]);
      const last = (await world.ledger.history(id)).at(-1);
      expect(last?.fact).toMatchObject({ type: 'papers-recovered', at: place, giver: finder.id });
      expect(await world.found(clerk, id)).toEqual(refusal('nothing-lost'));
      expect(await world.confirm(second, id)).toEqual(refusal('nothing-lost'));
    }
  });

  it('is found by no clerk alone', async () => {
    const world = await aLostResult();
    const papers = makeMovePapers(world.deps as never);
    const asked = { actor: clerk, idempotency: undefined, dossierId: world.dossierId };
    expect(await papers.recover({ ...asked, papers: [resultPaper], how: 'found' })).toEqual(
      refusal('same-signatory'),
    );
  });

  it('is made anew, and nobody looks for the old one', async () => {
    const world = await aLostResult();
    const { dossierId } = world;
    await world.found(clerk, dossierId);
    const reissue = makeReissueResult(world);
    const asked = { actor: officer, idempotency: undefined, dossierId };
    expect(await reissue(asked)).toMatchObject({ ok: true });
    expect(await world.has(agency)).toContainEqual(resultPaper);
    expect(await world.lost(dossierId)).toMatchObject({ ended: { how: 'reissued' } });
    expect(await world.list(officer)).toEqual([]);
    expect(await world.confirm(courier, dossierId)).toEqual(refusal('nothing-lost'));
    expect(await reissue(asked)).toEqual(refusal('nothing-lost'));
  });
});

describe('an order’s result that a pouch had missing', () => {
  const aLostOrder = async (code?: string) => {
    const desk = await anOrderDesk();
    const answer = code === undefined ? undefined : await desk.order({ externalCode: code });
    const id = answer?.ok ? answer.value.returnOrderId : await ordered(desk);
    await desk.pouches.bring(id, { verdict: 'missing', isTaken: true });
    const work = makeCorrectOrder({ ...desk, offices: provinceOffices });
    const said = {
      actor: officer,
      idempotency: undefined,
      returnOrderId: id,
      reason: 'Đã làm lại',
    };
    const orderOf = () => mustBe(desk.ledger.record(returnOrderKind, id as ReturnOrderId));
    return { ...desk, ...looking(desk), id, work, said, orderOf };
  };

  it('is told to its recipient by its own message, also under a long code', async () => {
    for (const code of [askedOrder.externalCode, `G22.99.01-${'7'.repeat(50)}`]) {
      const desk = await aLostOrder(code);
      const { items } = await desk.index.listed(orderMessageKind, 'waiting', page);
      expect(items).toHaveLength(1);
      const sms = aDeskOver(desk);
      await sms.tellAll();
      await sms.tellOrders();
      expect(sms.calls.at(-1)?.text).toContain(
        `ket qua ho so ${code.slice(0, 40)} bi that lac khi giao nhan`,
      );
    }
  });

  it('is found at either end by two, and goes on from there', async () => {
    const desk = await aLostOrder();
    expect(await desk.list(clerk)).toEqual([desk.id]);
    await desk.found(officer, desk.id);
    expect(await desk.orderOf()).toMatchObject({ state: 'lost' });
    expect(await desk.confirm(clerk, desk.id)).toMatchObject({ ok: true });
    expect(await desk.orderOf()).toMatchObject({ state: 'waiting', holder: agency });
    expect(await desk.orderOf()).not.toHaveProperty('settledAt');
    await desk.pouches.bring(desk.id);
    expect(await desk.ship(desk.id)).toMatchObject({ ok: true });
  });

  it('that was withdrawn meanwhile stays so where it is found', async () => {
    const desk = await aLostOrder();
    await desk.work.withdraw(desk.said);
    await desk.found(clerk, desk.id);
    await desk.confirm(officer, desk.id);
    expect(await desk.orderOf()).toMatchObject({ state: 'withdrawn', holder: office });
  });

  it('is looked for by nobody once it is made anew, and lost once more it is listed again', async () => {
    const desk = await aLostOrder();
    await desk.found(clerk, desk.id);
    await desk.work.reissue(desk.said);
    expect(await desk.list(clerk)).toEqual([]);
    expect(await desk.confirm(courier, desk.id)).toEqual(refusal('nothing-lost'));
    expect(await desk.found(clerk, desk.id)).toEqual(refusal('nothing-lost'));
    await desk.pouches.bring(desk.id, { verdict: 'missing', isTaken: true });
    expect(await desk.list(clerk)).toEqual([desk.id]);
    expect(await desk.lost(desk.id)).not.toHaveProperty('ended');
  });
});
