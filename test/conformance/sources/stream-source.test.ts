import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type DynamoDbLocal, startDynamoDbLocal } from '#local/emulators/dynamodb-local.ts';
import type { StreamSourceOptions } from '#local/sources/stream-options.ts';
import { startStreamSource } from '#local/sources/stream-source.ts';
import { eventually } from '#test/support/eventually.ts';
import { aHost } from '#test/support/fake-function.ts';

const region = 'ap-southeast-1';
const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
const directory = mkdtempSync(join(tmpdir(), 'post-counter-stream-'));
let local: DynamoDbLocal;
let dynamo: DynamoDBClient;
let streams: DynamoDBStreamsClient;
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  local = await startDynamoDbLocal({ directory, jvm: 'fast-start' });
  const client = { endpoint: local.url, region, credentials };
  dynamo = new DynamoDBClient(client);
  streams = new DynamoDBStreamsClient(client);
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((source) => source.close()));
});
afterAll(async () => {
  dynamo.destroy();
  streams.destroy();
  await local.close();
  rmSync(directory, { recursive: true, force: true });
});

const aTable = async () => {
  const name = `table-${randomUUID()}`;
  const { TableDescription } = await dynamo.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
    }),
  );
  return { name, streamArn: TableDescription?.LatestStreamArn ?? '' };
};

type Table = Awaited<ReturnType<typeof aTable>>;

const put = async (table: Table, ...keys: string[]): Promise<void> => {
  for (const key of keys)
    await dynamo.send(
      new PutItemCommand({
        TableName: table.name,
        Item: { pk: { S: key }, ...(key.startsWith('out') && { outbox: { S: 'x' } }) },
      }),
    );
};

const follow = (
  table: Table,
  answer: (keys: string[], event: DynamoDBStreamEvent) => unknown,
  change: Partial<StreamSourceOptions> = {},
) => {
  const { host, events } = aHost((event: DynamoDBStreamEvent) => answer(keysOf(event), event));
  const saved = new Map<string, string>();
  const discarded: object[] = [];
  open.push(
    startStreamSource({
      streams,
      streamArn: table.streamArn,
      reportedStreamArn: table.streamArn,
      functionId: 'f',
      host,
      batchSize: 10,
      batchWindowSeconds: 0,
      filters: [],
      reportBatchItemFailures: true,
      bisectBatchOnFunctionError: true,
      maximumRetryAttempts: 2,
      maximumRecordAgeSeconds: 3_600,
      startingPosition: 'TRIM_HORIZON',
      onFailure: async (metadata) => {
        discarded.push(metadata);
      },
      checkpoint: {
        load: (shard) => saved.get(shard),
        save: (shard, sequence) => {
          saved.set(shard, sequence);
        },
      },
      region,
      ...change,
    }),
  );
  return { batches: () => (events as DynamoDBStreamEvent[]).map(keysOf), discarded, saved };
};

const keysOf = ({ Records }: DynamoDBStreamEvent): string[] =>
  Records.map(({ dynamodb }) => dynamodb?.Keys?.['pk']?.S ?? '');

describe('a stream that a function follows, as on AWS', () => {
  it('brings every change in order, also what was written before it began', async () => {
    const table = await aTable();
    await put(table, 'a', 'b');
    const { batches } = follow(table, () => undefined);
    await put(table, 'c', 'd');
    const seen = await eventually(async () => {
      const keys = batches().flat();
      return keys.length >= 4 ? keys : undefined;
    });
    expect(seen).toEqual(['a', 'b', 'c', 'd']);
  });

  it('also when it began on a table that was still empty', async () => {
    const table = await aTable();
    const { batches } = follow(table, () => undefined);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await put(table, 'first');
    await eventually(async () => (batches().flat().includes('first') ? true : undefined));
  });

  it('passes over what the filter does not want', async () => {
    const table = await aTable();
    const filters = [
      JSON.stringify({
        eventName: ['INSERT'],
        dynamodb: { NewImage: { outbox: { S: [{ exists: true }] } } },
      }),
    ];
    const { batches } = follow(table, () => undefined, { filters });
    await put(table, 'plain', 'out-1', 'other', 'out-2', 'out-1');
    await eventually(async () => (batches().flat().length >= 2 ? true : undefined));
    await put(table, 'out-3');
    await eventually(async () => (batches().flat().includes('out-3') ? true : undefined));
    expect(batches().flat()).toEqual(['out-1', 'out-2', 'out-3']);
  });

  it('isolates one poisonous record, gives it up with its address, and goes on', async () => {
    const table = await aTable();
    await put(table, 'a', 'b', 'poison', 'c', 'd');
    const done: string[] = [];
    const { discarded } = follow(table, (keys) => {
      if (keys.includes('poison')) throw new Error('no');
      done.push(...keys);
    });
    await eventually(async () => (done.includes('d') ? true : undefined), 30_000);
    expect([...new Set(done)].sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(discarded).toEqual([
      expect.objectContaining({
        DDBStreamBatchInfo: expect.objectContaining({
          batchSize: 1,
          shardId: expect.any(String),
          startSequenceNumber: expect.any(String),
          endSequenceNumber: expect.any(String),
        }),
      }),
    ]);
  });

  it('begins again at the record that was reported as failed', async () => {
    const table = await aTable();
    await put(table, 'a', 'b', 'c');
    let isFirst = true;
    const { batches } = follow(table, (keys, { Records }) => {
      const failed = isFirst && keys.includes('b') ? Records[keys.indexOf('b')] : undefined;
      isFirst = false;
      const itemIdentifier = failed?.dynamodb?.SequenceNumber;
      return { batchItemFailures: itemIdentifier ? [{ itemIdentifier }] : [] };
    });
    await eventually(async () => (batches().length >= 2 ? true : undefined));
    expect(batches().slice(0, 2)).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
    ]);
  });
});
