import {
  GetQueueAttributesCommand,
  ListDeadLetterSourceQueuesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type QueueSpec, queueUrl, startQueues } from '#local/cloud/emulators/queues.ts';
import { aDirectory } from './a-directory.ts';

const region = 'ap-southeast-1';
const arnOf = (name: string): string => `arn:aws:sqs:${region}:000000000000:${name}`;

const aQueue = (name: string, attributes: QueueSpec['attributes'] = {}): QueueSpec => ({
  name,
  arn: arnOf(name),
  attributes,
});

const withDeadLetters = (name: string, deadLetters: string, maxReceiveCount = 1): QueueSpec =>
  aQueue(name, {
    VisibilityTimeout: '0',
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: arnOf(deadLetters), maxReceiveCount }),
  });

const start = async (directory: string, ...specs: readonly QueueSpec[]) => {
  const queues = await startQueues({ directory, port: 0, region });
  for (const spec of specs) queues.ensure(spec);
  const credentials = { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local-secret' };
  const client = new SQSClient({ endpoint: queues.url, region, credentials });
  let open = true;
  const close = async (): Promise<void> => {
    if (!open) return;
    open = false;
    client.destroy();
    await queues.close();
  };
  onTestFinished(close);
  const urlOf = (name: string): string => queueUrl(queues.url, name);
  return {
    queues,
    client,
    close,
    urlOf,
    send: (name: string, MessageBody: string) =>
      client.send(new SendMessageCommand({ QueueUrl: urlOf(name), MessageBody })),
    receive: async (name: string): Promise<readonly string[]> => {
      const answer = await client.send(
        new ReceiveMessageCommand({ QueueUrl: urlOf(name), MaxNumberOfMessages: 10 }),
      );
      return (answer.Messages ?? []).map(({ Body: body }) => body ?? '');
    },
  };
};

describe('queues of the template', () => {
  it('keep their messages over a restart, also on another port', async () => {
    const directory = aDirectory();
    const first = await start(directory, aQueue('work'));
    await first.send('work', 'kept');
    await first.close();
    const second = await start(directory, aQueue('work'));
    expect(second.queues.depth('work')).toBe(1);
    expect(await second.receive('work')).toEqual(['kept']);
  });

  it('take the template’s attributes, also those that changed since the last run', async () => {
    const directory = aDirectory();
    const first = await start(directory, withDeadLetters('work', 'failed'), aQueue('failed'));
    await first.close();
    const second = await start(
      directory,
      aQueue('work', { VisibilityTimeout: '120' }),
      aQueue('failed'),
    );
    const { Attributes: attributes } = await second.client.send(
      new GetQueueAttributesCommand({ QueueUrl: second.urlOf('work'), AttributeNames: ['All'] }),
    );
    expect(attributes).toMatchObject({ VisibilityTimeout: '120', QueueArn: arnOf('work') });
    expect(attributes).not.toHaveProperty('RedrivePolicy');
  });

  it('answer to SQS alone: no half-right S3 or SNS stands behind the port', async () => {
    const { queues } = await start(aDirectory());
    const s3 = await fetch(`${queues.url}/bucket/key`, { method: 'PUT', body: 'x' });
    const sns = await fetch(queues.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'Action=ListTopics',
    });
    expect([s3.status, sns.status]).toEqual([404, 404]);
  });
});

describe('dead letters', () => {
  /** One message that was received too often. */
  const withOneDead = async (...more: readonly QueueSpec[]) => {
    const directory = aDirectory();
    const specs = [
      withDeadLetters('work', 'failed'),
      aQueue('failed', { VisibilityTimeout: '0' }),
      ...more,
    ];
    const running = await start(directory, ...specs);
    await running.send('work', 'poison');
    await running.receive('work');
    await running.receive('work');
    expect(running.queues.depth('failed')).toBe(1);
    return { ...running, again: () => start(directory, ...specs) };
  };

  const move = (client: SQSClient, SourceArn: string, DestinationArn?: string) =>
    client.send(
      new StartMessageMoveTaskCommand({ SourceArn, ...(DestinationArn && { DestinationArn }) }),
    );

  it('go back to where they came from, to be tried afresh, and stay moved', async () => {
    const { client, queues, close, again } = await withOneDead();
    await move(client, arnOf('failed'));
    expect([queues.depth('work'), queues.depth('failed')]).toEqual([1, 0]);
    await close();
    const later = await again();
    expect([later.queues.depth('work'), later.queues.depth('failed')]).toEqual([1, 0]);
    expect(await later.receive('work')).toEqual(['poison']);
  });

  it('need a destination when several queues die into one', async () => {
    const { client, queues } = await withOneDead(withDeadLetters('other', 'failed'));
    await expect(move(client, arnOf('failed'))).rejects.toThrow(/Name the destination/);
    await move(client, arnOf('failed'), arnOf('other'));
    expect([queues.depth('work'), queues.depth('other'), queues.depth('failed')]).toEqual([
      0, 1, 0,
    ]);
  });

  it('are moved from dead-letter queues only', async () => {
    const { client } = await withOneDead();
    await expect(move(client, arnOf('work'))).rejects.toThrow(/Dead Letter Queue/);
    await expect(move(client, arnOf('nowhere'))).rejects.toThrow(/does not exist/);
  });

  it('name the queues that die into them', async () => {
    const { client, urlOf } = await withOneDead(withDeadLetters('other', 'failed'));
    const { queueUrls } = await client.send(
      new ListDeadLetterSourceQueuesCommand({ QueueUrl: urlOf('failed') }),
    );
    expect([...(queueUrls ?? [])].sort()).toEqual([urlOf('other'), urlOf('work')]);
  });
});
