import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AttributeValue,
  CreateTableCommand,
  DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { startDynamoDbLocal } from '#local/cloud/emulators/dynamodb-local.ts';
import { credentials, region } from './emulated-queue.ts';

export interface Table {
  readonly name: string;
  readonly streamArn: string;
}

export interface TableService {
  readonly client: DynamoDBClient;
  readonly streams: DynamoDBStreamsClient;
  create(): Promise<Table>;
  /** Writes one after the other, so that the stream has them in this order. */
  put(table: Table, ...items: readonly Record<string, AttributeValue>[]): Promise<void>;
  close(): Promise<void>;
}

export const startTableService = async (): Promise<TableService> => {
  const directory = mkdtempSync(join(tmpdir(), 'stream-tests-'));
  const jvm = await startDynamoDbLocal({ directory, jvm: 'fast-start' });
  const options = { endpoint: jvm.url, region, credentials };
  const client = new DynamoDBClient(options);
  const streams = new DynamoDBStreamsClient(options);
  let count = 0;
  return {
    client,
    streams,
    create: async () => {
      count += 1;
      const name = `table-${count}`;
      const { TableDescription: table } = await client.send(
        new CreateTableCommand({
          TableName: name,
          AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
          KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
          BillingMode: 'PAY_PER_REQUEST',
          StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
        }),
      );
      return { name, streamArn: table?.LatestStreamArn ?? '' };
    },
    put: async ({ name }, ...items) => {
      for (const Item of items) await client.send(new PutItemCommand({ TableName: name, Item }));
    },
    close: async () => {
      client.destroy();
      streams.destroy();
      await jvm.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
