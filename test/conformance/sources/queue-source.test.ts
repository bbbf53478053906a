import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startQueueSource } from '#local/cloud/sources/queue-source.ts';
import { aFunction, runHost } from '../lambda/tiny-functions.ts';
import { type Queue, type QueueService, region, startQueueService } from './emulated-queue.ts';

let service: QueueService;
let count = 0;

beforeAll(async () => {
  service = await startQueueService();
});
afterAll(() => service.close());

interface Seen {
  readonly bodies: readonly string[];
  readonly counts: readonly number[];
}

/** Prints what it was given, then does what the body says with `event` and `bodies`. */
const consumer = (body: string): string => `
  export const handler = async (event) => {
    const bodies = event.Records.map((record) => record.body);
    const counts = event.Records.map((record) => Number(record.attributes.ApproximateReceiveCount));
    console.log(JSON.stringify({ bodies, counts }));
    ${body}
  };`;

type Settings = Partial<Parameters<typeof startQueueSource>[0]>;

const consume = async (body: string, settings: Settings = {}, visibility = '30') => {
  count += 1;
  const number = count;
  const dead = await service.create(`dead-${number}`);
  const queue = await service.create(`work-${number}`, {
    VisibilityTimeout: visibility,
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: 2 }),
  });
  const { host, printed } = runHost(aFunction(consumer(body)));
  const problems: string[] = [];
  const start = () => {
    const source = startQueueSource({
      sqs: service.client,
      queueUrl: queue.url,
      queueArn: queue.arn,
      functionId: 'Tiny',
      host,
      batchSize: 10,
      batchWindowSeconds: 0,
      reportBatchItemFailures: true,
      region,
      onProblem: (text) => problems.push(text),
      ...settings,
    });
    onTestFinished(() => source.close());
    return source;
  };
  const seen = (): readonly Seen[] => printed<Seen>();
  return { queue, dead, start, seen, problems };
};

const left = (queue: Queue): Promise<number> => service.depth(queue);

