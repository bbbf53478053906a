import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { readEvent } from '#adapters/stored/event.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Outbox } from '#ports/unit-of-work.ts';
import type { Tables } from './document.ts';
import { eventKey, outboxPartition, outboxShards, outboxSort } from './keys.ts';

type Waiting = Parameters<typeof outboxSort>[0];

/** So that no shard's many keep another's few from being published. */
export const olderFirst = (a: Waiting, b: Waiting): number =>
  outboxSort(a) < outboxSort(b) ? -1 : 1;

/** Unpublished events by the sparse `outbox` index; publishing takes an event out of it. */
export const makeOutbox = (client: DynamoDBDocumentClient, tables: Tables): Outbox => {
  const shard = async (n: number, before: Instant, limit: number) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: tables.dossiers,
        IndexName: 'outbox',
        KeyConditionExpression: 'outbox = :shard AND outboxSort < :before',
        ExpressionAttributeValues: {
          ':shard': outboxPartition(n),
          ':before': String(before).padStart(14, '0'),
        },
        Limit: limit,
      }),
    );
    return Items.map((item) => readEvent(item['event']));
  };
  return {
    waiting: async (before, limit) => {
      const shards = await Promise.all(
        Array.from({ length: outboxShards }, (_, n) => shard(n, before, limit)),
      );
      return shards.flat().sort(olderFirst).slice(0, limit);
    },
    markPublished: async (id, version) => {
      await client.send(
        new UpdateCommand({
          TableName: tables.dossiers,
          Key: eventKey(id, version),
          UpdateExpression: 'REMOVE outbox, outboxSort',
          ConditionExpression: 'attribute_exists(pk)',
        }),
      );
    },
  };
};
