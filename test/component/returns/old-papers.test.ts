import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/node/seals.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { heldBy } from '#domain/custody/holding.ts';
import { packable } from '#domain/dossier/steps/handover.ts';
import type { TakeBackLine } from '#domain/shipment/take-back.ts';
import { makeListOldPapers, makeMovePapers } from '#functions/handover/application/move-papers.ts';
import {
  makePickUpResult,
  type PickUpResult,
} from '#functions/returns/application/pick-up-result.ts';
import { flagsOf } from '#functions/returns/domain/flags.ts';
import { aProcedure, officer, resultAtCounter } from '#test/support/dossiers.ts';
import {
  aParcelOf,
  calendar,
  clerk,
  mustBe,
  news,
  proof,
  refusal,
  vnpost,
} from '#test/support/shipments.ts';
import { aWorldAt, writing } from '#test/support/worlds.ts';

const old = { id: 'giay-phep-cu', copyKind: 'original', count: 1 } as const;
const office = { kind: 'office', id: 'bd-vi-thanh' } as const;
const agency = { kind: 'agency', id: 'ct-nnmt' } as const;
const courier = { kind: 'courier', id: 'bd-vi-thanh' } as const;

/** An exchange of driving licences: a copy is filed, and the old one comes back for the new one. */
const exchange = (change: Partial<Procedure['result']> = {}): Procedure => ({
  ...aProcedure,
  components: [
    ...aProcedure.components,
    { id: old.id, name: 'Giấy phép cũ', copyKind: 'photocopy', count: 1, required: true },
  ],
  result: { name: 'Giấy phép', takesOldPapersBack: true, oldPapers: [old.id], ...change },
});

const line = (outcome: TakeBackLine['outcome'], paper: string = old.id): TakeBackLine => ({
  paper,
  outcome,
  count: 1,
});

const page = { limit: 10 };

const anExchange = async (procedure = exchange()) => {
  const world = await aWorldAt('decided', resultAtCounter);
  const deps = { ...world, catalogue: { procedureVersion: () => procedure } as never };
  const papers = makeMovePapers(deps);
  const by = { actor: clerk, idempotency: undefined, dossierId: world.dossierId };
  const list = makeListOldPapers(world);
  return {
    ...world,
    procedure,
    list,
    parcel: () => aParcelOf(world, undefined, procedure),
    pickUp: (takeBack?: readonly TakeBackLine[], change: Partial<PickUpResult> = {}) =>
      makePickUpResult({
        ...deps,
        ids: { next: () => '01KAPXJ5V0ZK9Q4T8N6W2C7D3Z' as never },
        seals: { sha256 },
      })({ ...by, receiver: 'self', proof, takeBack, ...change }),
    takeOld: (takeBack: readonly TakeBackLine[], actor = clerk) =>
      papers.takeOld({ ...by, actor, takeBack }),
    comesIn: () => papers.takeBack(by),
    dossier: async () => (await mustBe(world.ledger.load(world.dossierId))).dossier,
    lines: async (actor = clerk) => (await list(actor, page)).items,
  };
};

const delivered = (takeBack?: readonly TakeBackLine[]) =>
  news(24, 9, 'delivered', { proof, ...(takeBack && { takeBack }) });

