import { spawnSync } from 'node:child_process';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventKey } from '#adapters/aws/dynamodb/keys.ts';
import { checkDossier } from '#adapters/aws/dynamodb/rebuild-heads.ts';
import { textSealing } from '#adapters/node/sealing.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { makeEraseTexts } from '#application/erase-texts.ts';
import { firstBrokenLink, GENESIS } from '#domain/dossier/chain.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import { firstBrokenText } from '#domain/history/broken-texts.ts';
import { erasedText } from '#domain/history/sealed-text.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { inMemory, onDynamo, type Stores } from '#test/support/both-stores.ts';
import { anApplicant, historyUntil, monday9, suppliesAsked } from '#test/support/dossiers.ts';
import { fresh } from '#test/support/kept-things.ts';
import { startTables } from '#test/support/tables.ts';
import { aClock } from '#test/support/worlds.ts';

let dynamo: Awaited<ReturnType<typeof startTables>>;
beforeAll(async () => {
  dynamo = await startTables();
}, 60_000);
afterAll(() => dynamo.stop());

const opinion = 'Chủ hồ sơ từng khai gian';
const reason = suppliesAsked.reason;

const told = (id: DossierId): readonly DossierFact[] => [
  ...historyUntil('acknowledged').events.map(({ fact }): DossierFact => {
    if (fact.type === 'dossier-registered') return { ...fact, id };
    return fact.type === 'dossier-accepted' ? { ...fact, code: `H13.01-261123-${id}` } : fact;
  }),
  {
    type: 'assignment-planned',
    leaseNo: 1,
    id: 1,
    purpose: 'consultation',
    agency: 'ct-xd',
    lead: 'ct-nnmt',
    task: opinion,
    limit: { unit: 'working-days', amount: 2, startPolicy: 'next-day' },
  },
  { type: 'assignment-opened', id: 1, agency: 'ct-xd', calendarVersions: [] },
  {
    type: 'supplement-requested',
    leaseNo: 1,
    agency: 'ct-nnmt',
    ...suppliesAsked,
    requestedAt: monday9,
    requestedBy: 'hoa',
  },
];

const aToldDossier = async ({ ledger }: Stores) => {
  const id = fresh() as DossierId;
  const by = { actor: { kind: 'system', id: 'test' }, now: monday9 } as const;
  const change = record(undefined, id, told(id), by);
  const written = await ledger.commit({
    dossiers: [{ change, chainHash: GENESIS, applicant: anApplicant }],
  });
  if (!written.ok) throw new Error(written.why);
  return id;
};

const worker = { kind: 'system', id: 'ops/erase-texts' } as const;

describe.each([
  ['in memory', inMemory],
  ['on DynamoDB', () => onDynamo(dynamo)],
] as const)('the texts of a dossier, %s', (_, open) => {
  it('lie beside the chain, and are read with it', async () => {
    const stores = open();
    const { ledger } = stores;
    const id = await aToldDossier(stores);
    const kept = await ledger.kept(id);
    const links = kept.map(({ written }) => written);
    expect(JSON.stringify(links)).not.toContain(opinion);
    expect(JSON.stringify(links)).not.toContain(reason);
    expect(firstBrokenLink(links, sha256)).toBeUndefined();
    expect(firstBrokenText(kept, textSealing.hmac)).toBeUndefined();
    expect((await ledger.history(id)).map(({ fact }) => fact)).toEqual(told(id));
    expect((await ledger.loadWhole(id))?.events.map(({ fact }) => fact)).toEqual(told(id));
    const last = kept.length;
    expect((await ledger.event(id, last))?.fact).toMatchObject({ reason });
  });

  it('are erased by class, from beside the events, the head and the lists; the chain still holds', async () => {
    const stores = open();
    const { ledger, index } = stores;
    const id = await aToldDossier(stores);
    const before = (await ledger.load(id))?.dossier;
    const erase = makeEraseTexts({ ledger, clock: aClock().clock });
    const ask = { actor: worker, dossierId: id, kept: 'opinion' } as const;
    expect(await erase(ask)).toEqual({ ok: true, value: { texts: 1 } });

    const after = (await ledger.load(id))?.dossier;
    expect(after).toEqual({
      ...before,
      version: (before?.version ?? 0) + 1,
      assignments: before?.assignments.map((each) => ({ ...each, task: erasedText })),
    });
    const lines = await index.assigned('ct-xd', 'open', { limit: 100 });
    expect(lines.items.find((line) => line.dossierId === id)?.task).toBe(erasedText);

    const kept = await ledger.kept(id);
    expect(JSON.stringify(kept)).not.toContain(opinion);
    expect(kept.flatMap(({ texts }) => texts).map(({ text }) => text)).toEqual([
      reason,
      'Thiếu bản vẽ',
    ]);
    expect(
      firstBrokenLink(
        kept.map(({ written }) => written),
        sha256,
      ),
    ).toBeUndefined();
    expect(kept.at(-1)?.written).toMatchObject({
      actor: 'system:ops/erase-texts',
      fact: { type: 'texts-erased', kept: 'opinion', events: [8] },
    });
    const history = await ledger.history(id);
    expect(history[7]?.fact).toMatchObject({ type: 'assignment-planned', task: erasedText });
    expect(JSON.stringify(history)).toContain(reason);

    expect(await erase(ask)).toEqual({ ok: true, value: { texts: 0 } });
    expect((await ledger.load(id))?.dossier.version).toBe(after?.version);
    expect(await erase({ ...ask, kept: 'case' })).toEqual({ ok: true, value: { texts: 2 } });
    const supplements = (await ledger.load(id))?.dossier.supplements;
    expect(supplements).toMatchObject([{ reason: erasedText, items: [{ reason: erasedText }] }]);
  });

  it('are erased by nobody but a worker, and of a dossier that is there', async () => {
    const stores = open();
    const erase = makeEraseTexts({ ledger: stores.ledger, clock: aClock().clock });
    const unknown = { actor: worker, dossierId: fresh() as DossierId, kept: 'case' } as const;
    expect(await erase(unknown)).toMatchObject({ ok: false, refusal: { code: 'dossier-unknown' } });
  });
});

