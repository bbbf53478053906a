import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDynamoDbLocal } from '#local/cloud/emulators/dynamodb-local.ts';
import { openDataDirectory } from '#local/runtime/data-directory.ts';
import { account } from '#local/runtime/foundation.ts';
import { InvalidUse } from './invalid-use.ts';

/** How every command is told which tables it works on. */
export const placeOptions = {
  /** Data of a local stack, running or not. */
  directory: { type: 'string' },
  /** Endpoint of a DynamoDB. */
  url: { type: 'string' },
  /** On AWS, where neither of the others is given: the names as functions have them. */
  region: { type: 'string' },
} as const;

export const placeUsage = '[--directory .local | --url http://… | --region ap-southeast-1]';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface PlaceArguments {
  readonly directory?: string | undefined;
  readonly url?: string | undefined;
  readonly region?: string | undefined;
}

export interface Place {
  readonly client: DynamoDBDocumentClient;
  /** The name of a table by the one it has in the template and in a variable: `Dossiers`, `DOSSIERS_TABLE`. */
  table(id: string, variable: string): Promise<string>;
  close(): Promise<void>;
}

/** The tables of a stack on AWS (by `--region` or `AWS_REGION`), else of the local one. */
export const openPlace = async (
  { directory, url, region }: PlaceArguments,
  env: Environment,
): Promise<Place> => {
  if (url !== undefined) return placeAt(env, url);
  const onAws = region ?? (directory === undefined ? env['AWS_REGION'] : undefined);
  if (onAws !== undefined) return placeOf(env, new DynamoDBClient({ region: onAws }));
  return placeIn(env, directory ?? '.local');
};

const placeOf = (env: Environment, client: DynamoDBClient, alsoClose = async () => {}): Place => ({
  client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
  table: async (id, variable) => {
    const named = env[variable];
    if (named) return named;
    const { TableNames = [] } = await client.send(new ListTablesCommand());
    const found = TableNames.filter((name) => name.includes(id));
    if (found.length === 1 && found[0]) return found[0];
    throw new InvalidUse(`${found.length} tables are called ${id}: set ${variable}`);
  },
  close: async () => {
    client.destroy();
    await alsoClose();
  },
});

const placeAt = (env: Environment, endpoint: string, alsoClose?: () => Promise<void>): Place => {
  const { region, credentials } = account;
  return placeOf(env, new DynamoDBClient({ endpoint, region, credentials }), alsoClose);
};

/** A running stack says where its database answers; of one that stands still it is started. */
const placeIn = async (env: Environment, directory: string): Promise<Place> => {
  const running = await databaseOf(directory);
  if (running !== undefined) return placeAt(env, running);
  const data = await openDataDirectory(directory);
  const jvm = await startDynamoDbLocal({
    directory: join(data.path, 'dynamodb'),
    jvm: 'fast-start',
  });
  return placeAt(env, jvm.url, async () => {
    await jvm.close();
    data.close();
  });
};

const databaseOf = async (directory: string): Promise<string | undefined> => {
  let said: unknown;
  try {
    said = JSON.parse(readFileSync(join(directory, 'runtime.json'), 'utf8'));
  } catch (cause) {
    const why = `${directory} holds no data of a stack: start one, or give --directory`;
    throw new InvalidUse(why, { cause });
  }
  const url = typeof said === 'object' && said && 'database' in said ? said.database : undefined;
  if (typeof url !== 'string') return undefined;
  return fetch(url).then(
    () => url,
    () => undefined,
  );
};
