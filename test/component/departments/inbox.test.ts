import { describe, expect, it } from 'vitest';
import { makeMemoryUnitOfWork } from '#adapters/memory/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { dossierNames } from '#application/dossier-names.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { days, minutes } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { DossierView, dossierView } from '#edge/views/dossier.ts';
import { inboxView } from '#functions/departments/api/views/inbox.ts';
import { makePullDossiers } from '#functions/departments/application/pull-dossiers.ts';
import {
  type InboxAsk,
  makeReadInbox,
  makeReadPulse,
} from '#functions/departments/application/read-inbox.ts';
import { aDepartmentDesk } from '#test/support/department-desk.ts';
import { aProcedure, officer, resultScan } from '#test/support/dossiers.ts';
import { provinceCatalogue } from '#test/support/province.ts';
import { refusal } from '#test/support/shipments.ts';
import { aClock, aWorldAt } from '#test/support/worlds.ts';

const hoa: Staff = { ...officer, name: 'Phạm Thị Hoa' };
const agency = 'ct-nnmt';
const idempotency = undefined;
const catalogue = { ...provinceCatalogue, procedure: () => aProcedure };

const aDesk = () => {
  const { clock, advance } = aClock();
  const stores = { ...makeMemoryUnitOfWork(sha256), clock };
  const inbox = makeReadInbox(stores);
  const pulse = makeReadPulse({ ...stores, sha256 });
  const pull = makePullDossiers(stores);
  return {
    advance,
    ...aDepartmentDesk(stores, clock, agency),
    inbox: async (asked: Partial<InboxAsk> = {}, limit = 10, after?: string) => {
      const ask = { actor: hoa, agency, state: 'waiting', holder: 'anyone', ...asked } as const;
      const read = await inbox(ask, { limit, ...(after !== undefined && { after }) });
      if (!read.ok) throw new Error(read.refusal.code);
      return read.value;
    },
    pulse: async (actor = hoa) => {
      const read = await pulse(actor, agency);
      if (!read.ok) throw new Error(read.refusal.code);
      return read.value;
    },
    strange: () => [
      inbox({ actor: hoa, agency: 'ct-tp', state: 'waiting', holder: 'anyone' }, { limit: 1 }),
      pulse(hoa, 'ct-tp'),
    ],
    hold: async (actor: Staff, id: DossierId) => {
      const request = { actor, idempotency, agency, max: 1, leaseSeconds: 600 };
      const held = await pull({ ...request, dossierIds: [id] });
      if (!held.ok) throw new Error(held.refusal.code);
    },
  };
};

const ids = ({ items }: { readonly items: readonly { readonly id: string }[] }) =>
  items.map(({ id }) => id);

describe('an inbox', () => {
  it('says who holds what by the name that their token told', async () => {
    const desk = aDesk();
    const [id] = await desk.lay(1, { dueAt: desk.inMinutes(60) });
    if (!id) throw new Error('none laid');
    await desk.hold(hoa, id);
    await desk.hold({ ...hoa, name: 'Phạm Thị Hòa' }, id);
    await desk.hold({ ...hoa, name: 'Phạm Thị Hòa' }, id);
    expect(inboxView(catalogue, await desk.inbox()).items).toEqual([
      expect.objectContaining({
        dossierId: id,
        procedureName: aProcedure.name,
        leasedBy: { id: 'hoa', name: 'Phạm Thị Hòa' },
      }),
    ]);
    // Whose token tells no name is known by id.
    desk.advance(minutes(20));
    await desk.hold({ ...officer, id: 'x' }, id);
    const [line] = inboxView({ procedure: () => undefined }, await desk.inbox()).items;
    expect(line?.leasedBy).toEqual({ id: 'x' });
    expect(line?.procedureName).toBeUndefined();
  });

  it('shows what is mine until my lease has lapsed', async () => {
    const desk = aDesk();
    const [mine, other] = await desk.lay(3, { dueAt: desk.inMinutes(60) });
    if (!mine || !other) throw new Error('none laid');
    await desk.hold(hoa, mine);
    await desk.hold({ ...officer, id: 'x' }, other);
    expect(ids(await desk.inbox({ holder: 'me' }))).toEqual([mine]);
    desk.advance(minutes(20));
    expect(ids(await desk.inbox({ holder: 'me' }))).toEqual([]);
  });

  it('shows one procedure, and what is due before a day', async () => {
    const desk = aDesk();
    const today = await desk.lay(2, { dueAt: desk.inMinutes(60) });
    await desk.lay(1, { dueAt: desk.inMinutes(60 * 24 * 3) });
    const forEver = await desk.lay(1, {});
    expect(ids(await desk.inbox())).toContain(forEver[0]);
    const tomorrow = dayOf(desk.inMinutes(60 * 24));
    expect(ids(await desk.inbox({ dueBefore: tomorrow }))).toEqual([...today].sort());
    expect(ids(await desk.inbox({ dueBefore: tomorrow }, 1))).toHaveLength(1);
    expect(ids(await desk.inbox({ procedure: '1.000001' }))).toHaveLength(4);
    expect(ids(await desk.inbox({ procedure: '9.999999' }))).toEqual([]);
  });

  it('goes on from its cursor when a filter finds too little at once', async () => {
    const desk = aDesk();
    const laid = await desk.lay(25, { dueAt: desk.inMinutes(60) });
    const last = [...laid].sort().at(-1);
    if (!last) throw new Error('none laid');
    await desk.hold(hoa, last);
    const found: string[] = [];
    let after: string | undefined;
    let pages = 0;
    do {
      const page = await desk.inbox({ holder: 'me' }, 2, after);
      found.push(...ids(page));
      after = page.next;
      pages += 1;
    } while (after !== undefined);
    expect(found).toEqual([last]);
    expect(pages).toBe(2);
  });

  it('of another department does not exist, and neither does its pulse', async () => {
    const [inbox, pulse] = await Promise.all(aDesk().strange());
    expect(inbox).toEqual(refusal('dossier-unknown'));
    expect(pulse).toEqual(refusal('dossier-unknown'));
  });
});

