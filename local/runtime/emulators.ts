import { join } from 'node:path';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Deployment } from '#local/cloud/assembly/deployment.ts';
import { asObjects, asText } from '#local/cloud/assembly/json.ts';
import { ensureTables } from '#local/cloud/emulators/known-tables.ts';
import { tableSpec } from '#local/cloud/emulators/tables.ts';
import { type ExpiringTable, startExpiry } from '#local/cloud/emulators/time-to-live.ts';
import { type ObjectStore, startObjectStore } from '#local/cloud/object-store/object-store.ts';
import { bucketSpecs, makeNotifier } from './buckets.ts';
import type { LocalAccount } from './functions.ts';

const expiryEverySeconds = 60;
/** 2,000 items a minute: a million in eight hours. */
const expiryPagesATurn = 10;

/** Creates or adjusts all tables; answers the streams' local ARNs by table name. */
export const provisionTables = async (o: {
  readonly client: DynamoDBClient;
  readonly streamsClient: DynamoDBStreamsClient;
  /** Where the database lies: what is remembered of it goes when it goes. */
  readonly directory: string;
  readonly deployment: Deployment;
}): Promise<ReadonlyMap<string, string>> => {
  const tables = o.deployment
    .of('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')
    .map(tableSpec);
  return ensureTables({ ...o, tables });
};

export const startTableExpiry = (
  client: DynamoDBClient,
  deployment: Deployment,
  onProblem: (text: string) => void,
): { close(): Promise<void> } => {
  const tables = deployment
    .of('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')
    .flatMap((resource): readonly ExpiringTable[] => {
      const { name, timeToLiveAttribute } = tableSpec(resource);
      const keys = asObjects(resource.properties['KeySchema']);
      const keyAttributes = keys.map(({ AttributeName: attribute }) => asText(attribute) ?? '');
      return timeToLiveAttribute === undefined
        ? []
        : [{ name, keyAttributes, timeToLiveAttribute }];
    });
  return startExpiry({
    client,
    tables,
    everySeconds: expiryEverySeconds,
    pagesATurn: expiryPagesATurn,
    onProblem,
  });
};

/** Presigned links hold the port, so the last run's port is asked for first. */
export const startBuckets = async (o: {
  readonly directory: string;
  readonly lastPort: number | undefined;
  readonly deployment: Deployment;
  readonly sqs: SQSClient;
  readonly account: LocalAccount;
}): Promise<ObjectStore> => {
  const start = (port: number): Promise<ObjectStore> =>
    startObjectStore({
      directory: join(o.directory, 's3'),
      port,
      region: o.account.region,
      buckets: bucketSpecs(o.deployment),
      credentials: o.account.credentials,
      onCreated: makeNotifier(o.deployment, o.sqs, o.account.region),
    });
  if (o.lastPort === undefined) return start(0);
  return start(o.lastPort).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return start(0);
  });
};
