import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { FunctionHost } from '#local/cloud/lambda/function-host.ts';
import { startStreamSource } from '#local/cloud/sources/stream-source.ts';
import { aFunction, runHost } from '../lambda/tiny-functions.ts';
import { region } from './emulated-queue.ts';
import { startTableService, type Table, type TableService } from './emulated-table.ts';

let service: TableService;

beforeAll(async () => {
  service = await startTableService();
});
afterAll(() => service.close());

type Settings = Partial<Parameters<typeof startStreamSource>[0]>;

const reportedStreamArn = 'arn:aws:dynamodb:ap-southeast-1:000000000000:table/ledger/stream/x';

/** Prints the keys it was given, then does what the body says with `event` and `keys`. */
const consumer = (body: string): string => `
  const seen = {};
  export const handler = async (event) => {
    const keys = event.Records.map((record) => record.dynamodb.Keys.pk.S);
    console.log(JSON.stringify(keys));
    ${body}
  };`;

const memoryCheckpoint = () => {
  const saved = new Map<string, string>();
  return {
    saved,
    load: (shard: string) => saved.get(shard),
    save: (shard: string, sequence: string) => {
      saved.set(shard, sequence);
    },
  };
};

const follow = (table: Table, host: FunctionHost, settings: Settings = {}) => {
  const source = startStreamSource({
    streams: service.streams,
    streamArn: table.streamArn,
    reportedStreamArn,
    functionId: 'Tiny',
    host,
    batchSize: 100,
    batchWindowSeconds: 0,
    filters: [],
    reportBatchItemFailures: false,
    bisectBatchOnFunctionError: false,
    maximumRetryAttempts: -1,
    maximumRecordAgeSeconds: -1,
    startingPosition: 'TRIM_HORIZON',
    checkpoint: memoryCheckpoint(),
    region,
    ...settings,
  });
  onTestFinished(() => source.close());
  return source;
};

const items = (...keys: readonly string[]) => keys.map((key) => ({ pk: { S: key } }));

const setUp = async (body: string) => {
  const table = await service.create();
  const { host, printed } = runHost(aFunction(consumer(body)));
  return { table, host, batches: () => printed<readonly string[]>() };
};