describe('a pulse', () => {
  it('counts what lies where, and moves when a line does', async () => {
    const desk = aDesk();
    const empty = await desk.pulse();
    expect(empty.counts.waiting).toEqual({ count: 0, isMore: false });
    const [id] = await desk.lay(101, { dueAt: desk.inMinutes(60) });
    if (!id) throw new Error('none laid');
    const laid = await desk.pulse();
    expect(laid.counts.waiting).toEqual({ count: 100, isMore: true });
    expect(laid.stamp).not.toBe(empty.stamp);
    expect(await desk.pulse()).toEqual(laid);
    await desk.hold(hoa, id);
    const held = await desk.pulse();
    expect(held.stamp).not.toBe(laid.stamp);
    expect(held.mine).toBe(1);
    expect((await desk.pulse({ ...hoa, id: 'x' })).mine).toBe(0);
    desk.advance(days(1));
    expect((await desk.pulse()).mine).toBe(0);
  });
});

describe('what stands beside the ids of a dossier', () => {
  const proposal = {
    type: 'decision-proposed',
    leaseNo: 1,
    outcome: 'refused',
    resultScan,
    reason: 'Thiếu điều kiện',
    decidedAt: 0,
    decidedBy: officer.id,
  } as never;
  const named = {
    ...provinceCatalogue,
    procedureVersion: () => ({ ...aProcedure, approval: 'leader' as const }),
  };

  const seen = async (
    actor: Staff,
    proposes: boolean,
    catalogueOf: typeof named | typeof provinceCatalogue = named,
  ) => {
    const world = await aWorldAt('result-ready', proposes ? [proposal] : []);
    const stored = await world.ledger.load(world.dossierId);
    if (!stored) throw new Error('lost');
    const names = await dossierNames({ ...world, catalogue: catalogueOf }, actor, stored.dossier);
    return DossierView.strict().parse(dossierView(stored, names));
  };
  const clerk: Staff = { kind: 'staff', id: 'lan', role: 'clerk', office: 'bd-vi-thanh' };

  it('is for everybody but who holds it and what is proposed', async () => {
    const view = await seen(officer, false);
    expect(view.officeName).toBe('Bưu điện Vị Thanh');
    expect(view.procedure).toMatchObject({ name: aProcedure.name, approval: 'leader' });
    expect(view.components[0]?.name).toBe(aProcedure.components[0]?.name);
    expect(view.department).toMatchObject({
      agencyName: 'Sở Nông nghiệp và Môi trường thành phố Cần Thơ',
      leasedBy: { id: 'hoa' },
    });
    expect((await seen(clerk, false)).department?.leasedBy).toBeUndefined();
  });

  it('tells the agency what waits for its leader, and the counter nothing of it', async () => {
    expect((await seen(officer, true)).proposal).toEqual({
      outcome: 'refused',
      proposedAt: '1970-01-01T07:00:00+07:00',
      proposedBy: { id: 'hoa' },
      resultScan,
      reason: 'Thiếu điều kiện',
    });
    expect((await seen(clerk, true)).proposal).toBeUndefined();
  });

  it('is left out where the catalogue no longer names it', async () => {
    const view = await seen(officer, false, provinceCatalogue);
    expect(view.procedure).toEqual({ code: '1.000001', version: '1' });
  });
});
