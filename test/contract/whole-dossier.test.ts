import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeUnitOfWork } from '#adapters/aws/dynamodb/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import { anApplicant, dossierId, historyUntil, monday9, officer } from '#test/support/dossiers.ts';
import { givenWrite } from '#test/support/given-write.ts';
import { startTables } from '#test/support/tables.ts';
import { aClock } from '#test/support/worlds.ts';

let running: Awaited<ReturnType<typeof startTables>>;
beforeAll(async () => {
  running = await startTables();
}, 60_000);
afterAll(() => running.stop());

const ledgerOn = (client: DynamoDBDocumentClient) =>
  makeUnitOfWork({ client, tables: running.tables, clock: aClock().clock, sha256 });

/** Gives pages of one item, and time to write when the events are read and the head is not. */
const interrupted = (client: DynamoDBDocumentClient, meanwhile: () => Promise<void>) => {
  let heads = 0;
  let isWritten = false;
  const send = async (command: QueryCommand) => {
    const page = await client.send(new QueryCommand({ ...command.input, Limit: 1 }));
    const [sk = ''] = page.Items?.map((item) => String(item['sk'])) ?? [];
    if (!isWritten && sk.startsWith('LIMIT#')) await meanwhile();
    isWritten ||= sk.startsWith('LIMIT#');
    if (sk === 'META') heads += 1;
    return page;
  };
  const short = new Proxy(client, {
    get: (target, name) => (name === 'send' ? send : Reflect.get(target, name)),
  });
  return { short, heads: () => heads };
};

it('a dossier read whole is of one version, whatever is written between two pages', async () => {
  const ledger = ledgerOn(running.document);
  const change = historyUntil('waiting');
  await ledger.commit({ dossiers: [{ change, chainHash: GENESIS, applicant: anApplicant }] });
  const { version } = change.after;
  const { short, heads } = interrupted(running.document, async () => {
    const stored = await ledger.load(dossierId);
    if (!stored) throw new Error('no dossier');
    const lease = { type: 'lease-granted', leaseNo: 1, holder: 'hoa', until: monday9 } as const;
    const write = givenWrite(stored, [lease], { actor: officer, now: monday9 });
    expect(await ledger.commit({ dossiers: [write] })).toEqual({ ok: true });
  });
  const whole = await ledgerOn(short).loadWhole(dossierId);
  // The first time without the event that its head counts.
  expect(heads()).toBe(2);
  expect(whole?.dossier.version).toBe(version + 1);
  expect(whole?.events.map((event) => event.version)).toEqual(
    Array.from({ length: version + 1 }, (_, n) => n + 1),
  );
}, 60_000);
