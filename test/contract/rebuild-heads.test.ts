import { spawnSync } from 'node:child_process';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDossierIndex } from '#adapters/aws/dynamodb/dossier-index.ts';
import { checkDossier, everyDossier } from '#adapters/aws/dynamodb/rebuild-heads.ts';
import { makeUnitOfWork } from '#adapters/aws/dynamodb/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { systemClock } from '#adapters/node/system-clock.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import { record } from '#domain/dossier/record.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import {
  anAcceptance,
  anApplicant,
  historyUntil,
  monday9,
  officer,
  type Station,
} from '#test/support/dossiers.ts';
import { startTables } from '#test/support/tables.ts';

let tables: Awaited<ReturnType<typeof startTables>>;
const idOf = (n: number) => `01KAPXJ5V0ZK9Q4T8N6W2C7D${String(n).padStart(2, '0')}` as DossierId;

/** A dossier of the main way, under an id of its own. */
const facts = (id: DossierId, station: Station): readonly DossierFact[] =>
  historyUntil(station).events.map(({ fact }) => {
    if (fact.type === 'dossier-registered') return { ...fact, id };
    if (fact.type === 'result-dispatched') return { ...fact, waybill: `EE${id.slice(-2)}` };
    if (fact.type !== 'dossier-accepted') return fact;
    return { ...fact, code: `H13.01-261123-${id.slice(-2)}` };
  });

const stored = async (n: number, station: Station = 'returned'): Promise<DossierId> => {
  const id = idOf(n);
  const ledger = makeUnitOfWork({
    client: tables.document,
    tables: tables.tables,
    clock: systemClock,
    sha256,
  });
  const change = record(undefined, id, facts(id, station), { actor: officer, now: monday9 });
  expect(
    await ledger.commit({ dossiers: [{ change, chainHash: GENESIS, applicant: anApplicant }] }),
  ).toEqual({ ok: true });
  return id;
};

const store = () => ({ client: tables.document, table: tables.tables.dossiers, sha256 });
const itemOf = async (id: string, sk: string) => {
  const Key = { pk: `D#${id}`, sk };
  const { Item = {} } = await tables.document.send(
    new GetCommand({ TableName: tables.tables.dossiers, Key, ConsistentRead: true }),
  );
  return Item;
};
const put = (Item: Record<string, unknown>) =>
  tables.document.send(new PutCommand({ TableName: tables.tables.dossiers, Item }));
const spoil = (id: string, expression: string, value: unknown) =>
  tables.document.send(
    new UpdateCommand({
      TableName: tables.tables.dossiers,
      Key: { pk: `D#${id}`, sk: 'META' },
      UpdateExpression: expression,
      ExpressionAttributeNames: { '#head': 'head', '#member': 'office' },
      ExpressionAttributeValues: { ':value': value },
    }),
  );

const run = (...args: readonly string[]) => {
  const { endpoint } = tables;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['ops/main.ts', 'rebuild-heads', '--url', endpoint, ...args],
    { encoding: 'utf8', env: { ...process.env, DOSSIERS_TABLE: tables.tables.dossiers } },
  );
  return { status, said: `${stdout}${stderr}` };
};

beforeAll(async () => {
  tables = await startTables();
}, 120_000);
afterAll(() => tables.stop());

