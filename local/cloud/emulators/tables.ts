import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  type GlobalSecondaryIndexDescription,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import type { Resource } from '#local/cloud/assembly/deployment.ts';
import {
  asFlag,
  asObject,
  asObjects,
  asText,
  type JsonObject,
} from '#local/cloud/assembly/json.ts';

export interface TableSpec {
  readonly name: string;
  readonly definition: CreateTableCommandInput;
  readonly timeToLiveAttribute: string | undefined;
}

const indexes = (properties: JsonObject): readonly GlobalSecondaryIndex[] =>
  asObjects(properties['GlobalSecondaryIndexes']).map(
    (index) =>
      ({
        IndexName: asText(index['IndexName']),
        KeySchema: index['KeySchema'],
        Projection: index['Projection'],
      }) as unknown as GlobalSecondaryIndex,
  );

const streamOf = (properties: JsonObject): CreateTableCommandInput['StreamSpecification'] => {
  const view = asText(asObject(properties['StreamSpecification'])['StreamViewType']);
  return view === undefined
    ? undefined
    : { StreamEnabled: true, StreamViewType: view as 'NEW_IMAGE' };
};

/** Table and GlobalTable say the same in the same words, replicas and capacity apart. */
export const tableSpec = (resource: Resource): TableSpec => {
  const { properties } = resource;
  const timeToLive = asObject(properties['TimeToLiveSpecification']);
  const globals = indexes(properties);
  const stream = streamOf(properties);
  const locals = asObjects(properties['LocalSecondaryIndexes']);
  return {
    name: resource.identity.ref,
    timeToLiveAttribute: asFlag(timeToLive['Enabled'])
      ? asText(timeToLive['AttributeName'])
      : undefined,
    definition: {
      TableName: resource.identity.ref,
      AttributeDefinitions: properties['AttributeDefinitions'],
      KeySchema: properties['KeySchema'],
      BillingMode: 'PAY_PER_REQUEST',
      ...(globals.length > 0 && { GlobalSecondaryIndexes: globals }),
      ...(locals.length > 0 && { LocalSecondaryIndexes: locals }),
      ...(stream && { StreamSpecification: stream }),
    } as unknown as CreateTableCommandInput,
  };
};

const describe = async (
  client: DynamoDBClient,
  name: string,
): Promise<TableDescription | undefined> => {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
};

/** Ready for the next change: the table, and every index, which the table's own status leaves out. */
const settled = async (client: DynamoDBClient, name: string): Promise<void> => {
  for (let tries = 0; tries < 600; tries++) {
    const table = await describe(client, name);
    const states = [table?.TableStatus, ...(table?.GlobalSecondaryIndexes ?? []).map(indexState)];
    if (states.every((state) => state === 'ACTIVE')) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`table ${name} does not settle`);
};

const indexState = ({ IndexStatus }: GlobalSecondaryIndexDescription): string | undefined =>
  IndexStatus;

const keyOf = (
  keys: readonly { AttributeName?: string | undefined; KeyType?: string | undefined }[] | undefined,
): string =>
  (keys ?? [])
    .map(({ AttributeName, KeyType }) => `${AttributeName}:${KeyType}`)
    .sort()
    .join();

const projectionOf = (index: GlobalSecondaryIndex | GlobalSecondaryIndexDescription): string =>
  `${index.Projection?.ProjectionType}:${[...(index.Projection?.NonKeyAttributes ?? [])].sort().join()}`;

const sameIndex = (left: GlobalSecondaryIndex, right: GlobalSecondaryIndexDescription): boolean =>
  left.IndexName === right.IndexName &&
  keyOf(left.KeySchema) === keyOf(right.KeySchema) &&
  projectionOf(left) === projectionOf(right);

/** AWS changes one index per UpdateTable, and so does the emulator. */
const adjustIndexes = async (
  client: DynamoDBClient,
  definition: CreateTableCommandInput,
  existing: TableDescription,
): Promise<void> => {
  const wanted = definition.GlobalSecondaryIndexes ?? [];
  const present = existing.GlobalSecondaryIndexes ?? [];
  const stale = present.filter((index) => !wanted.some((other) => sameIndex(other, index)));
  const missing = wanted.filter((index) => !present.some((other) => sameIndex(index, other)));
  const { TableName, AttributeDefinitions } = definition;
  for (const { IndexName } of stale) {
    await client.send(
      new UpdateTableCommand({
        TableName,
        GlobalSecondaryIndexUpdates: [{ Delete: { IndexName } }],
      }),
    );
    await settled(client, TableName ?? '');
  }
  for (const index of missing) {
    await client.send(
      new UpdateTableCommand({
        TableName,
        AttributeDefinitions,
        GlobalSecondaryIndexUpdates: [
          {
            Create: {
              IndexName: index.IndexName,
              KeySchema: index.KeySchema,
              Projection: index.Projection,
            },
          },
        ],
      }),
    );
    await settled(client, TableName ?? '');
  }
};

const adjust = async (
  client: DynamoDBClient,
  { name, definition }: TableSpec,
  existing: TableDescription,
): Promise<void> => {
  if (keyOf(existing.KeySchema) !== keyOf(definition.KeySchema))
    throw new Error(`table ${name} on this disk has another key than the template: npm run reset`);
  await adjustIndexes(client, definition, existing);
  const wanted = definition.StreamSpecification;
  if (wanted && existing.StreamSpecification?.StreamEnabled !== true)
    await client.send(new UpdateTableCommand({ TableName: name, StreamSpecification: wanted }));
};

/**
 * Makes the table what the template says; data of an earlier run stays. Answers its stream.
 * DynamoDB Local counts every row to describe a table, so a start asks `KnownTables` first.
 */
export const ensureTable = async (
  client: DynamoDBClient,
  spec: TableSpec,
): Promise<string | undefined> => {
  const existing = await describe(client, spec.name);
  if (existing) await adjust(client, spec, existing);
  else await client.send(new CreateTableCommand(spec.definition));
  const table =
    existing?.LatestStreamArn === undefined ? await describe(client, spec.name) : existing;
  return table?.LatestStreamArn;
};
