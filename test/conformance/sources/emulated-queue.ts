import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { buildApp } from 'fauxqs';
import { openQueueClient } from '#local/cloud/emulators/queue-client.ts';

export const region = 'ap-southeast-1';
export const credentials = { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local-secret' };

export interface Queue {
  readonly url: string;
  readonly arn: string;
}

export interface QueueService {
  readonly client: SQSClient;
  create(name: string, attributes?: Record<string, string>): Promise<Queue>;
  send(queue: Queue, bodies: readonly string[]): Promise<void>;
  /** Bodies that can be received now. */
  receive(queue: Queue): Promise<readonly string[]>;
  /** Waiting, hidden and delayed. */
  depth(queue: Queue): Promise<number>;
  close(): Promise<void>;
}

/** fauxqs's own start would listen on every interface. */
export const startQueueService = async (): Promise<QueueService> => {
  const app = buildApp({ logger: false, defaultRegion: region });
  const endpoint = await app.listen({ port: 0, host: '127.0.0.1' });
  const client = openQueueClient({ endpoint, region, credentials });
  return {
    client,
    create: async (QueueName, Attributes = {}) => {
      await client.send(new CreateQueueCommand({ QueueName, Attributes }));
      return {
        url: `${endpoint}/000000000000/${QueueName}`,
        arn: `arn:aws:sqs:${region}:000000000000:${QueueName}`,
      };
    },
    send: async ({ url }, bodies) => {
      const Entries = bodies.map((MessageBody, index) => ({ Id: String(index), MessageBody }));
      await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
    },
    receive: async ({ url }) => {
      const { Messages: messages } = await client.send(
        new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10 }),
      );
      return (messages ?? []).map(({ Body: body }) => body ?? '');
    },
    depth: async ({ url }) => {
      const { Attributes: counts = {} } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }),
      );
      return (
        Number(counts.ApproximateNumberOfMessages) +
        Number(counts.ApproximateNumberOfMessagesNotVisible) +
        Number(counts.ApproximateNumberOfMessagesDelayed)
      );
    },
    close: async () => {
      client.destroy();
      app.server.closeAllConnections();
      await app.close();
    },
  };
};
