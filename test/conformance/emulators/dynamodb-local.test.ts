import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import {
  BatchWriteItemCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type DynamoDbLocal, startDynamoDbLocal } from '#local/cloud/emulators/dynamodb-local.ts';
import { ensureTables } from '#local/cloud/emulators/known-tables.ts';
import { ensureTable, tableSpec } from '#local/cloud/emulators/tables.ts';
import { type Sweep, somewhere, sweepExpired } from '#local/cloud/emulators/time-to-live.ts';
import { open } from '#test/conformance/fixture/open-templates.ts';
import { eventually } from '#test/support/eventually.ts';
import { aDirectory } from './a-directory.ts';

const start = async (directory: string): Promise<DynamoDbLocal & { client: DynamoDBClient }> => {
  const jvm = await startDynamoDbLocal({ directory, jvm: 'fast-start' });
  const credentials = { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local-secret' };
  const client = new DynamoDBClient({ endpoint: jvm.url, region: 'ap-southeast-1', credentials });
  onTestFinished(async () => {
    client.destroy();
    await jvm.close();
  });
  return { ...jvm, client };
};

const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' });
const key = (AttributeName: string) => ({ AttributeName, KeyType: 'HASH' });
const index = (name: string, type = 'ALL') => ({
  IndexName: `by-${name}`,
  KeySchema: [key(name)],
  Projection: { ProjectionType: type },
});

const spec = (indexes: readonly ReturnType<typeof index>[], hash = 'pk') => {
  const names = new Set([
    hash,
    ...indexes.flatMap(({ KeySchema }) => KeySchema.map((k) => k.AttributeName)),
  ]);
  const properties = {
    TableName: 'Items',
    AttributeDefinitions: [...names].map(attribute),
    KeySchema: [key(hash)],
    ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes }),
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
  };
  const [table] = open({
    resources: { Items: { Type: 'AWS::DynamoDB::Table', Properties: properties } },
  }).of('AWS::DynamoDB::Table');
  if (!table) throw new Error('no table');
  return tableSpec(table);
};