describe('a queue source', () => {
  it('hands over messages in the shape of AWS and deletes them', async () => {
    const { host, printed } = runHost(
      aFunction('export const handler = async (event) => console.log(JSON.stringify(event));'),
    );
    const { queue, start } = await consume('', { host, reportBatchItemFailures: false });
    await service.client.send(
      new SendMessageCommand({
        QueueUrl: queue.url,
        MessageBody: 'hồ sơ',
        MessageAttributes: {
          kind: { DataType: 'String', StringValue: 'routed' },
          raw: { DataType: 'Binary', BinaryValue: Buffer.from([1, 2, 255]) },
        },
      }),
    );
    start();
    await expect
      .poll(() => printed())
      .toEqual([
        {
          Records: [
            {
              messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
              receiptHandle: expect.any(String),
              body: 'hồ sơ',
              attributes: {
                ApproximateReceiveCount: '1',
                SentTimestamp: expect.stringMatching(/^\d{13}$/),
                SenderId: expect.any(String),
                ApproximateFirstReceiveTimestamp: expect.stringMatching(/^\d{13}$/),
              },
              messageAttributes: {
                kind: {
                  stringValue: 'routed',
                  stringListValues: [],
                  binaryListValues: [],
                  dataType: 'String',
                },
                raw: {
                  binaryValue: 'AQL/',
                  stringListValues: [],
                  binaryListValues: [],
                  dataType: 'Binary',
                },
              },
              md5OfMessageAttributes: expect.stringMatching(/^[0-9a-f]{32}$/),
              md5OfBody: expect.stringMatching(/^[0-9a-f]{32}$/),
              eventSource: 'aws:sqs',
              eventSourceARN: queue.arn,
              awsRegion: region,
            },
          ],
        },
      ]);
    await expect.poll(() => left(queue)).toBe(0);
  });

  it('deletes only what the function did not report, which is seen again', async () => {
    const { queue, start, seen } = await consume(
      `return { batchItemFailures: event.Records
         .filter((record) => record.body === 'bad' && record.attributes.ApproximateReceiveCount === '1')
         .map((record) => ({ itemIdentifier: record.messageId })) };`,
      {},
      '1',
    );
    await service.send(queue, ['good', 'bad', 'fine']);
    start();
    await expect.poll(seen, { timeout: 5000 }).toEqual([
      { bodies: ['good', 'bad', 'fine'], counts: [1, 1, 1] },
      { bodies: ['bad'], counts: [2] },
    ]);
    await expect.poll(() => left(queue)).toBe(0);
  });

  /** Side by side, since each source takes a moment to close: answer → what is left of two. */
  const leftAfter = async (answers: Readonly<Record<string, string>>) => {
    const left = async ([what, body]: [string, string]) => {
      const { queue, start, seen } = await consume(body);
      await service.send(queue, ['one', 'two']);
      const source = start();
      await expect.poll(() => seen().length, { timeout: 10_000 }).toBe(1);
      await source.close();
      return [what, await service.depth(queue), await service.receive(queue)] as const;
    };
    return Promise.all(Object.entries(answers).map(left));
  };

  const good = 'event.Records[0].messageId';

  it('takes the whole batch for done when the answer reports nothing', async () => {
    const answers = {
      nothing: '',
      null: 'return null',
      'an empty object': 'return {}',
      'no list': 'return { batchItemFailures: null }',
      'an empty list': 'return { batchItemFailures: [] }',
      'failures under another name, which AWS overlooks too': 'return { failures: [1] }',
    };
    expect(await leftAfter(answers)).toEqual(Object.keys(answers).map((what) => [what, 0, []]));
  });

  it('takes the whole batch for failed when the answer is malformed or missing, and leaves the visibility alone', async () => {
    const answers = {
      'unknown identifier': `return { batchItemFailures: [{ itemIdentifier: 'who' }] }`,
      'one unknown among known': `return { batchItemFailures: [{ itemIdentifier: ${good} }, { itemIdentifier: 'who' }] }`,
      'empty identifier': `return { batchItemFailures: [{ itemIdentifier: '' }] }`,
      'null identifier': 'return { batchItemFailures: [{ itemIdentifier: null }] }',
      'misspelt key': `return { batchItemFailures: [{ itemIdentifer: ${good} }] }`,
      'bare identifiers': `return { batchItemFailures: [${good}] }`,
      'no list': `return { batchItemFailures: 'all' }`,
      'a text': `return 'done'`,
      'a list': `return [${good}]`,
      exception: `throw new Error('no')`,
      exit: 'process.exit(1)',
    };
    expect(await leftAfter(answers)).toEqual(Object.keys(answers).map((what) => [what, 2, []]));
  });

  it('ignores reported failures when it is not told to read them', async () => {
    const { queue, start, seen } = await consume(
      `return { batchItemFailures: [{ itemIdentifier: ${good} }] };`,
      { reportBatchItemFailures: false },
    );
    await service.send(queue, ['one']);
    start();
    await expect.poll(() => seen().length).toBe(1);
    await expect.poll(() => left(queue)).toBe(0);
  });

  it('lets the queue move what failed too often to its dead letters', async () => {
    const { queue, dead, start, seen } = await consume(`throw new Error('never')`, {}, '1');
    await service.send(queue, ['poison']);
    start();
    await expect
      .poll(() => service.receive(dead), { timeout: 8000, interval: 200 })
      .toEqual(['poison']);
    expect(seen().map(({ counts }) => counts[0])).toEqual([1, 2]);
    expect(await left(queue)).toBe(0);
  });

  it('gathers a batch larger than one receive within its window', async () => {
    const { queue, start, seen } = await consume('', { batchSize: 25, batchWindowSeconds: 2 });
    for (const tens of ['a', 'b', 'c'])
      await service.send(
        queue,
        Array.from({ length: 10 }, (_, at) => `${tens}${at}`),
      );
    start();
    await expect
      .poll(() => seen().map(({ bodies }) => bodies.length), { timeout: 6000 })
      .toEqual([25, 5]);
  });

  it('runs no more batches at once than allowed, and reaches that many', async () => {
    const { host, lines } = runHost(
      aFunction(
        `export const handler = async () => {
          console.log('in');
          await new Promise((resolve) => setTimeout(resolve, 150));
          console.log('out');
        };`,
        { maxEnvironments: 8 },
      ),
    );
    const { queue, start } = await consume('', { host, batchSize: 1, maximumConcurrency: 2 });
    await service.send(queue, ['1', '2', '3', '4', '5', '6']);
    start();
    await expect.poll(() => left(queue), { timeout: 5000 }).toBe(0);
    let inside = 0;
    const depths = lines.map(({ text }) => {
      inside += text === 'in' ? 1 : -1;
      return inside;
    });
    expect(Math.max(...depths)).toBe(2);
  });

  it('lets a running batch finish when it closes', async () => {
    const { queue, start, seen } = await consume(
      'await new Promise((resolve) => setTimeout(resolve, 700));',
    );
    await service.send(queue, ['one']);
    const source = start();
    await expect.poll(() => seen().length).toBe(1);
    await source.close();
    expect(await left(queue)).toBe(0);
  });
});
