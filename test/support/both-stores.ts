import { afterAll, beforeAll, describe } from 'vitest';
import { makeDossierIndex } from '#adapters/aws/dynamodb/dossier-index.ts';
import { makeOneTimeCodes } from '#adapters/aws/dynamodb/one-time-codes.ts';
import { makeOutbox } from '#adapters/aws/dynamodb/outbox.ts';
import { makeTries } from '#adapters/aws/dynamodb/tries.ts';
import { makeUnitOfWork } from '#adapters/aws/dynamodb/unit-of-work.ts';
import { makeMemoryOneTimeCodes } from '#adapters/memory/one-time-codes.ts';
import { makeMemoryTries } from '#adapters/memory/tries.ts';
import { makeMemoryUnitOfWork } from '#adapters/memory/unit-of-work.ts';
import { sha256 } from '#adapters/node/seals.ts';
import type { OneTimeCodes } from '#ports/one-time-codes.ts';
import type { Tries } from '#ports/tries.ts';
import type { DossierIndex, Outbox, UnitOfWork } from '#ports/unit-of-work.ts';
import { startTables } from './tables.ts';
import { aClock } from './worlds.ts';

export interface Stores {
  readonly ledger: UnitOfWork;
  readonly index: DossierIndex;
  readonly outbox: Outbox;
  readonly tries: Tries;
  readonly codes: OneTimeCodes;
}

export const inMemory = (): Stores => {
  const { ledger, index, outbox } = makeMemoryUnitOfWork(sha256);
  return { ledger, index, outbox, tries: makeMemoryTries(), codes: makeMemoryOneTimeCodes() };
};

/** What one DynamoDB Local holds; the tables are shared by all that asks for them. */
export const onDynamo = ({
  document: client,
  tables,
}: Pick<Awaited<ReturnType<typeof startTables>>, 'document' | 'tables'>): Stores => ({
  ledger: makeUnitOfWork({ client, tables, clock: aClock().clock, sha256 }),
  index: makeDossierIndex(client, tables),
  outbox: makeOutbox(client, tables),
  tries: makeTries(client, tables),
  codes: makeOneTimeCodes(client, tables),
});

/** The same promises of both stores; the tables start once a file. */
export const describeBothStores = (what: string, promises: (open: () => Stores) => void): void => {
  let dynamo: Awaited<ReturnType<typeof startTables>>;
  beforeAll(async () => {
    dynamo = await startTables();
  }, 60_000);
  afterAll(() => dynamo.stop());
  const kinds = [
    ['in memory', inMemory],
    ['on DynamoDB', () => onDynamo(dynamo)],
  ] as const;
  describe.each(kinds)(`${what}, %s`, (_, open) => promises(open));
};
