import { describe, expect, it } from 'vitest';
import { makeMemoryUnitOfWork } from '#adapters/memory/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import { record } from '#domain/dossier/record.ts';
import type { CountedLine } from '#domain/handover/pouch.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { Outcome } from '#domain/refusal.ts';
import { hours } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { makeIssueSlip } from '#functions/handover/application/issue-slip.ts';
import { makeFindPapers, makeMovePapers } from '#functions/handover/application/move-papers.ts';
import { makePackPouch } from '#functions/handover/application/pack-pouch.ts';
import { makeSettlePouch } from '#functions/handover/application/settle-pouch.ts';
import { makeWorkPouch } from '#functions/handover/application/work-pouch.ts';
import { pouchKind } from '#ports/kernel-records.ts';
import type { Seals } from '#ports/seals.ts';
import { anApplicant, aScan, monday9, officer } from '#test/support/dossiers.ts';
import { provinceCatalogue as catalogue, makeCalendars } from '#test/support/province.ts';
import { aClock } from '#test/support/worlds.ts';

const clerk: Staff = { kind: 'staff', id: 'lan', role: 'clerk', office: 'bd-vi-thanh' };
const courier: Staff = { kind: 'staff', id: 'tuan', role: 'courier', office: 'bd-vi-thanh' };
const [procedure] = catalogue.search('dat dai cap doi', dayOf(monday9));
if (!procedure) throw new Error('no land procedure');
const components = procedure.components.filter(({ required }) => required);
const papers = components.map(({ id, copyKind, count }) => ({ id, copyKind, count }));

const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
};

/** A counter in mode agent, on memory stores. `failing` makes the n-th commit from now on throw. */
const aCounter = () => {
  const stores = makeMemoryUnitOfWork(sha256);
  const time = aClock();
  let left = Number.POSITIVE_INFINITY;
  const ledger: typeof stores.ledger = {
    ...stores.ledger,
    commit: (commit) => {
      left -= 1;
      if (left < 0) throw new Error('power is out');
      return stores.ledger.commit(commit);
    },
  };
  const deps = {
    ledger,
    numbers: stores.numbers,
    clock: time.clock,
    ids: makeUlids(),
    catalogue,
    calendars: makeCalendars({ ...stores, clock: time.clock }),
    seals: { sha256 } as Seals,
    pools: [
      { carrier: 'vnpost', use: 'slips', serviceIndicator: 'RG', firstSerial: 1, lastSerial: 99 },
    ] as const,
  };
  return {
    ...stores,
    ...time,
    failing: (after: number) => {
      left = after;
    },
    slip: makeIssueSlip(deps),
    pouch: makeWorkPouch(deps),
    packing: makePackPouch(deps),
    settle: makeSettlePouch(deps),
    move: makeMovePapers(deps),
    find: makeFindPapers(deps),
    ids: deps.ids,
  };
};
type Counter = ReturnType<typeof aCounter>;

const by = (actor: Staff) => ({ actor, idempotency: undefined });

const registered = async (counter: Counter): Promise<DossierId> => {
  const now = counter.clock.now();
  const id = counter.ids.next(now) as DossierId;
  const scans = components.map((component) =>
    aScan({ id: counter.ids.next(now) as ScanId, component: component.id }),
  );
  const change = record(
    undefined,
    id,
    [
      {
        type: 'dossier-registered',
        id,
        office: 'bd-vi-thanh',
        intakeMode: 'agent',
        channel: 'postal',
        procedure: { code: procedure.code, version: procedure.version },
        components: papers,
        circumstances: {},
        fees: { stateFeesVnd: 0, postageVnd: 0 },
      },
      ...scans.map((scan) => ({ type: 'scan-requested', scan }) as const),
      ...scans.map(
        ({ id: scanId }) => ({ type: 'scan-verified', scanId, pages: 1, findings: [] }) as const,
      ),
    ],
    { actor: clerk, now },
  );
  await counter.ledger.commit({
    dossiers: [{ change, chainHash: GENESIS, applicant: anApplicant }],
  });
  value(await counter.slip({ ...by(clerk), dossierId: id }));
  return id;
};

const underWay = async (counter: Counter, ...dossiers: readonly DossierId[]) => {
  const to = { kind: 'agency', id: 'ct-nnmt' } as const;
  const { id } = value(await counter.pouch.open({ ...by(clerk), to }));
  for (const dossierId of dossiers)
    value(await counter.packing.pack({ ...by(clerk), pouchId: id, dossierId }));
  value(await counter.pouch.seal({ ...by(clerk), pouchId: id, sealNumber: 'NP1' }));
  value(await counter.pouch.take({ ...by(courier), pouchId: id, sealNumber: 'NP1' }));
  return id;
};

const complete = (dossierId: DossierId, change: Partial<CountedLine> = {}): CountedLine => ({
  dossierId,
  verdict: 'complete',
  isTaken: true,
  found: papers,
  extra: [],
  ...change,
});

const signed = async (
  counter: Counter,
  pouchId: Awaited<ReturnType<typeof underWay>>,
  ...lines: readonly CountedLine[]
) => {
  const count = { isSealIntact: true, lines, strays: [] };
  const counted = value(await counter.pouch.count({ ...by(officer), pouchId, count }));
  const countNo = counted.count?.no ?? 0;
  value(await counter.pouch.sign({ ...by(courier), pouchId, countNo }));
  return value(await counter.pouch.sign({ ...by(officer), pouchId, countNo }));
};

