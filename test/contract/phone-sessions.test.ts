import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePhoneSessions } from '#adapters/aws/dynamodb/phone-sessions.ts';
import { makeMemoryPhoneSessions } from '#adapters/memory/phone-sessions.ts';
import { minutes, plus } from '#domain/time/instant.ts';
import { makeMemoryPhoneAsks } from '#functions/tracking/adapters/memory/phone-asks.ts';
import { makePhoneAsks } from '#functions/tracking/adapters/phone-asks.ts';
import { monday9 as now } from '#test/support/dossiers.ts';
import { fresh } from '#test/support/kept-things.ts';
import { startTables } from '#test/support/tables.ts';

let dynamo: Awaited<ReturnType<typeof startTables>>;
beforeAll(async () => {
  dynamo = await startTables();
}, 60_000);
afterAll(() => dynamo.stop());

const session = { phone: 'f'.repeat(64), openedAt: now, expiresAt: plus(now, minutes(30)) };

describe.each([
  ['in memory', makeMemoryPhoneSessions],
  ['on DynamoDB', () => makePhoneSessions(dynamo.document, dynamo.tables)],
] as const)('phone sessions %s', (_, open) => {
  it('are there until their last moment, and not at it', async () => {
    const sessions = open();
    const key = fresh();
    expect(await sessions.find(key, now)).toBeUndefined();
    await sessions.open(key, session);
    expect(await sessions.find(key, plus(now, minutes(29)))).toEqual(session);
    expect(await sessions.find(key, session.expiresAt)).toBeUndefined();
  });

  it('are ended by their holder, and again is no harm', async () => {
    const sessions = open();
    const [key, other] = [fresh(), fresh()];
    await sessions.open(key, session);
    await sessions.open(other, session);
    await sessions.end(key);
    await sessions.end(key);
    expect(await sessions.find(key, now)).toBeUndefined();
    expect(await sessions.find(other, now)).toEqual(session);
  });

  it('that were never opened are ended without a trace', async () => {
    const sessions = open();
    const key = fresh();
    await sessions.end(key);
    await sessions.open(key, session);
    expect(await sessions.find(key, now)).toEqual(session);
  });

  it('are never opened over another', async () => {
    const sessions = open();
    const key = fresh();
    await sessions.open(key, session);
    await expect(sessions.open(key, { ...session, phone: 'a'.repeat(64) })).rejects.toThrow();
    expect(await sessions.find(key, now)).toEqual(session);
  });
});

describe.each([
  ['in memory', makeMemoryPhoneAsks],
  ['on DynamoDB', () => makePhoneAsks(dynamo.document, dynamo.tables)],
] as const)('requests for codes %s', (_, open) => {
  it('know whom a code is for, by their id alone', async () => {
    const asks = open();
    const id = fresh();
    const ask = { phone: '+84987654321', codeName: 'phone#x' };
    expect(await asks.find(id)).toBeUndefined();
    await asks.keep(id, ask, plus(now, minutes(10)));
    expect(await asks.find(id)).toEqual(ask);
    expect(await asks.find(fresh())).toBeUndefined();
  });
});

it('what runs out on DynamoDB says so to the table', async () => {
  const { document, tables } = dynamo;
  const [key, id] = [fresh(), fresh()];
  await makePhoneSessions(document, tables).open(key, session);
  const ask = { phone: '+84987654321', codeName: 'phone#x' };
  await makePhoneAsks(document, tables).keep(id, ask, plus(now, minutes(10)));
  const { GetCommand } = await import('@aws-sdk/lib-dynamodb');
  const endOf = async (pk: string) =>
    (await document.send(new GetCommand({ TableName: tables.ledger, Key: { pk } }))).Item?.[
      'expiresAt'
    ];
  expect(await endOf(`PHONE-SESSION#${key}`)).toBe(Math.ceil(session.expiresAt / 1000));
  expect(await endOf(`PHONE-ASK#${id}`)).toBe(Math.ceil(plus(now, minutes(10)) / 1000));
});
