import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from './items.ts';

/** What a query is asked with; a page of its answer ends at 1 MB, wherever that is. */
export type Query = ConstructorParameters<typeof QueryCommand>[0];

/** A query's items over all its pages. */
export const everyItem = async (
  client: DynamoDBDocumentClient,
  query: Query,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let start: Item | undefined;
  do {
    const page = await client.send(
      new QueryCommand({ ...query, ...(start && { ExclusiveStartKey: start }) }),
    );
    for (const item of page.Items ?? []) items.push(item);
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
};
