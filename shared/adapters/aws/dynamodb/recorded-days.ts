import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { readHash } from '#adapters/stored/beside.ts';
import type { RecordedDays } from '#ports/anchors.ts';
import type { Tables } from './document.ts';
import type { Item } from './items.ts';
import { anchorPartition, outboxShards } from './keys.ts';

/** Every event by its day, from the `anchor` index, whose sort key is the event's hash. */
export const makeRecordedDays = (
  client: DynamoDBDocumentClient,
  { dossiers }: Tables,
): RecordedDays => ({
  hashesOf: async (day) => {
    const hashes = await Promise.all(
      Array.from({ length: outboxShards }, (_, n) =>
        hashesIn(client, dossiers, anchorPartition(day, n)),
      ),
    );
    return hashes.flat().sort();
  },
});

const hashesIn = async (
  client: DynamoDBDocumentClient,
  table: string,
  partition: string,
): Promise<readonly string[]> => {
  const hashes: string[] = [];
  let start: Item | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'anchor',
        KeyConditionExpression: 'anchor = :partition',
        ProjectionExpression: 'anchorSort',
        ExpressionAttributeValues: { ':partition': partition },
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    for (const item of page.Items ?? []) hashes.push(readHash(item['anchorSort']));
    start = page.LastEvaluatedKey;
  } while (start);
  return hashes;
};