describe('a stream source', () => {
  it('hands over every kind of change in the shape of AWS', async () => {
    const table = await service.create();
    const { host, printed } = runHost(
      aFunction(
        'export const handler = async (event) => event.Records.forEach((r) => console.log(JSON.stringify(r)));',
      ),
    );
    const all = {
      pk: { S: 'a' },
      n: { N: '12.5' },
      b: { B: Buffer.from([1, 2, 255]) },
      bs: { BS: [Buffer.from([0])] },
      ss: { SS: ['x', 'y'] },
      ns: { NS: ['1'] },
      l: { L: [{ NULL: true as const }, { B: Buffer.from([7]) }] },
      m: { M: { deep: { BOOL: false }, none: { M: {} } } },
    };
    const image = {
      ...all,
      b: { B: 'AQL/' },
      bs: { BS: ['AA=='] },
      l: { L: [{ NULL: true }, { B: 'Bw==' }] },
    };
    await service.put(table, all, { pk: { S: 'a' } });
    await service.client.send(
      new DeleteItemCommand({ TableName: table.name, Key: { pk: { S: 'a' } } }),
    );
    follow(table, host);
    const record = (eventName: string, images: object) => ({
      eventID: expect.any(String),
      eventName,
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: region,
      dynamodb: {
        // DynamoDB Local rounds down to the minute.
        ApproximateCreationDateTime: expect.closeTo(Date.now() / 1000, -3),
        Keys: { pk: { S: 'a' } },
        ...images,
        SequenceNumber: expect.stringMatching(/^\d+$/),
        SizeBytes: expect.any(Number),
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
      eventSourceARN: reportedStreamArn,
    });
    await expect
      .poll(() => printed())
      .toEqual([
        record('INSERT', { NewImage: image }),
        record('MODIFY', { NewImage: { pk: { S: 'a' } }, OldImage: image }),
        record('REMOVE', { OldImage: { pk: { S: 'a' } } }),
      ]);
  });

  it('keeps the order of the changes, in batches of at most the batch size', async () => {
    const { table, host, batches } = await setUp('');
    const keys = Array.from({ length: 120 }, (_, at) => `k${at}`);
    const writing = service.put(table, ...items(...keys));
    follow(table, host, { batchSize: 7 });
    await writing;
    await expect.poll(() => batches().flat()).toEqual(keys);
    expect(Math.max(...batches().map(({ length }) => length))).toBeLessThanOrEqual(7);
  });

  it('gathers what comes within the batch window', async () => {
    const { table, host, batches } = await setUp('');
    follow(table, host, { batchWindowSeconds: 1 });
    for (const key of ['a', 'b', 'c']) await service.put(table, ...items(key));
    await expect.poll(batches, { timeout: 5000 }).toEqual([['a', 'b', 'c']]);
  });

  it('hands over only what a filter matches, and leaves the rest behind for good', async () => {
    const { table, host, batches } = await setUp('');
    await service.put(table, ...items('OUTBOX#1', 'DOSSIER#1', 'DOSSIER#2', 'OUTBOX#2'));
    const checkpoint = memoryCheckpoint();
    const pattern = {
      eventName: ['INSERT'],
      dynamodb: { Keys: { pk: { S: [{ prefix: 'OUTBOX#' }] } } },
    };
    const first = follow(table, host, { checkpoint, filters: [JSON.stringify(pattern)] });
    const handed = () => batches().flat();
    await expect.poll(handed).toEqual(['OUTBOX#1', 'OUTBOX#2']);
    await first.close();
    // What was skipped is behind the checkpoint: an unfiltered reader finds nothing more.
    follow(table, host, { checkpoint });
    await service.put(table, ...items('later'));
    await expect.poll(handed).toEqual(['OUTBOX#1', 'OUTBOX#2', 'later']);
  });

  it('goes on after a restart where it was', async () => {
    const { table, host, batches } = await setUp('');
    const checkpoint = memoryCheckpoint();
    await service.put(table, ...items('a', 'b'));
    const first = follow(table, host, { checkpoint });
    await expect.poll(batches).toEqual([['a', 'b']]);
    await first.close();
    await service.put(table, ...items('c'));
    follow(table, host, { checkpoint });
    await expect.poll(batches).toEqual([['a', 'b'], ['c']]);
  });

  it('has the running batch finish when it closes, and not handed over again', async () => {
    const { table, host, batches } = await setUp('await new Promise((r) => setTimeout(r, 300));');
    const checkpoint = memoryCheckpoint();
    await service.put(table, ...items('a'));
    const first = follow(table, host, { checkpoint });
    await expect.poll(() => batches().length).toBe(1);
    await first.close();
    expect(checkpoint.saved.size).toBe(1);
    await service.put(table, ...items('b'));
    follow(table, host, { checkpoint });
    await expect.poll(batches).toEqual([['a'], ['b']]);
  });

  it('begins at the end of the stream when told so', async () => {
    const { table, host, batches } = await setUp('');
    await service.put(table, ...items('before'));
    const checkpoint = memoryCheckpoint();
    const first = follow(table, host, { startingPosition: 'LATEST', checkpoint });
    // Whether it has begun shows only by what it then sees.
    await expect
      .poll(async () => {
        await service.put(table, { pk: { S: 'after' }, at: { S: String(Math.random()) } });
        return batches().length;
      })
      .toBeGreaterThan(0);
    expect(batches().flat()).not.toContain('before');
    await first.close();
    await service.put(table, ...items('meanwhile'));
    follow(table, host, { startingPosition: 'LATEST', checkpoint });
    await expect.poll(() => batches().flat().at(-1)).toBe('meanwhile');
  });
});

describe('when the function fails', () => {
  it('the batch is tried again, and nothing overtakes it', async () => {
    const { table, host, batches } = await setUp(
      `seen.tries = (seen.tries ?? 0) + 1; if (seen.tries < 3) throw new Error('not yet');`,
    );
    await service.put(table, ...items('a', 'b', 'c'));
    const checkpoint = memoryCheckpoint();
    follow(table, host, { batchSize: 2, checkpoint });
    await expect.poll(batches).toEqual([['a', 'b'], ['a', 'b'], ['a', 'b'], ['c']]);
  });

  it('no checkpoint is saved before it succeeds', async () => {
    const { table, host, batches } = await setUp(`throw new Error('never');`);
    await service.put(table, ...items('a'));
    const checkpoint = memoryCheckpoint();
    const source = follow(table, host, { checkpoint });
    await expect.poll(() => batches().length).toBeGreaterThan(1);
    await source.close();
    expect([...checkpoint.saved]).toEqual([]);
  });

  it('splitting isolates the poison record, which goes to the destination, and the rest gets through', async () => {
    const { table, host, batches } = await setUp(
      `if (keys.includes('poison')) throw new Error('poison');`,
    );
    const failures: object[] = [];
    await service.put(table, ...items('a', 'b', 'c', 'poison', 'd', 'e', 'f', 'g'));
    follow(table, host, {
      bisectBatchOnFunctionError: true,
      maximumRetryAttempts: 1,
      onFailure: async (metadata) => {
        failures.push(metadata);
      },
    });
    await expect
      .poll(() => batches().at(-1))
      .toEqual(['e', 'f', 'g'].length ? ['d', 'e', 'f', 'g'].slice(0) : []);
    const done = batches().filter((keys) => !keys.includes('poison'));
    expect(done.flat()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(batches().filter((keys) => keys.join() === 'poison')).toHaveLength(2);
    expect(failures).toEqual([
      {
        requestContext: {
          requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
          functionArn: `arn:aws:lambda:${region}:000000000000:function:Tiny`,
          condition: 'RetryAttemptsExhausted',
          approximateInvokeCount: 2,
        },
        responseContext: {
          statusCode: 200,
          executedVersion: '$LATEST',
          functionError: 'Unhandled',
        },
        version: '1.0',
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        DDBStreamBatchInfo: {
          shardId: expect.stringMatching(/^shardId-/),
          startSequenceNumber: expect.stringMatching(/^\d+$/),
          endSequenceNumber: expect.stringMatching(/^\d+$/),
          approximateArrivalOfFirstRecord: expect.stringMatching(/^\S+:\d\dZ$/),
          approximateArrivalOfLastRecord: expect.stringMatching(/^\S+:\d\dZ$/),
          batchSize: 1,
          streamArn: reportedStreamArn,
        },
      },
    ]);
  });

  it('without splitting, exhausted retries give up the whole batch', async () => {
    const { table, host, batches } = await setUp(
      `if (keys.includes('poison')) throw new Error('poison');`,
    );
    const failures: object[] = [];
    await service.put(table, ...items('a', 'poison', 'b', 'c'));
    follow(table, host, {
      batchSize: 3,
      maximumRetryAttempts: 2,
      onFailure: async (metadata) => {
        failures.push(metadata);
      },
    });
    await expect.poll(() => batches().at(-1)).toEqual(['c']);
    expect(batches()).toHaveLength(4);
    expect(failures).toMatchObject([
      {
        requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 3 },
        DDBStreamBatchInfo: { batchSize: 3 },
      },
    ]);
  });

  it('a reported record is where the next attempt begins, and what is before it is behind', async () => {
    const { table, host, batches } = await setUp(
      `const at = keys.indexOf('c');
       if (at < 0 || seen.c) return { batchItemFailures: [] };
       seen.c = true;
       const failed = [event.Records.at(-1), event.Records[at]];
       return { batchItemFailures: failed.map((r) => ({ itemIdentifier: r.dynamodb.SequenceNumber })) };`,
    );
    await service.put(table, ...items('a', 'b', 'c', 'd', 'e'));
    follow(table, host, { reportBatchItemFailures: true });
    await expect.poll(batches).toEqual([
      ['a', 'b', 'c', 'd', 'e'],
      ['c', 'd', 'e'],
    ]);
  });

  it.each([
    ['an empty identifier', `[{ itemIdentifier: '' }]`],
    ['an unknown identifier', `[{ itemIdentifier: '1' }]`],
    ['a misspelt key', '[{ sequence: event.Records[0].dynamodb.SequenceNumber }]'],
  ])('the whole batch is tried again when the answer holds %s', async (_what, list) => {
    const { table, host, batches } = await setUp(
      `seen.tries = (seen.tries ?? 0) + 1; if (seen.tries < 2) return { batchItemFailures: ${list} };`,
    );
    await service.put(table, ...items('a', 'b'));
    follow(table, host, { reportBatchItemFailures: true });
    await expect.poll(batches).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  it('reported poison is isolated when the batch is split too, and nothing else is given up', async () => {
    const { table, host, batches } = await setUp(
      `const bad = event.Records.find((r) => r.dynamodb.Keys.pk.S === 'poison');
       return { batchItemFailures: bad ? [{ itemIdentifier: bad.dynamodb.SequenceNumber }] : [] };`,
    );
    const failures: object[] = [];
    await service.put(table, ...items('a', 'b', 'poison', 'c', 'd'));
    follow(table, host, {
      reportBatchItemFailures: true,
      bisectBatchOnFunctionError: true,
      maximumRetryAttempts: 0,
      onFailure: async (metadata) => {
        failures.push(metadata);
      },
    });
    await expect.poll(() => batches().flat().at(-1)).toBe('d');
    await expect.poll(() => failures).toMatchObject([{ DDBStreamBatchInfo: { batchSize: 1 } }]);
    expect(
      batches()
        .filter((keys) => !keys.includes('poison'))
        .flat(),
    ).toEqual(['c', 'd']);
  });

  it('records that have grown too old are given up', async () => {
    const { table, host, batches } = await setUp(`throw new Error('never');`);
    const failures: object[] = [];
    await service.put(table, ...items('a', 'b'));
    follow(table, host, {
      maximumRecordAgeSeconds: 1,
      onFailure: async (metadata) => {
        failures.push(metadata);
      },
    });
    await expect.poll(() => failures.length, { timeout: 6000 }).toBeGreaterThan(0);
    expect(failures[0]).toMatchObject({ requestContext: { condition: 'RecordAgeExceeded' } });
    expect(batches().length).toBeGreaterThan(0);
  });
});