const dossierOf = async ({ ledger }: Counter, id: DossierId) => {
  const stored = await ledger.load(id);
  if (!stored) throw new Error('no dossier');
  return stored.dossier;
};

describe('a signed pouch (QĐ 45/2016 art. 7)', () => {
  it('files its dossiers at the moment of the signature, however late that is written', async () => {
    const counter = aCounter();
    const id = await registered(counter);
    counter.advance(hours(5));
    const pouch = await signed(counter, await underWay(counter, id), complete(id));
    counter.advance(hours(20));
    value(await counter.settle(pouch.id));
    const { status, acceptance } = await dossierOf(counter, id);
    expect(status).toBe('accepted');
    expect(acceptance?.acceptedAt).toBe(pouch.receiver?.at);
    expect(acceptance?.code).toContain(`-261123-0001`);
  });

  it('is settled by whoever comes next when the power goes out at any write', async () => {
    for (let writes = 0; writes < 4; writes++) {
      const counter = aCounter();
      const ids = [await registered(counter), await registered(counter), await registered(counter)];
      const pouch = await signed(
        counter,
        await underWay(counter, ...ids),
        ...ids.map((id) => complete(id)),
      );
      counter.failing(writes);
      await expect(counter.settle(pouch.id)).rejects.toThrow('power is out');
      counter.failing(Number.POSITIVE_INFINITY);
      expect(value(await counter.settle(pouch.id)).pouch.settledAt).toBeDefined();
      value(await counter.settle(pouch.id));
      const codes = await Promise.all(
        ids.map(async (id) => (await dossierOf(counter, id)).acceptance?.code.slice(-4)),
      );
      expect(codes.sort()).toEqual(['0001', '0002', '0003']);
    }
  });

  it('waits for a missing paper and files with the count that completes it', async () => {
    const counter = aCounter();
    const id = await registered(counter);
    const [lost, ...found] = papers;
    if (!lost) throw new Error('no papers');
    const line = complete(id, { verdict: 'missing', found });
    const first = await signed(counter, await underWay(counter, id), line);
    expect(value(await counter.settle(first.id)).isUnbalanced).toBe(true);
    expect((await dossierOf(counter, id)).acceptance).toBeUndefined();
    const { dossier } = value(await counter.find(clerk, id));
    expect(dossier.custody).toContainEqual({ ...lost, holder: { kind: 'missing', id: first.id } });

    const recover = { ...by(clerk), dossierId: id, how: 'found' as const };
    const tooMany = await counter.move.recover({ ...recover, papers });
    expect(tooMany).toMatchObject({ ok: false, refusal: { code: 'papers-elsewhere' } });
    value(await counter.move.recover({ ...recover, papers: [lost] }));
    counter.advance(hours(30));
    const second = await signed(
      counter,
      await underWay(counter, id),
      complete(id, { found: [lost] }),
    );
    expect(value(await counter.settle(second.id)).isUnbalanced).toBe(false);
    expect((await dossierOf(counter, id)).acceptance?.acceptedAt).toBe(second.receiver?.at);
  });

  it('sends a misdirected dossier back into the courier’s hands, unseen by the department', async () => {
    const counter = aCounter();
    const id = await registered(counter);
    const remark = 'Sai cơ quan';
    const line = complete(id, { verdict: 'wrong-department', isTaken: false, remark });
    const pouch = await signed(counter, await underWay(counter, id), line);
    value(await counter.settle(pouch.id));
    expect(await counter.find(officer, id)).toMatchObject({ refusal: { code: 'dossier-unknown' } });
    const again = { ...by(clerk), dossierId: id, agency: 'ct-tp' };
    value(await counter.move.takeBack({ ...by(clerk), dossierId: id }));
    expect(value(await counter.slip(again)).agency).toBe('ct-tp');
    expect(await counter.slip(again)).toMatchObject({ refusal: { code: 'slip-issued' } });
  });

  it('means nothing before it is signed: settling an unsigned one changes nothing', async () => {
    const counter = aCounter();
    const id = await registered(counter);
    const pouchId = await underWay(counter, id);
    const before = await counter.ledger.record(pouchKind, pouchId);
    expect(value(await counter.settle(pouchId)).isUnbalanced).toBe(false);
    expect(await counter.ledger.record(pouchKind, pouchId)).toEqual(before);
    expect((await dossierOf(counter, id)).status).toBe('registered');
  });

  it('starts no clock at the counter: a slip has a provisional date and no code', async () => {
    const counter = aCounter();
    const id = await registered(counter);
    const { status, slip, acceptance } = await dossierOf(counter, id);
    expect([status, acceptance]).toEqual(['registered', undefined]);
    // J + 2 for another commune of the province (TT 17/2017): Monday and two working days.
    expect(dayOf(slip?.handoverBy ?? monday9)).toBe('2026-11-25');
    expect(slip?.provisionalDueAt).toBeGreaterThan(slip?.handoverBy ?? 0);
  });

  it('holds a dossier once: packed here, it cannot be packed elsewhere', async () => {
    const counter = aCounter();
    const id = await registered(counter);
    await underWay(counter, id);
    await expect(underWay(counter, id)).rejects.toThrow('papers-packed');
  });
});