it('stand in one item with their event, and nowhere in what was hashed', async () => {
  const id = await aToldDossier(onDynamo(dynamo));
  const { Item } = await dynamo.document.send(
    new GetCommand({ TableName: dynamo.tables.dossiers, Key: eventKey(id, 8) }),
  );
  expect(JSON.stringify(Item?.['event'])).not.toContain(opinion);
  expect(Item?.['texts']).toMatchObject([{ at: 'task', kept: 'opinion', text: opinion }]);
});

it('once erased make the head that a replay makes', async () => {
  const stores = onDynamo(dynamo);
  const id = await aToldDossier(stores);
  const erase = makeEraseTexts({ ledger: stores.ledger, clock: aClock().clock });
  for (const kept of ['opinion', 'case'] as const)
    expect(await erase({ actor: worker, dossierId: id, kept })).toMatchObject({ ok: true });
  const store = { client: dynamo.document, table: dynamo.tables.dossiers, sha256 };
  expect(await checkDossier(store, id)).toMatchObject({ found: 'same' });
});

const run = (...args: readonly string[]) => {
  const { endpoint, tables } = dynamo;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['ops/main.ts', 'erase-texts', '--url', endpoint, ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, DOSSIERS_TABLE: tables.dossiers, LEDGER_TABLE: tables.ledger },
    },
  );
  return { status, said: `${stdout}${stderr}` };
};

describe('npm run ops -- erase-texts', () => {
  it('erases a class of texts of a dossier, and says how many', async () => {
    const stores = onDynamo(dynamo);
    const id = await aToldDossier(stores);
    const asked = ['--dossier', id, '--class', 'opinion'];
    expect(run(...asked)).toEqual({ status: 0, said: `${id}  1 texts erased\n` });
    expect(run(...asked)).toEqual({ status: 0, said: `${id}  0 texts erased\n` });
    expect(JSON.stringify(await stores.ledger.kept(id))).not.toContain(opinion);
  });

  it.each([
    [
      'a dossier that is not there',
      ['--dossier', fresh(), '--class', 'case'],
      1,
      'dossier-unknown',
    ],
    ['no class', ['--dossier', fresh()], 2, 'npm run ops -- erase-texts'],
    ['a class of none', ['--dossier', fresh(), '--class', 'all'], 2, 'opinion'],
    ['no id', ['--dossier', 'x', '--class', 'case'], 2, 'npm run ops -- erase-texts'],
    ['an option that it has not', ['--all'], 2, 'npm run ops -- erase-texts'],
  ])('refuses %s', (_, args, status, words) => {
    const refused = run(...args);
    expect(refused.status).toBe(status);
    expect(refused.said).toContain(words);
    expect(refused.said).not.toContain('    at ');
  });
});
