import { describe, expect, it } from 'vitest';
import { sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { heldBy } from '#domain/custody/holding.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import type { PouchId } from '#domain/identifiers/pouch-id.ts';
import { makeAnnounceShipment } from '#functions/returns/application/announce-shipment.ts';
import { makeCreateShipment } from '#functions/returns/application/create-shipment.ts';
import { makePickUpResult } from '#functions/returns/application/pick-up-result.ts';
import type { CourierDesk, ParcelOrder } from '#functions/returns/ports/courier-desk.ts';
import { aProcedure, monday9, officer, resultAtCounter } from '#test/support/dossiers.ts';
import {
  aParcelOf,
  clerk,
  news,
  noPlaces,
  pools,
  proof,
  refusal,
} from '#test/support/shipments.ts';
import { aDeskOver } from '#test/support/sms-desks.ts';
import { aWorldAt } from '#test/support/worlds.ts';

const form = { id: 'don-de-nghi', copyKind: 'original', count: 1 } as const;
const office = { kind: 'office', id: 'bd-vi-thanh' } as const;
const agency = { kind: 'agency', id: 'ct-nnmt' } as const;
const citizen = { kind: 'citizen' } as const;
const pouch = '01KAPXJ5V0ZK9Q4T8N6W2C7D7A' as PouchId;

const broughtToAgency: readonly DossierFact[] = [
  { type: 'papers-packed', pouch },
  {
    type: 'papers-counted',
    pouch,
    from: office,
    to: agency,
    verdict: 'complete',
    found: [form],
    extra: [],
    giver: 'tuan',
    receiver: 'hoa',
  },
];
/** The counter sends what it has: what the agency had came back in a pouch. */
const broughtHome: readonly DossierFact[] = [
  { type: 'papers-packed', pouch },
  {
    type: 'papers-counted',
    pouch,
    from: agency,
    to: office,
    verdict: 'complete',
    found: [form],
    extra: [],
    giver: 'tuan',
    receiver: 'lan',
  },
];
const slip: DossierFact = {
  type: 'slip-issued',
  office: 'bd-vi-thanh',
  number: 'RG100000003VN',
  agency: 'ct-nnmt',
  issuedAt: monday9,
  handoverBy: monday9,
  manifestHash: 'b'.repeat(64),
};
const refused: DossierFact = {
  type: 'reception-refused',
  agency: 'ct-nnmt',
  reason: 'Sai thẩm quyền',
  refusedBy: officer.id,
  refusedAt: monday9,
};
const stopped: DossierFact = {
  type: 'dossier-stopped',
  agency: 'ct-nnmt',
  why: 'department',
  reason: 'Theo đề nghị',
  stoppedBy: officer.id,
};
const withdrawn: readonly DossierFact[] = [
  { type: 'withdrawal-requested', reason: 'Không cần nữa' },
  { type: 'withdrawal-granted' },
];

/** Each way in which a dossier ends without a result (domain §10.9). */
const endings = {
  'refused in writing': () =>
    aWorldAt('scanned', [slip, ...broughtToAgency, refused, ...broughtHome]),
  'withdrawn before a department had it': () => aWorldAt('scanned', withdrawn),
  'withdrawn from a department': () =>
    aWorldAt('waiting', [...broughtToAgency, ...withdrawn, ...broughtHome]),
  'asked to be withdrawn': () =>
    aWorldAt('waiting', [...broughtToAgency, ...withdrawn.slice(0, 1), ...broughtHome]),
  'stopped by a department': () =>
    aWorldAt('acknowledged', [...broughtToAgency, stopped, ...broughtHome]),
} as const;
type Ending = keyof typeof endings;
const each = Object.keys(endings) as Ending[];

const visits = [
  news(23, 8, 'posted'),
  news(24, 9, 'attempt-failed'),
  news(24, 12, 'held'),
  news(26, 9, 'attempt-failed'),
] as const;

const asked = { actor: clerk, idempotency: undefined } as const;
const catalogue = { ...noPlaces, procedureVersion: () => aProcedure };

const aCounter = (world: Awaited<ReturnType<typeof aWorldAt>>) =>
  makePickUpResult({ ...world, ids: makeUlids(), seals: { sha256 }, catalogue });

describe.each(each)('the papers of a dossier that was %s', (ending) => {
  it('go home by courier, and the case stays as it is', async () => {
    const world = await endings[ending]();
    const before = await world.ledger.load(world.dossierId);
    const parcel = await aParcelOf(world);
    const carrier = { kind: 'carrier', id: parcel.shipmentId } as const;
    expect(heldBy((await parcel.dossier()).custody, carrier)).toEqual([form]);
    await parcel.tells(news(24, 9, 'delivered', { proof }));
    expect(await parcel.facts()).toEqual(['papers-dispatched', 'papers-delivered']);
    const after = await parcel.dossier();
    expect(heldBy(after.custody, citizen)).toEqual([form]);
    expect(after.status).toBe(before?.dossier.status);
  });

  it('are invited for twice, then go back to where they came from, and may leave again', async () => {
    const world = await endings[ending]();
    const from = (await world.ledger.load(world.dossierId))?.dossier.custody[0]?.holder;
    const parcel = await aParcelOf(world);
    expect(await parcel.tells(news(23, 9, 'returning'), clerk)).toEqual(
      refusal('return-too-early'),
    );
    for (const event of visits) await parcel.tells(event, clerk);
    await parcel.tells(news(30, 8, 'returned-to-sender'), clerk);
    expect(await parcel.facts()).toEqual(['papers-dispatched', 'papers-held', 'papers-came-back']);
    const carrier = { kind: 'carrier', id: parcel.shipmentId } as const;
    expect((await parcel.dossier()).custody).toEqual([{ ...form, holder: carrier }]);
    const pickUp = { ...asked, dossierId: world.dossierId, receiver: 'self', proof } as const;
    expect(await aCounter(world)(pickUp)).toEqual(refusal('result-under-way'));
    await parcel.takenIn();
    expect((await parcel.dossier()).custody).toEqual([{ ...form, holder: from }]);
    const again = { ...asked, dossierId: parcel.dossierId, carrier: 'vnpost' };
    expect(await parcel.create(again)).toMatchObject({ ok: true });
  });

  it('leave once, and never where the citizen has them', async () => {
    const parcel = await aParcelOf(await endings[ending]());
    const again = { ...asked, dossierId: parcel.dossierId, carrier: 'vnpost' };
    expect(await parcel.create(again)).toEqual(refusal('step-not-allowed'));
    await parcel.tells(news(24, 9, 'delivered', { proof }));
    expect(await parcel.create(again)).toEqual(refusal('nothing-owed'));
  });

  it('are told of by SMS at each step, never naming the procedure', async () => {
    const parcel = await aParcelOf(await endings[ending]());
    for (const event of visits) await parcel.tells(event);
    const desk = aDeskOver(parcel);
    await parcel.tells(news(27, 9, 'delivered', { proof }));
    await desk.tellAll();
    const texts = desk.calls.map(({ text }) => text);
    const [sent, held, delivered] = texts.slice(-3);
    expect(sent).toMatch(/Giay to .* dang duoc phat tra, so hieu EE473124829VN/);
    expect(held).toMatch(/Chua tra duoc giay to .* Buu dien Vi Thanh/);
    expect(delivered).toMatch(/da duoc tra lai/);
  });

  it('are handed over at the counter after a closed door, not out of the courier’s bag', async () => {
    const world = await endings[ending]();
    const parcel = await aParcelOf(world);
    const pickUp = aCounter(world);
    const request = { ...asked, dossierId: world.dossierId, receiver: 'self', proof } as const;
    await parcel.tells(news(24, 8, 'out-for-delivery'));
    expect(await pickUp(request)).toEqual(refusal('result-under-way'));
    await parcel.tells(news(24, 9, 'attempt-failed'));
    const handed = await pickUp(request);
    expect(handed).toMatchObject({ ok: true });
    expect(heldBy((await parcel.dossier()).custody, citizen)).toEqual([form]);
    expect(await pickUp(request)).toEqual(refusal('nothing-owed'));
    // What the carrier says of it later moves nothing.
    await parcel.tells(news(25, 9, 'delivered', { proof }));
    expect(await parcel.facts()).toEqual(['papers-dispatched', 'papers-picked-up']);
  });
});

describe('papers that nobody may send', () => {
  it('lie at the agency', async () => {
    const world = await aWorldAt('scanned', [slip, ...broughtToAgency, refused]);
    await expect(aParcelOf(world)).rejects.toThrow('papers-elsewhere');
  });

  it('lie in a pouch', async () => {
    const world = await aWorldAt('scanned', [slip, { type: 'papers-packed', pouch }, ...withdrawn]);
    const create = makeCreateShipment({ ...world, ids: makeUlids(), pools, catalogue });
    const sent = await create({ ...asked, dossierId: world.dossierId, carrier: 'vnpost' });
    expect(sent).toEqual(refusal('papers-packed'));
  });

  it('are with the courier still, or lost', async () => {
    const back = { ...broughtToAgency[1], to: { kind: 'courier', id: 'bd-vi-thanh' } };
    const facts = [slip, broughtToAgency[0], back, ...withdrawn] as readonly DossierFact[];
    const world = await aWorldAt('scanned', facts);
    const create = makeCreateShipment({ ...world, ids: makeUlids(), pools, catalogue });
    const sent = await create({ ...asked, dossierId: world.dossierId, carrier: 'vnpost' });
    expect(sent).toEqual(refusal('papers-elsewhere'));
  });
});

describe('money with the papers', () => {
  it('is collected only where it is some agency’s', async () => {
    const collectOnDelivery = { stateFeesVnd: 0, codVnd: 28_000, postageVnd: 28_000 };
    const send = async (ending: Ending) => {
      const world = await endings[ending]();
      const create = makeCreateShipment({ ...world, ids: makeUlids(), pools, catalogue });
      return create({ ...asked, dossierId: world.dossierId, carrier: 'vnpost', collectOnDelivery });
    };
    const nobodys = await send('withdrawn before a department had it');
    expect(nobodys).toEqual(refusal('agency-unknown'));
    expect(await send('refused in writing')).toMatchObject({ ok: true });
  });
});

describe('a stopped dossier that goes on', () => {
  it('hears of its papers’ parcel all the same, and its result leaves after that', async () => {
    const parcel = await aParcelOf(await endings['stopped by a department']());
    const stored = await parcel.ledger.load(parcel.dossierId);
    if (!stored) throw new Error('no dossier');
    const facts: readonly DossierFact[] = [
      { type: 'dossier-resumed', calendarVersions: [] },
      {
        type: 'dossier-decided',
        leaseNo: 1,
        agency: 'ct-nnmt',
        outcome: 'approved',
        resultScan: '01KAPXJ5V0ZK9Q4T8N6W2C7D3H' as never,
        decidedAt: monday9,
        decidedBy: officer.id,
      },
    ];
    const by = { actor: { kind: 'system', id: 'test' }, now: monday9 } as const;
    const change = record(stored.dossier, parcel.dossierId, [...facts, ...resultAtCounter], by);
    await parcel.ledger.commit({ dossiers: [{ change, chainHash: stored.chainHash }] });
    const result = { ...asked, dossierId: parcel.dossierId, carrier: 'vnpost' };
    expect(await parcel.create(result)).toEqual(refusal('step-not-allowed'));
    await parcel.tells(news(24, 9, 'delivered', { proof }));
    expect(await parcel.dossier()).toMatchObject({ status: 'decided' });
    expect(await parcel.create(result)).toMatchObject({ ok: true });
  });
});

describe('the carrier', () => {
  it('is told of papers by the number that is on them', async () => {
    const parcel = await aParcelOf(await endings['refused in writing']());
    const orders: ParcelOrder[] = [];
    const desk: CourierDesk = {
      carrier: 'vnpost',
      isConfigured: async () => true,
      announce: async (order) => {
        orders.push(order);
        return { outcome: 'accepted' };
      },
      newsAfter: async (lastId) => ({ news: [], lastId }),
    };
    const sender = { name: 'Bưu điện', phone: '', address: '' };
    await makeAnnounceShipment({ ...parcel, desk, senderOf: () => sender })(parcel.shipmentId);
    expect(orders).toMatchObject([{ orderNumber: 'RG100000003VN', waybill: 'EE473124829VN' }]);
  });
});
