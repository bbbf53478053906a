import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { readDossierId, readHash } from '#adapters/stored/beside.ts';
import { foundEvent } from '#adapters/stored/event.ts';
import type { Leaf } from '#domain/anchor/recount.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import type { RecordedDays } from '#ports/anchors.ts';
import type { Tables } from './document.ts';
import { everyItem } from './every-item.ts';
import type { Item } from './items.ts';
import { anchorPartition, dossierOfKey, outboxShards, versionOfKey } from './keys.ts';

/** Every event by its day, from the `anchor` index, whose sort key is the event's hash. */
export const makeRecordedDays = (
  client: DynamoDBDocumentClient,
  { dossiers }: Tables,
): RecordedDays => {
  const indexed = async (day: VietnamDay): Promise<readonly Item[]> => {
    const shards = Array.from({ length: outboxShards }, (_, n) =>
      everyItem(client, {
        TableName: dossiers,
        IndexName: 'anchor',
        KeyConditionExpression: 'anchor = :partition',
        ExpressionAttributeValues: { ':partition': anchorPartition(day, n) },
      }),
    );
    return (await Promise.all(shards)).flat();
  };
  return {
    hashesOf: async (day) =>
      (await indexed(day)).map(({ anchorSort }) => readHash(anchorSort)).sort(),
    leavesOf: async (day) => leavesIn(await indexed(day)),
    contentsOf: async (id) => {
      const items = await everyItem(client, {
        TableName: dossiers,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :events)',
        ExpressionAttributeValues: { ':pk': `D#${id}`, ':events': 'EV#' },
      });
      return items.map(({ event, texts }) => foundEvent(event, texts));
    },
  };
};

const leavesIn = (items: readonly Item[]): ReadonlyMap<DossierId, readonly Leaf[]> => {
  const leaves = new Map<DossierId, Leaf[]>();
  for (const { pk, sk, anchorSort } of items) {
    const id = readDossierId(dossierOfKey(String(pk)));
    const leaf = { version: versionOfKey(String(sk)), hash: readHash(anchorSort) };
    leaves.set(id, [...(leaves.get(id) ?? []), leaf]);
  }
  return leaves;
};