describe('an old paper that the result replaces (thu hồi giấy tờ, TT 17/2017)', () => {
  it('stands on the parcel’s label, by name', async () => {
    const parcel = await (await anExchange()).parcel();
    expect(await parcel.shipment()).toMatchObject({ takeBack: ['Giấy phép cũ'], oldPapers: [old] });
  });

  it('is not asked for where the citizen handed the original in', async () => {
    const world = await anExchange(exchange({ oldPapers: ['don-de-nghi'] }));
    const parcel = await world.parcel();
    expect(await parcel.shipment()).not.toHaveProperty('takeBack');
    expect(await parcel.tells(delivered(), clerk)).toMatchObject({ ok: true });
    expect(await world.lines()).toEqual([]);
  });

  it.each([
    ['nothing', undefined, 'old-papers-unstated'],
    ['another paper', [line('taken', 'so-ho-khau')], 'old-papers-differ'],
    ['more than there are', [line('taken'), line('taken')], 'old-papers-differ'],
  ] as const)('of which our courier says %s is a refusal', async (_, said, code) => {
    const parcel = await (await anExchange()).parcel();
    expect(await parcel.tells(delivered(said), clerk)).toEqual(refusal(code));
  });

  it('goes from the door to the office, in a pouch to the agency, and is listed until it is there', async () => {
    const world = await anExchange();
    const parcel = await world.parcel();
    await parcel.tells(delivered([line('taken')]), clerk);
    expect(heldBy((await world.dossier()).custody, courier)).toEqual([old]);
    expect(await world.lines()).toMatchObject([
      { dossierId: world.dossierId, outstanding: [], withPost: [old] },
    ]);
    expect(packable(await world.dossier(), world.procedure, office, agency)).toMatchObject({
      value: { papers: [{ id: 'don-de-nghi' }] },
    });
    await world.comesIn();
    const packed = packable(await world.dossier(), world.procedure, office, agency);
    expect(packed).toMatchObject({ value: { papers: expect.arrayContaining([old]) } });
    const signed = { giver: 'tuan', receiver: 'hoa', pouch: parcel.shipmentId as never };
    const count = { verdict: 'complete', found: [old], extra: [], from: office } as const;
    await writing(world, [{ type: 'papers-counted', to: agency, ...count, ...signed }]);
    expect(heldBy((await world.dossier()).custody, agency)).toContainEqual(old);
    expect(await world.lines()).toEqual([]);
  });

  it('that was not at hand is outstanding for the office and the agency, and for nobody else', async () => {
    const world = await anExchange();
    const parcel = await world.parcel();
    await parcel.tells(delivered([line('not-at-hand')]), clerk);
    expect(await world.dossier()).toMatchObject({ status: 'returned' });
    for (const reader of [clerk, officer])
      expect(await world.lines(reader)).toMatchObject([{ outstanding: [old], withPost: [] }]);
    expect(await world.lines({ ...clerk, office: 'bd-nga-bay' })).toEqual([]);
    expect(await world.lines({ ...officer, agency: 'ct-tp' })).toEqual([]);
  });

  it.each([
    ['brought to the counter later', 'taken', [old]],
    ['declared lost later', 'lost-declared', []],
  ] as const)('%s is outstanding no longer', async (_, outcome, atOffice) => {
    const world = await anExchange();
    await (await world.parcel()).tells(delivered([line('not-at-hand')]), clerk);
    expect(await world.takeOld([line(outcome)], { ...clerk, office: 'bd-nga-bay' })).toEqual(
      refusal('dossier-unknown'),
    );
    expect(await world.takeOld([line(outcome)])).toMatchObject({ ok: true });
    expect(await world.lines()).toMatchObject(
      atOffice.length > 0 ? [{ outstanding: [], withPost: atOffice }] : [],
    );
    expect(await world.takeOld([line(outcome)])).toEqual(refusal('old-papers-differ'));
  });

  it('is asked for at the counter as at the door', async () => {
    const world = await anExchange();
    expect(await world.pickUp()).toEqual(refusal('old-papers-unstated'));
    expect(await world.pickUp([line('taken')])).toMatchObject({ ok: true });
    expect(heldBy((await world.dossier()).custody, office)).toContainEqual(old);
  });

  it('goes to the agency without what is the citizen’s and lies at the office too', async () => {
    const givenBack = exchange();
    const [form, ...others] = givenBack.components;
    if (!form) throw new Error('no form');
    const components = [{ ...form, isGivenBack: true }, ...others];
    const world = await anExchange({ ...givenBack, components });
    await world.pickUp([line('taken')]);
    expect(packable(await world.dossier(), world.procedure, office, agency)).toMatchObject({
      value: { papers: [old] },
    });
  });

  it('is the citizen’s still where the application was refused', async () => {
    const world = await anExchange();
    const stored = await mustBe(world.ledger.load(world.dossierId));
    const { decision } = stored.dossier;
    if (!decision) throw new Error('undecided');
    await writing(world, [
      { type: 'dossier-decided', agency: agency.id, leaseNo: 1, ...decision, outcome: 'refused' },
    ]);
    expect(await world.pickUp()).toMatchObject({ ok: true });
  });

  it.each(['not-at-hand', 'lost-declared'] as const)(
    'that the procedure demands first keeps the result with us where it is %s',
    async (outcome) => {
      const world = await anExchange(exchange({ demandsOldPapers: true }));
      expect(await world.pickUp([line(outcome)])).toEqual(refusal('old-papers-demanded'));
      const parcel = await world.parcel();
      expect(await parcel.tells(delivered([line(outcome)]), clerk)).toEqual(
        refusal('old-papers-demanded'),
      );
      expect(await parcel.tells(delivered([line('taken')]), clerk)).toMatchObject({ ok: true });
    },
  );
});

