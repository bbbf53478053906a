import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOneTimeCodes } from '#adapters/aws/dynamodb/one-time-codes.ts';
import { makeMemoryOneTimeCodes } from '#adapters/memory/one-time-codes.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { minutes, plus } from '#domain/time/instant.ts';
import type { OneTimeCodes } from '#ports/one-time-codes.ts';
import { monday9 as now } from '#test/support/dossiers.ts';
import { startTables } from '#test/support/tables.ts';

interface World {
  readonly codes: OneTimeCodes;
  stop(): Promise<void>;
}

const inMemory = async (): Promise<World> => ({
  codes: makeMemoryOneTimeCodes(),
  stop: async () => undefined,
});

const onDynamoDb = async (): Promise<World> => {
  const { document, tables, stop } = await startTables();
  return { codes: makeOneTimeCodes(document, tables), stop };
};

let n = 0;
let id: DossierId;

describe.each([
  ['in memory', inMemory],
  ['on DynamoDB', onDynamoDb],
] as const)('the one-time codes %s', (_, open) => {
  let world: World;
  beforeAll(async () => {
    world = await open();
  }, 60_000);
  afterAll(() => world.stop());
  beforeEach(() => {
    n += 1;
    id = `D${n}` as DossierId;
  });
  const put = (seal = 'seal') =>
    world.codes.put(id, { salt: 'salt', seal, validUntil: plus(now, minutes(5)), tries: 5 });
  const spend = (at = now) => world.codes.spendTry(id, at);

  it('give what is kept for each of five tries, and nothing for the sixth', async () => {
    expect(await spend()).toBeUndefined();
    await put();
    for (let tries = 0; tries < 5; tries++)
      expect(await spend()).toEqual({ salt: 'salt', seal: 'seal' });
    expect(await spend()).toBeUndefined();
  });

  it('give five of fifty that come at once something to compare with', async () => {
    await put();
    const spent = await Promise.all(Array.from({ length: 50 }, () => spend()));
    expect(spent.filter(Boolean)).toHaveLength(5);
  });

  it('are valid until their last moment, and not at it', async () => {
    await put();
    expect(await spend(plus(now, minutes(5)))).toBeUndefined();
    expect(await spend(plus(now, minutes(4)))).toBeDefined();
  });

  it('are consumed by one of many, and then give no more tries', async () => {
    await put();
    const consumed = await Promise.all(
      Array.from({ length: 10 }, () => world.codes.consume(id, 'seal')),
    );
    expect(consumed.filter(Boolean)).toHaveLength(1);
    expect(await spend()).toBeUndefined();
  });

  it('are consumed by their own seal only', async () => {
    await put('first');
    await put('second');
    expect(await world.codes.consume(id, 'first')).toBe(false);
    expect(await world.codes.consume(id, 'second')).toBe(true);
  });

  it('start anew with each new code', async () => {
    await put();
    for (let tries = 0; tries < 5; tries++) await spend();
    await world.codes.consume(id, 'seal');
    await put('new');
    expect(await spend()).toEqual({ salt: 'salt', seal: 'new' });
  });
});
