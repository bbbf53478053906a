import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '#domain/time/instant.ts';
import type { Outbox } from '#ports/unit-of-work.ts';
import type { Tables } from './document.ts';
import { outboxPartition, outboxShards } from './keys.ts';
import { keyOf, unpublishedOf } from './unpublished.ts';

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
    return Items.map(unpublishedOf);
  };
  return {
    waiting: async (before, limit) => {
      const shards = await Promise.all(
        Array.from({ length: outboxShards }, (_, n) => shard(n, before, limit)),
      );
      return shards.flat().slice(0, limit);
    },
    markPublished: async (event) => {
      await client.send(
        new UpdateCommand({
          TableName: tables.dossiers,
          Key: keyOf(event),
          UpdateExpression: 'REMOVE outbox, outboxSort',
          ConditionExpression: 'attribute_exists(pk)',
        }),
      );
    },
  };
};
