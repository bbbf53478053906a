import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Records } from '#infra/stacks/records.ts';
import type { Resource } from '#local/cloud/assembly/deployment.ts';
import { startDynamoDbLocal } from '#local/cloud/emulators/dynamodb-local.ts';
import { ensureTable, tableSpec } from '#local/cloud/emulators/tables.ts';

const definitions = (): readonly [string, Record<string, unknown>][] => {
  const stack = new Stack(undefined, 'Tables', { env: { region: 'ap-southeast-1' } });
  new Records(stack, 'Records', { key: new Key(stack, 'Key') });
  const found = Template.fromStack(stack).findResources('AWS::DynamoDB::GlobalTable');
  return Object.entries(found).map(([id, { Properties }]) => [id, Properties]);
};

/** The tables as the template has them, on DynamoDB Local. */
export const startTables = async () => {
  const directory = mkdtempSync(join(tmpdir(), 'tables-'));
  const jvm = await startDynamoDbLocal({ directory, jvm: 'fast-start' });
  const client = new DynamoDBClient({
    endpoint: jvm.url,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local-secret' },
  });
  const tables = { dossiers: 'dossiers', ledger: 'ledger' };
  const figures = 'figures';
  const access = 'access';
  for (const [id, properties] of definitions()) {
    const [ref = ''] = [...Object.values(tables), figures, access].filter((name) =>
      id.toLowerCase().includes(name),
    );
    const resource = { identity: { ref, attributes: {} }, properties } as unknown as Resource;
    await ensureTable(client, tableSpec(resource));
  }
  return {
    tables,
    figures,
    access,
    endpoint: jvm.url,
    document: DynamoDBDocumentClient.from(client, {
      marshallOptions: { removeUndefinedValues: true },
    }),
    stop: async () => {
      client.destroy();
      await jvm.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
