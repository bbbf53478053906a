import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { DossierIndex, DossierLine, Page, PageAsk } from '#ports/dossier-ledger.ts';
import type { Tables } from './document.ts';
import type { Item } from './items.ts';
import { inboxPartition, worklistPartition } from './keys.ts';

type IndexName = 'inbox' | 'worklist';

/** Inbox and worklist pages from the sparse indexes. */
export const makeDossierIndex = (client: DynamoDBDocumentClient, tables: Tables): DossierIndex => {
  const page = async (index: IndexName, partition: string, ask: PageAsk) => {
    const start = ask.after ? startOf(index, partition, ask.after) : undefined;
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: tables.dossiers,
        IndexName: index,
        KeyConditionExpression: '#partition = :partition',
        ExpressionAttributeNames: { '#partition': index },
        ExpressionAttributeValues: { ':partition': partition },
        Limit: ask.limit,
        ...(start && { ExclusiveStartKey: start }),
      }),
    );
    return pageOf(index, Items, LastEvaluatedKey);
  };
  return {
    inbox: (agency, inbox, ask) => page('inbox', inboxPartition(agency, inbox), ask),
    worklist: (office, status, ask) => page('worklist', worklistPartition(office, status), ask),
  };
};

/** The cursor is the sort key alone: the partition comes from the caller's token, never from it. */
const startOf = (index: IndexName, partition: string, after: string): Item => {
  const id = after.slice(after.indexOf('#') + 1);
  return { pk: `D#${id}`, sk: 'META', [index]: partition, [`${index}Sort`]: after };
};

const pageOf = (
  index: IndexName,
  items: readonly Item[],
  last: Item | undefined,
): Page<DossierLine> => {
  const next = last?.[`${index}Sort`];
  return {
    items: items.map((item) => item['line'] as DossierLine),
    ...(typeof next === 'string' && { next }),
  };
};
