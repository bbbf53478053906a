import { randomUUID } from 'node:crypto';
import {
  type AttributeValue,
  DeleteItemCommand,
  type DynamoDBClient,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';

type Key = Record<string, AttributeValue>;

export interface ExpiringTable {
  readonly name: string;
  /** The hash key first. All are strings. */
  readonly keyAttributes: readonly string[];
  readonly timeToLiveAttribute: string;
}

/** AWS expires only numbers of seconds, and leaves alone what is more than five years past. */
const fiveYears = 5 * 365 * 24 * 3600;

const pageItems = 200;

/** Anywhere in the table: a scan goes by the hashes of the keys, and takes a key that is not there. */
export const somewhere = ({ keyAttributes }: ExpiringTable): Key =>
  Object.fromEntries(keyAttributes.map((name) => [name, { S: randomUUID() }]));

export interface Sweep {
  readonly deleted: number;
  /** Where the next sweep goes on; undefined at the end of the table. */
  readonly next: Key | undefined;
}

/**
 * Deletes what has expired on the next `pages` pages of 200 items. DynamoDB Local's own expiry is
 * left off: it never deletes an item lacking a key attribute of any index, and its stream record is
 * not one that AWS sends. The delete is conditional, so that an item renewed meanwhile stays. Its
 * stream record is a plain REMOVE without `userIdentity`; no logic may hang on expiry events.
 */
export const sweepExpired = async (
  client: DynamoDBClient,
  table: ExpiringTable,
  o: { readonly nowSeconds: number; readonly from?: Key | undefined; readonly pages: number },
): Promise<Sweep> => {
  let deleted = 0;
  let next = o.from;
  for (let page = 0; page < o.pages; page++) {
    const scanned = await client.send(
      new ScanCommand({
        TableName: table.name,
        FilterExpression: hasExpired,
        Limit: pageItems,
        ...(next && { ExclusiveStartKey: next }),
        ...expired(table, o.nowSeconds),
      }),
    );
    for (const item of scanned.Items ?? [])
      if (await remove(client, table, item, o.nowSeconds)) deleted += 1;
    next = scanned.LastEvaluatedKey;
    if (next === undefined) break;
  }
  return { deleted, next };
};

const hasExpired = '#expiry < :now AND #expiry > :oldest';

const expired = ({ timeToLiveAttribute }: ExpiringTable, nowSeconds: number) => ({
  ExpressionAttributeNames: { '#expiry': timeToLiveAttribute },
  ExpressionAttributeValues: {
    ':now': { N: String(nowSeconds) },
    ':oldest': { N: String(nowSeconds - fiveYears) },
  },
});

/** False when the item was renewed meanwhile. */
const remove = async (
  client: DynamoDBClient,
  table: ExpiringTable,
  item: Key,
  nowSeconds: number,
): Promise<boolean> => {
  const Key = Object.fromEntries(
    Object.entries(item).filter(([name]) => table.keyAttributes.includes(name)),
  );
  const command = { TableName: table.name, Key, ConditionExpression: hasExpired };
  try {
    await client.send(new DeleteItemCommand({ ...command, ...expired(table, nowSeconds) }));
    return true;
  } catch (error) {
    if ((error as Error).name === 'ConditionalCheckFailedException') return false;
    throw error;
  }
};

/**
 * Each turn looks at a fixed number of items, however large the table: AWS too may take days to
 * delete, so code compares expiry when it reads. A start begins anywhere, so that runs shorter than
 * a whole round come to every item in time.
 */
export const startExpiry = (o: {
  readonly client: DynamoDBClient;
  readonly tables: readonly ExpiringTable[];
  readonly everySeconds: number;
  readonly pagesATurn: number;
  readonly onProblem: (text: string) => void;
}): { close(): Promise<void> } => {
  let running: Promise<void> = Promise.resolve();
  const cursors = new Map<ExpiringTable, Key | undefined>(
    o.tables.map((table) => [table, somewhere(table)]),
  );
  const sweep = async (): Promise<void> => {
    for (const [table, from] of cursors) {
      const nowSeconds = Math.floor(Date.now() / 1000);
      const { next } = await sweepExpired(o.client, table, {
        nowSeconds,
        from,
        pages: o.pagesATurn,
      });
      cursors.set(table, next);
    }
  };
  const timer = setInterval(() => {
    running = running
      .then(sweep)
      .catch((error: unknown) => o.onProblem(`expiry sweep: ${String(error)}`));
  }, o.everySeconds * 1000);
  return {
    close: async () => {
      clearInterval(timer);
      await running;
    },
  };
};
