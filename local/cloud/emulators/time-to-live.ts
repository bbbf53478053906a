import { DeleteItemCommand, type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';

export interface ExpiringTable {
  readonly name: string;
  readonly keyAttributes: readonly string[];
  readonly timeToLiveAttribute: string;
}

/** AWS expires only numbers of seconds, and leaves alone what is more than five years past. */
const fiveYears = 5 * 365 * 24 * 3600;

/**
 * Deletes what has expired. DynamoDB Local's own expiry is left off: it never deletes an item
 * lacking a key attribute of any index, and its stream record is not one that AWS sends.
 * The delete is conditional, so that an item renewed meanwhile stays. Its stream record is a plain
 * REMOVE without `userIdentity`; no logic may hang on expiry events.
 */
export const sweepExpired = async (
  client: DynamoDBClient,
  table: ExpiringTable,
  nowSeconds: number,
): Promise<number> => {
  let deleted = 0;
  const expired = {
    ExpressionAttributeNames: { '#expiry': table.timeToLiveAttribute },
    ExpressionAttributeValues: {
      ':now': { N: String(nowSeconds) },
      ':oldest': { N: String(nowSeconds - fiveYears) },
    },
  };
  const condition = '#expiry < :now AND #expiry > :oldest';
  const pages = paginateScan(
    { client },
    { TableName: table.name, FilterExpression: condition, ...expired },
  );
  for await (const { Items: items } of pages) {
    for (const item of items ?? []) {
      const Key = Object.fromEntries(
        Object.entries(item).filter(([name]) => table.keyAttributes.includes(name)),
      );
      const command = { TableName: table.name, Key, ConditionExpression: condition, ...expired };
      deleted += await client.send(new DeleteItemCommand(command)).then(
        () => 1,
        (error: Error) => {
          if (error.name === 'ConditionalCheckFailedException') return 0;
          throw error;
        },
      );
    }
  }
  return deleted;
};

export const startExpiry = (o: {
  readonly client: DynamoDBClient;
  readonly tables: readonly ExpiringTable[];
  readonly everySeconds: number;
  readonly onProblem: (text: string) => void;
}): { close(): Promise<void> } => {
  let running: Promise<void> = Promise.resolve();
  const sweep = async (): Promise<void> => {
    for (const table of o.tables)
      await sweepExpired(o.client, table, Math.floor(Date.now() / 1000));
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