describe('rebuilding heads', () => {
  it('finds nothing where every head is what its events make, of old versions too', async () => {
    const id = await stored(1);
    expect(await checkDossier(store(), id)).toMatchObject({ found: 'same' });
    const { schema: _, ...meta } = await itemOf(id, 'META');
    const { assignments: __, ...head } = meta['head'];
    await put({ ...meta, head });
    expect(await checkDossier(store(), id)).toMatchObject({ found: 'same' });
    await stored(2);
    const ids: string[] = [];
    for await (const each of everyDossier(store())) ids.push(each);
    expect(ids.sort()).toEqual([idOf(1), idOf(2)]);
    expect(run()).toMatchObject({
      status: 0,
      said: expect.stringContaining('2 dossiers replayed'),
    });
  });

  it('names the member that differs, rewrites it when told to, and finds nothing then', async () => {
    const id = await stored(3);
    await spoil(id, 'SET #head.#member = :value', 'bd-somewhere');
    expect(await checkDossier(store(), id)).toMatchObject({
      found: 'differs',
      differences: [{ member: 'head.office', stored: '"bd-somewhere"', replayed: '"bd-vi-thanh"' }],
    });
    const seen = run();
    expect(seen.status).toBe(1);
    expect(seen.said).toContain(`${id}  head.office`);
    expect(run('--repair')).toMatchObject({
      status: 0,
      said: expect.stringContaining('1 heads differ, 1 repaired'),
    });
    expect(await checkDossier(store(), id)).toMatchObject({ found: 'same' });
  });

  it('finds a head of a version to come, a list that it stands in wrongly, and a scan', async () => {
    const id = await stored(4);
    const meta = await itemOf(id, 'META');
    await put({ ...meta, schema: 99 });
    expect(JSON.stringify(await checkDossier(store(), id))).toContain('stored in version 99');
    await put({ ...meta, worklist: 'OFFICE#bd-x#registered' });
    expect(await checkDossier(store(), id)).toMatchObject({
      differences: [{ member: 'worklist' }],
    });
    await put(meta);
    const scan = await firstScan(id);
    await put({ ...scan, scan: { ...Object(scan['scan']), bytes: 1 } });
    const checked = await checkDossier(store(), id);
    expect(checked).toMatchObject({ found: 'differs' });
    expect(checked.found === 'differs' && (await checked.repair())).toBe(true);
    expect(await checkDossier(store(), id)).toMatchObject({ found: 'same' });
  });

  it('does not write over a head that somebody else changed meanwhile', async () => {
    const id = await stored(5);
    const meta = await itemOf(id, 'META');
    await spoil(id, 'SET #head.#member = :value', 'bd-somewhere');
    const checked = await checkDossier(store(), id);
    await put({ ...meta, version: meta['version'] + 1 });
    expect(checked.found === 'differs' && (await checked.repair())).toBe(false);
    expect(await itemOf(id, 'META')).toMatchObject({ version: meta['version'] + 1 });
    await put(meta);
  });

  it('puts a head of the time before pulls had an index among what may be pulled', async () => {
    const id = await stored(7, 'waiting');
    const { pull, pullSort: _, ...before } = await itemOf(id, 'META');
    expect(pull).toBe('FREE#ct-nnmt');
    await put(before);
    const index = makeDossierIndex(tables.document, tables.tables);
    const free = () => index.free('ct-nnmt', { limit: 5 });
    expect(await free()).toEqual({ items: [] });
    const checked = await checkDossier(store(), id);
    expect(checked).toMatchObject({ differences: [{ member: 'pull' }, { member: 'pullSort' }] });
    expect(checked.found === 'differs' && (await checked.repair())).toBe(true);
    expect(await free()).toEqual({ items: [{ id, dueAt: anAcceptance.dueAt }] });
  });

  it('puts what ended before there were lists of what is over into its list', async () => {
    const id = await stored(9);
    const beside = await itemOf(id, 'LIST#RETENTION');
    expect(beside).toMatchObject({ worklist: 'RETENTION#1.000001' });
    await put({ pk: `D#${id}`, sk: 'LIST#RETENTION' });
    const checked = await checkDossier(store(), id);
    expect(checked).toMatchObject({
      found: 'differs',
      differences: expect.arrayContaining([expect.objectContaining({ member: 'retention.line' })]),
    });
    expect(checked.found === 'differs' && (await checked.repair())).toBe(true);
    expect(await itemOf(id, 'LIST#RETENTION')).toEqual(beside);
    expect((await checkDossier(store(), id)).found).toBe('same');
  });

  it('makes nothing of a history whose chain is broken, and says so', async () => {
    const id = await stored(6);
    const event = await itemOf(id, 'EV#00000002');
    await put({ ...event, event: { ...event['event'], actor: 'staff:somebody' } });
    expect(await checkDossier(store(), id)).toEqual({
      found: 'unusable',
      why: 'the chain breaks at 2',
    });
    const seen = run('--repair');
    expect(seen.status).toBe(1);
    expect(seen.said).toContain('cannot be replayed: the chain breaks at 2');
  });

  it('tells how it is used', () => {
    const wrong = run('--repairs');
    expect(wrong.status).toBe(2);
    expect(wrong.said).toContain('npm run ops -- rebuild-heads');
    expect(wrong.said).not.toContain('    at ');
  });
});

const firstScan = async (id: string): Promise<Record<string, unknown>> => {
  const { events } = historyUntil('returned');
  const fact = events.map((each) => each.fact).find(({ type }) => type === 'scan-requested');
  if (fact?.type !== 'scan-requested') throw new Error('no scan');
  return itemOf(id, `SCAN#${fact.scan.id}`);
};
