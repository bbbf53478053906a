import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { BucketAddress } from '#adapters/aws/s3/objects.ts';
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
  /** A bucket in the same way: `Catalogue`, `CATALOGUE_BUCKET`. */
  bucket(id: string, variable: string): Promise<BucketAddress>;
  close(): Promise<void>;
}

/** The tables of a stack on AWS (by `--region` or `AWS_REGION`), else of the local one. */
export const openPlace = async (
  { directory, url, region }: PlaceArguments,
  env: Environment,
): Promise<Place> => {
  if (url !== undefined) return placeAt(env, url);
  const onAws = region ?? (directory === undefined ? env['AWS_REGION'] : undefined);
  if (onAws !== undefined) return placeOf(env, new DynamoDBClient({ region: onAws }), {});
  return placeIn(env, directory ?? '.local');
};

interface Besides {
  /** Where S3 answers, when it is not AWS; `none`: nowhere. */
  readonly s3?: string | 'none';
  readonly alsoClose?: () => Promise<void>;
}

const onlyOne = (found: readonly string[], id: string, variable: string): string => {
  if (found.length === 1 && found[0]) return found[0];
  throw new InvalidUse(`${found.length} have ${id} in their names: set ${variable}`);
};

const placeOf = (env: Environment, client: DynamoDBClient, { s3, alsoClose }: Besides): Place => ({
  client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
  table: async (id, variable) => {
    const named = env[variable];
    if (named) return named;
    const { TableNames = [] } = await client.send(new ListTablesCommand());
    return onlyOne(
      TableNames.filter((name) => name.includes(id)),
      id,
      variable,
    );
  },
  bucket: async (id, variable) => {
    if (s3 === 'none') throw new InvalidUse('no running stack: give --directory or --region');
    const { region, credentials } = client.config;
    const address = { region: await region(), endpoint: s3, credentials: () => credentials() };
    const named = env[variable];
    if (named) return { ...address, bucket: named };
    const buckets = await bucketNames(address);
    const found = buckets.filter((name) => name.includes(id.toLowerCase()));
    return { ...address, bucket: onlyOne(found, id, variable) };
  },
  close: async () => {
    client.destroy();
    await alsoClose?.();
  },
});

const bucketNames = async (address: Omit<BucketAddress, 'bucket'>): Promise<readonly string[]> => {
  const { endpoint, region, credentials } = address;
  const local = endpoint === undefined ? {} : { endpoint, forcePathStyle: true };
  const client = new S3Client({ region, credentials, ...local });
  const { Buckets = [] } = await client.send(new ListBucketsCommand());
  client.destroy();
  return Buckets.flatMap(({ Name }) => Name ?? []);
};

const placeAt = (env: Environment, endpoint: string, besides: Besides = { s3: 'none' }): Place => {
  const { region, credentials } = account;
  return placeOf(env, new DynamoDBClient({ endpoint, region, credentials }), besides);
};

/** A running stack says where its database answers; of one that stands still it is started. */
const placeIn = async (env: Environment, directory: string): Promise<Place> => {
  const { database, objectStorePort } = await runningIn(directory);
  if (database !== undefined)
    return placeAt(env, database, { s3: `http://127.0.0.1:${objectStorePort}` });
  const data = await openDataDirectory(directory);
  const jvm = await startDynamoDbLocal({
    directory: join(data.path, 'dynamodb'),
    jvm: 'fast-start',
  });
  const alsoClose = async () => {
    await jvm.close();
    data.close();
  };
  return placeAt(env, jvm.url, { s3: 'none', alsoClose });
};

const Run = z.object({ database: z.url().optional(), objectStorePort: z.int().optional() });

const runningIn = async (directory: string): Promise<z.output<typeof Run>> => {
  let said: unknown;
  try {
    said = JSON.parse(readFileSync(join(directory, 'runtime.json'), 'utf8'));
  } catch (cause) {
    const why = `${directory} holds no data of a stack: start one, or give --directory`;
    throw new InvalidUse(why, { cause });
  }
  const run = Run.parse(said);
  if (run.database === undefined) return {};
  return fetch(run.database).then(
    () => run,
    () => ({}),
  );
};