const isAlive = (pid: number): boolean => {
  try {
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

/** Starts the database as a runtime would, and tells its process id and port. */
const parent = `
import { startDynamoDbLocal } from '#local/cloud/emulators/dynamodb-local.ts';
const jvm = await startDynamoDbLocal({ directory: process.argv[1], jvm: 'fast-start' });
console.log(JSON.stringify({ pid: jvm.pid, port: jvm.port }));
setInterval(() => {}, 1000);
`;

const startParent = async (directory: string) => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', parent, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, ...(JSON.parse(line.toString()) as { pid: number; port: number }) };
};

describe('the database process', () => {
  it('is gone when its runtime is killed, leaving no orphan', async () => {
    const { child, pid } = await startParent(aDirectory());
    expect(isAlive(pid)).toBe(true);
    child.kill('SIGKILL');
    await eventually(async () => (isAlive(pid) ? undefined : true));
  });

  it('does not die of a Ctrl+C meant for its runtime', async () => {
    const { child, pid } = await startParent(aDirectory());
    const group = (of: number): string =>
      readFileSync(`/proc/${of}/stat`, 'utf8').split(' ')[4] ?? '';
    expect(group(pid)).not.toBe(group(child.pid ?? 0));
  });

  it('listens to this machine only', async () => {
    const { port } = await start(aDirectory());
    const wanted = port.toString(16).toUpperCase().padStart(4, '0');
    const listening = ['/proc/net/tcp', '/proc/net/tcp6']
      .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
      .map((line) => line.trim().split(/\s+/))
      .filter(([, local, , state]) => local?.endsWith(`:${wanted}`) && state === '0A')
      .map(([, local]) => local?.split(':')[0]);
    expect(listening).toEqual(['0000000000000000FFFF00000100007F']);
  });
});

describe('a table of the template', () => {
  it('keeps its items when the database is killed and started again', async () => {
    const directory = aDirectory();
    const first = await start(directory);
    const stream = await ensureTable(first.client, spec([]));
    const Item = { pk: { S: 'a' }, word: { S: 'giữ' } };
    await first.client.send(new PutItemCommand({ TableName: 'Items', Item }));
    await first.close();
    const second = await start(directory);
    expect(await ensureTable(second.client, spec([]))).toBe(stream);
    const found = await second.client.send(
      new GetItemCommand({ TableName: 'Items', Key: { pk: { S: 'a' } }, ConsistentRead: true }),
    );
    expect(found.Item).toEqual(Item);
  });

  it('follows the template: indexes are added, changed and dropped around its items', async () => {
    const { client } = await start(aDirectory());
    await ensureTable(client, spec([index('owner'), index('old')]));
    await client.send(
      new PutItemCommand({ TableName: 'Items', Item: { pk: { S: 'a' }, fresh: { S: 'x' } } }),
    );
    await ensureTable(client, spec([index('owner', 'KEYS_ONLY'), index('fresh')]));
    const { Table: table } = await client.send(new DescribeTableCommand({ TableName: 'Items' }));
    const projections = (table?.GlobalSecondaryIndexes ?? []).map((i) => [
      i.IndexName,
      i.Projection?.ProjectionType,
    ]);
    expect(projections.sort()).toEqual([
      ['by-fresh', 'ALL'],
      ['by-owner', 'KEYS_ONLY'],
    ]);
    const { Items: items } = await client.send(
      new ScanCommand({ TableName: 'Items', IndexName: 'by-fresh' }),
    );
    expect(items).toHaveLength(1);
  });

  describe('at the next start', () => {
    const withIndex = spec([index('owner')]);

    const restart = async (directory: string) => {
      const { client, ...jvm } = await start(directory);
      const credentials = { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local-secret' };
      const region = 'ap-southeast-1';
      const streamsClient = new DynamoDBStreamsClient({ endpoint: jvm.url, region, credentials });
      onTestFinished(() => streamsClient.destroy());
      const asked: (string | undefined)[] = [];
      client.middlewareStack.add(
        (next, context) => (args) => {
          asked.push(context.commandName);
          return next(args);
        },
        { step: 'initialize' },
      );
      const ensure = (table = spec([])) =>
        ensureTables({ client, streamsClient, directory, tables: [table] });
      return { client, ensure, asked, close: () => jvm.close() };
    };

    it('is not counted, which is what describing it does', async () => {
      const directory = aDirectory();
      const first = await restart(directory);
      const streams = await first.ensure();
      expect(streams.get('Items')).toMatch(/^arn:/);
      await first.close();
      const second = await restart(directory);
      expect(await second.ensure()).toEqual(streams);
      expect(second.asked).toEqual(['ListTablesCommand']);
    });

    it('is adjusted when the template has changed', async () => {
      const directory = aDirectory();
      const { client, ensure } = await restart(directory);
      await ensure();
      await ensure(withIndex);
      const { Table: table } = await client.send(new DescribeTableCommand({ TableName: 'Items' }));
      expect(table?.GlobalSecondaryIndexes).toHaveLength(1);
    });

    it('is made again when the database has lost it', async () => {
      const { client, ensure } = await restart(aDirectory());
      const before = await ensure();
      await client.send(new DeleteTableCommand({ TableName: 'Items' }));
      const after = await ensure();
      expect(after.get('Items')).not.toBe(before.get('Items'));
    });
  });

  it('is not silently emptied when its key has changed', async () => {
    const { client } = await start(aDirectory());
    await ensureTable(client, spec([]));
    await expect(ensureTable(client, spec([], 'other'))).rejects.toThrow(
      /another key .*npm run reset/,
    );
  });
});

describe('expiry', () => {
  it('takes what is past its time, and nothing else', async () => {
    const { client } = await start(aDirectory());
    await ensureTable(client, spec([index('owner')]));
    const now = 1_800_000_000;
    const items: Record<string, Record<string, { S: string } | { N: string }>> = {
      past: { expiresAt: { N: String(now - 1) }, owner: { S: 'o' } },
      // DynamoDB Local's own expiry never deletes this one: it lacks the index key.
      'past, in no index': { expiresAt: { N: String(now - 1) } },
      future: { expiresAt: { N: String(now + 1) } },
      never: { owner: { S: 'o' } },
      'no number': { expiresAt: { S: '1' } },
      'more than five years past, which AWS leaves alone': { expiresAt: { N: '1000' } },
    };
    for (const [pk, rest] of Object.entries(items))
      await client.send(
        new PutItemCommand({ TableName: 'Items', Item: { pk: { S: pk }, ...rest } }),
      );
    const table = { name: 'Items', keyAttributes: ['pk'], timeToLiveAttribute: 'expiresAt' };
    const sweep = { nowSeconds: now, pages: 1 };
    expect(await sweepExpired(client, table, sweep)).toEqual({ deleted: 2, next: undefined });
    const { Items: left } = await client.send(new ScanCommand({ TableName: 'Items' }));
    expect((left ?? []).map(({ pk }) => pk?.S).sort()).toEqual(
      Object.keys(items)
        .filter((pk) => !['past', 'past, in no index'].includes(pk))
        .sort(),
    );
  });

  it('looks at so many items a turn, goes on where it stopped, and comes round', async () => {
    const { client } = await start(aDirectory());
    await ensureTable(client, spec([]));
    const now = 1_800_000_000;
    const Items = Array.from({ length: 450 }, (_, n) => ({
      PutRequest: { Item: { pk: { S: `k${n}` }, expiresAt: { N: String(now - 1) } } },
    }));
    for (let n = 0; n < Items.length; n += 25)
      await client.send(
        new BatchWriteItemCommand({ RequestItems: { Items: Items.slice(n, n + 25) } }),
      );
    const table = { name: 'Items', keyAttributes: ['pk'], timeToLiveAttribute: 'expiresAt' };
    const turn = (from: Sweep['next']) =>
      sweepExpired(client, table, { nowSeconds: now, from, pages: 1 });
    const first = await turn(somewhere(table));
    expect(first.deleted).toBeLessThanOrEqual(200);
    let deleted = first.deleted;
    for (let next = first.next, turns = 0; deleted < 450 && turns < 6; turns++) {
      const sweep = await turn(next);
      deleted += sweep.deleted;
      next = sweep.next;
    }
    expect(deleted).toBe(450);
  });
});
