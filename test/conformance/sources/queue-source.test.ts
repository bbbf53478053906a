import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startQueueSource } from '#local/sources/queue-source.ts';
import { eventually } from '#test/support/eventually.ts';
import { aHost } from '#test/support/fake-function.ts';

const region = 'ap-southeast-1';
let server: FauxqsServer;
let sqs: SQSClient;
let number = 0;
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  server = await startFauxqs({ port: 0, logger: false });
  sqs = new SQSClient({
    region,
    endpoint: `http://127.0.0.1:${server.port}`,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  });
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((source) => source.close()));
});
afterAll(async () => {
  sqs.destroy();
  await server.stop();
});

const urlOf = (name: string) => `http://127.0.0.1:${server.port}/000000000000/${name}`;

/** A queue of one second's visibility whose messages die after three receives. */
const aQueue = () => {
  number += 1;
  const dead = `dead-${number}`;
  const name = `queue-${number}`;
  const { queueArn: deadLetterTargetArn } = server.createQueue(dead, { region });
  const { queueArn } = server.createQueue(name, {
    region,
    attributes: {
      VisibilityTimeout: '1',
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 3 }),
    },
  });
  return { url: urlOf(name), arn: queueArn, deadUrl: urlOf(dead) };
};

type Queue = ReturnType<typeof aQueue>;

const send = (queue: Queue, ...bodies: string[]) =>
  sqs.send(
    new SendMessageBatchCommand({
      QueueUrl: queue.url,
      Entries: bodies.map((MessageBody, n) => ({ Id: `m${n}`, MessageBody })),
    }),
  );

const work = (queue: Queue, answer: (event: SQSEvent) => unknown, reports = true) => {
  const { host, events } = aHost(answer);
  open.push(
    startQueueSource({
      sqs,
      queueUrl: queue.url,
      queueArn: queue.arn,
      functionId: 'f',
      host,
      batchSize: 10,
      batchWindowSeconds: 0,
      reportBatchItemFailures: reports,
      region,
    }),
  );
  return () => (events as SQSEvent[]).flatMap(({ Records }) => Records.map(({ body }) => body));
};

const left = async (url: string): Promise<number> => {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }),
  );
  return (
    Number(Attributes['ApproximateNumberOfMessages']) +
    Number(Attributes['ApproximateNumberOfMessagesNotVisible'])
  );
};
const isEmpty = (url: string) =>
  eventually(async () => ((await left(url)) === 0 ? true : undefined), 10_000);

describe('a queue that a function works, as on AWS', () => {
  it('deletes what succeeded and brings back what was reported as failed', async () => {
    const queue = aQueue();
    await send(queue, 'good', 'bad', 'fine');
    let failures = 1;
    const seen = work(queue, ({ Records }) => {
      const bad = Records.filter(({ body }) => body === 'bad' && failures-- > 0);
      return { batchItemFailures: bad.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    });
    await isEmpty(queue.url);
    const count = (body: string) => seen().filter((one) => one === body).length;
    expect([count('good'), count('bad'), count('fine')]).toEqual([1, 2, 1]);
  });

  it.each([
    ['an identifier that nobody sent', { batchItemFailures: [{ itemIdentifier: 'nobody' }] }],
    ['an empty identifier', { batchItemFailures: [{ itemIdentifier: '' }] }],
    ['a wrong key', { batchItemFailures: [{ id: 'x' }] }],
  ])('takes %s as the failure of the whole batch', async (_, malformed) => {
    const queue = aQueue();
    await send(queue, 'one', 'two');
    let isFirst = true;
    const seen = work(queue, () => {
      const answer = isFirst ? malformed : { batchItemFailures: [] };
      isFirst = false;
      return answer;
    });
    await isEmpty(queue.url);
    expect(seen().length).toBeGreaterThanOrEqual(4);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty list', { batchItemFailures: [] }],
  ])('takes %s as success', async (_, answer) => {
    const queue = aQueue();
    await send(queue, 'one');
    const seen = work(queue, () => answer);
    await isEmpty(queue.url);
    expect(seen()).toEqual(['one']);
  });

  it('deletes nothing of a batch whose function failed, and lets it die after its receives', async () => {
    const queue = aQueue();
    await send(queue, 'poison');
    const seen = work(queue, () => {
      throw new Error('no');
    });
    const dead = await eventually(async () => {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({ QueueUrl: queue.deadUrl, WaitTimeSeconds: 1 }),
      );
      return Messages[0];
    }, 20_000);
    expect(dead.Body).toBe('poison');
    expect(seen()).toEqual(['poison', 'poison', 'poison']);
  });

  it('ignores reported failures where the mapping does not ask for them', async () => {
    const queue = aQueue();
    await send(queue, 'one');
    const report = ({ Records }: SQSEvent) => ({
      batchItemFailures: Records.map(({ messageId }) => ({ itemIdentifier: messageId })),
    });
    const seen = work(queue, report, false);
    await isEmpty(queue.url);
    expect(seen()).toEqual(['one']);
  });
});