describe('a carrier’s word on old papers', () => {
  it('is taken down and flagged, demanded or not: what it says has happened', async () => {
    const world = await anExchange(exchange({ demandsOldPapers: true }));
    const parcel = await world.parcel();
    await parcel.tells(delivered(), vnpost);
    expect(await world.dossier()).toMatchObject({ status: 'returned' });
    expect(flagsOf(await parcel.shipment(), calendar)).toEqual([
      'no-posting',
      'old-papers-not-taken',
      'take-back-not-stated',
    ]);
    expect(await world.lines()).toMatchObject([{ outstanding: [old] }]);
  });

  it('counts once, however late and often it comes', async () => {
    const world = await anExchange();
    const parcel = await world.parcel();
    await parcel.tells(delivered(), vnpost);
    await parcel.tells(delivered([line('taken')]), vnpost);
    await parcel.tells(delivered([line('taken')]), vnpost);
    const carrier = { kind: 'carrier', id: parcel.shipmentId } as const;
    expect(heldBy((await world.dossier()).custody, carrier)).toEqual([old]);
    expect(await parcel.facts()).toEqual([
      'result-dispatched',
      'result-delivered',
      'old-papers-reported',
      'old-papers-reported',
    ]);
  });

  it('makes none of our couriers answer for them: its postman has them until the counter does', async () => {
    const world = await anExchange();
    const parcel = await world.parcel();
    await parcel.tells(delivered([line('taken')]), vnpost);
    expect(heldBy((await world.dossier()).custody, courier)).toEqual([]);
    expect(await world.lines()).toMatchObject([{ withPost: [old] }]);
    expect(await parcel.takenIn()).toMatchObject({ ok: true });
    expect(heldBy((await world.dossier()).custody, office)).toContainEqual(old);
    expect(await parcel.takenIn()).toEqual(refusal('papers-elsewhere'));
    expect(await parcel.shipment()).not.toHaveProperty('takenIn');
  });

  it('of a paper that nobody asked for brings none into custody', async () => {
    const world = await anExchange();
    const parcel = await world.parcel();
    await parcel.tells(delivered([line('taken', 'so-ho-khau')]), vnpost);
    expect(heldBy((await world.dossier()).custody, courier)).toEqual([]);
    expect(flagsOf(await parcel.shipment(), calendar)).toContain('take-back-differs');
  });

  it('of a delivery that was none leaves nothing outstanding', async () => {
    const world = await anExchange();
    const parcel = await world.parcel();
    await parcel.tells(delivered([line('not-at-hand')]), clerk);
    await parcel.tells(news(23, 8, 'returning'), vnpost);
    expect(await world.dossier()).toMatchObject({ status: 'decided' });
    expect(await world.lines()).toEqual([]);
  });
});
