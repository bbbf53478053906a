import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDossierIndex } from '#adapters/aws/dynamodb/dossier-index.ts';
import { makeUnitOfWork } from '#adapters/aws/dynamodb/unit-of-work.ts';
import { makeMemoryUnitOfWork } from '#adapters/memory/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { makeUlids } from '#adapters/node/ulids.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { hours, type Instant, plus } from '#domain/time/instant.ts';
import type { DossierIndex, UnitOfWork } from '#ports/unit-of-work.ts';
import { anApplicant, historyUntil, monday9 } from '#test/support/dossiers.ts';
import { givenWrite } from '#test/support/given-write.ts';
import { startTables } from '#test/support/tables.ts';
import { aClock } from '#test/support/worlds.ts';

interface Stores {
  readonly ledger: UnitOfWork;
  readonly index: DossierIndex;
}

const actor = { kind: 'system', id: 'test' } as const;
const ids = makeUlids();

/** An acknowledged dossier of its own, due so many hours from Monday. */
const dossierDue = async ({ ledger }: Stores, dueIn: number): Promise<DossierId> => {
  const id = ids.next(monday9) as string as DossierId;
  const facts = historyUntil('acknowledged').events.map(({ fact }): DossierFact => {
    if (fact.type === 'dossier-registered') return { ...fact, id };
    if (fact.type !== 'dossier-accepted') return fact;
    return { ...fact, code: `H13-${id}`, dueAt: plus(monday9, hours(dueIn)) };
  });
  const change = record(undefined, id, facts, { actor, now: monday9 });
  const written = await ledger.commit({
    dossiers: [{ change, chainHash: GENESIS, applicant: anApplicant }],
  });
  expect(written).toEqual({ ok: true });
  return id;
};

const writing = async ({ ledger }: Stores, id: DossierId, ...facts: readonly DossierFact[]) => {
  const stored = await ledger.load(id);
  if (!stored) throw new Error('lost');
  await ledger.commit({ dossiers: [givenWrite(stored, facts, { actor, now: monday9 })] });
};

const flag = (warning: 'due-soon' | 'overdue', dueIn: number): DossierFact => ({
  type: 'limit-flagged',
  warning,
  at: plus(monday9, hours(dueIn)),
  office: 'bd-vi-thanh',
  agency: 'ct-nnmt',
});

let dynamo: Awaited<ReturnType<typeof startTables>>;
beforeAll(async () => {
  dynamo = await startTables();
}, 60_000);
afterAll(() => dynamo.stop());

const kinds: readonly (readonly [string, () => Stores])[] = [
  ['in memory', () => makeMemoryUnitOfWork(sha256)],
  [
    'on DynamoDB',
    () => {
      const { document: client, tables } = dynamo;
      const { clock } = aClock();
      return {
        ledger: makeUnitOfWork({ client, tables, clock, sha256 }),
        index: makeDossierIndex(client, tables),
      };
    },
  ],
];

describe.each(kinds)('the lists of limits, %s', (_, open) => {
  it('hold what is due before a moment, page by page, and each in one list', async () => {
    const stores = open();
    const { index } = stores;
    const due = [];
    for (const hour of [30, 10, 20, 50]) due.push(await dossierDue(stores, hour));
    const [thirty, ten, twenty, fifty] = due as [DossierId, DossierId, DossierId, DossierId];
    const before: Instant = plus(monday9, hours(40));
    const first = await index.unwarned('due-soon', before, { limit: 2 });
    expect(first.items.map(({ dossierId }) => dossierId)).toEqual([ten, twenty]);
    const rest = await index.unwarned('due-soon', before, { limit: 2, after: first.next ?? '' });
    expect(rest.items.map(({ dossierId }) => dossierId)).toEqual([thirty]);
    expect(rest.next).toBeUndefined();

    await writing(stores, ten, flag('due-soon', 10));
    await writing(stores, twenty, flag('overdue', 20));
    await writing(stores, fifty, { type: 'withdrawal-requested', reason: '' });
    const seen = async (warning: 'due-soon' | 'overdue', owner?: string) =>
      (await index.warned(warning, owner, { limit: 10 })).items.map(({ dossierId }) => dossierId);
    expect(await seen('due-soon', 'ct-nnmt')).toEqual([ten]);
    expect(await seen('overdue', 'ct-nnmt')).toEqual([twenty]);
    expect([await seen('due-soon'), await seen('overdue')]).toEqual([[ten], [twenty]]);
    expect(await seen('overdue', 'ct-tp')).toEqual([]);
    const late = plus(monday9, hours(60));
    const left = await index.unwarned('due-soon', late, { limit: 10 });
    expect(left.items.map(({ dossierId }) => dossierId)).toEqual([thirty]);
    const next = await index.unwarned('overdue', late, { limit: 10 });
    expect(next.items).toEqual([
      {
        dossierId: ten,
        number: `H13-${ten}`,
        procedure: '1.000001',
        office: 'bd-vi-thanh',
        agency: 'ct-nnmt',
        at: plus(monday9, hours(10)),
      },
    ]);
  });

  it('and the list of old papers, for the office and the agency, until the agency has them', async () => {
    const stores = open();
    const { index } = stores;
    const old = { id: 'giay-phep-cu', copyKind: 'original', count: 1 } as const;
    const office = { kind: 'office', id: `bd-${ids.next(monday9)}` } as const;
    const id = ids.next(monday9) as string as DossierId;
    const facts = historyUntil('dispatched').events.map(({ fact }): DossierFact => {
      if (fact.type === 'dossier-registered') return { ...fact, id, office: office.id };
      return fact.type === 'dossier-accepted' ? { ...fact, code: `H13-${id}` } : fact;
    });
    const change = record(undefined, id, facts, { actor, now: monday9 });
    await stores.ledger.commit({
      dossiers: [{ change, chainHash: GENESIS, applicant: anApplicant }],
    });
    const lists = async () => {
      const ofOffice = await index.oldPapersOf({ office: office.id }, { limit: 1 });
      const ofAgency = await index.oldPapersOf({ agency: 'ct-nnmt' }, { limit: 1 });
      expect(ofAgency.items).toEqual(ofOffice.items);
      return ofOffice.items;
    };
    const reported = { type: 'old-papers-reported', to: office, lost: [] } as const;
    await writing(stores, id, { ...reported, taken: [old], outstanding: [] });
    expect(await lists()).toMatchObject([{ dossierId: id, outstanding: [], withPost: [old] }]);
    const signed = { giver: 'tuan', receiver: 'hoa', pouch: id as never } as const;
    const agency = { kind: 'agency', id: 'ct-nnmt' } as const;
    const count = { verdict: 'complete', found: [old], extra: [], from: office } as const;
    await writing(stores, id, { type: 'papers-counted', to: agency, ...count, ...signed });
    expect(await lists()).toEqual([]);
  });
});
