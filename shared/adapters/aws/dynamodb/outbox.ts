import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '#domain/time/instant.ts';
import type { Outbox } from '#ports/unit-of-work.ts';
import type { Tables } from './document.ts';
import type { Item } from './items.ts';
import { outboxPartition, outboxShards } from './keys.ts';
import { keyOf, unpublishedOf } from './unpublished.ts';

const sortOf = (item: Item): string => String(item['outboxSort']);

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
    return Items;
  };
  return {
    waiting: async (before, limit) => {
      const shards = await Promise.all(
        Array.from({ length: outboxShards }, (_, n) => shard(n, before, limit)),
      );
      // By time over all of them, so that no shard's many keep another's few from being published.
      const oldest = shards.flat().sort((a, b) => (sortOf(a) < sortOf(b) ? -1 : 1));
      return oldest.slice(0, limit).map(unpublishedOf);
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
