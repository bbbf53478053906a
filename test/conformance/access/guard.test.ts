import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { guardedSecrets, guardedTables, startGuard } from '#local/cloud/access/guard.ts';
import { policiesOf } from '#local/cloud/access/policies.ts';
import type { JsonObject } from '#local/cloud/assembly/json.ts';
import { open } from '#test/conformance/fixture/open-templates.ts';

const region = 'ap-southeast-1';
const credentials = { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local-secret' };
const table = `arn:aws:dynamodb:${region}:000000000000:table/T`;

const deploymentWith = (...statements: readonly JsonObject[]) =>
  open({
    resources: {
      Role: { Type: 'AWS::IAM::Role', Properties: {} },
      Policy: {
        Type: 'AWS::IAM::Policy',
        Properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: { Statement: statements } },
      },
      Function: {
        Type: 'AWS::Lambda::Function',
        Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } },
      },
    },
  });

const statement = (Action: string, Resource: string, Condition: JsonObject = {}): JsonObject => ({
  Effect: 'Allow',
  Action,
  Resource,
  Condition,
});
const leading = (...keys: readonly string[]): JsonObject => ({
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys },
});
const attributes = (...names: readonly string[]): JsonObject => ({
  'ForAllValues:StringEquals': { 'dynamodb:Attributes': names },
});

/** Behind the guard, something that answers whatever gets through. */
const guarded = async (...statements: readonly JsonObject[]) => {
  let passed = 0;
  const behind = createServer((incoming, outgoing) => {
    passed += 1;
    incoming.resume();
    outgoing.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{}');
  });
  await new Promise<void>((resolve) => behind.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(behind.address() as AddressInfo).port}`;
  const refused: string[] = [];
  const guard = await startGuard({
    deployment: deploymentWith(...statements),
    services: {
      dynamodb: guardedTables(url, () => table),
      secrets: guardedSecrets(url, (id) => `arn:secret:${id}`),
    },
    onRefused: (text) => refused.push(text),
  });
  onTestFinished(async () => {
    await guard.close();
    behind.closeAllConnections();
    behind.close();
  });
  const at = (service: string, id = 'Stack/Function') => ({
    endpoint: guard.addressFor(service, id),
    region,
    credentials,
    maxAttempts: 1,
  });
  return {
    guard,
    refused,
    passed: () => passed,
    tables: (id?: string) => DynamoDBDocumentClient.from(new DynamoDBClient(at('dynamodb', id))),
    secrets: new SecretsManagerClient(at('secrets')),
  };
};

const denied = { name: 'AccessDeniedException' };
const TableName = 'T';

describe('the guard before the tables', () => {
  it('lets through what the function’s own policy allows, by partition', async () => {
    const { tables, passed, refused } = await guarded(
      statement('dynamodb:GetItem', table, leading('D#*')),
    );
    await tables().send(new GetCommand({ TableName, Key: { pk: 'D#1', sk: 'META' } }));
    expect(passed()).toBe(1);
    const other = new GetCommand({ TableName, Key: { pk: 'OTP#1' } });
    await expect(tables().send(other)).rejects.toMatchObject(denied);
    await expect(tables().send(new ScanCommand({ TableName }))).rejects.toMatchObject(denied);
    const stranger = tables('Stack/Other');
    const own = new GetCommand({ TableName, Key: { pk: 'D#1' } });
    await expect(stranger.send(own)).rejects.toMatchObject(denied);
    expect(passed()).toBe(1);
    expect(refused).toHaveLength(3);
  });

  it('judges the query of an index by the index’s partition', async () => {
    const { tables } = await guarded(
      statement('dynamodb:Query', `${table}/index/inbox`, leading('DEPT#*')),
    );
    const of = (agency: string, IndexName: string) =>
      new QueryCommand({
        TableName,
        IndexName,
        KeyConditionExpression: '#p = :p AND s < :until',
        ExpressionAttributeNames: { '#p': 'inbox' },
        ExpressionAttributeValues: { ':p': agency, ':until': 'DEPT#z' },
      });
    await tables().send(of('DEPT#a', 'inbox'));
    await expect(tables().send(of('OFFICE#a', 'inbox'))).rejects.toMatchObject(denied);
    await expect(tables().send(of('DEPT#a', 'worklist'))).rejects.toMatchObject(denied);
  });

  it('judges each write of a transaction, and knows that it is one', async () => {
    const together = { StringEquals: { 'dynamodb:EnclosingOperation': 'TransactWriteItems' } };
    const { tables } = await guarded(
      statement('dynamodb:PutItem', table, { ...leading('D#*'), ...together }),
    );
    const putOf = (pk: string) => ({ Put: { TableName, Item: { pk } } });
    await tables().send(new TransactWriteCommand({ TransactItems: [putOf('D#1'), putOf('D#2')] }));
    const mixed = new TransactWriteCommand({ TransactItems: [putOf('D#1'), putOf('R#1')] });
    await expect(tables().send(mixed)).rejects.toMatchObject(denied);
    const Delete = { TableName, Key: { pk: 'D#1' } };
    const deleting = new TransactWriteCommand({ TransactItems: [{ Delete }] });
    await expect(tables().send(deleting)).rejects.toMatchObject(denied);
    const alone = new PutCommand({ TableName, Item: { pk: 'D#1' } });
    await expect(tables().send(alone)).rejects.toMatchObject(denied);
  });

  it('reads the attributes out of every expression, and of paths their beginning', async () => {
    const { tables } = await guarded(
      statement('dynamodb:UpdateItem', table, attributes('pk', 'outbox', 'sms', 'call')),
      statement('dynamodb:PutItem', table, attributes('pk', 'head')),
    );
    const Key = { pk: 'D#1' };
    const update = (
      UpdateExpression: string,
      ConditionExpression: string,
      names?: Record<string, string>,
    ) =>
      tables().send(
        new UpdateCommand({
          TableName,
          Key,
          UpdateExpression,
          ConditionExpression,
          ...(names && { ExpressionAttributeNames: names }),
          ExpressionAttributeValues: { ':one': 1 },
        }),
      );
    await update(
      'SET sms.#state = if_not_exists(sms.at, :one) REMOVE outbox',
      'attribute_exists(pk)',
      {
        '#state': 'event',
      },
    );
    await update('SET #c = :one', 'NOT contains(sms, :one) AND size(sms) > :one', { '#c': 'call' });
    for (const [expression, condition, names] of [
      ['SET event = :one', 'attribute_exists(pk)', undefined],
      ['REMOVE outbox, event', 'attribute_exists(pk)', undefined],
      ['SET outbox = event', 'attribute_exists(pk)', undefined],
      ['SET #e.#s = :one', 'attribute_exists(pk)', { '#e': 'event', '#s': 'sms' }],
      ['SET outbox = :one', 'event = :one', undefined],
    ] as const)
      await expect(update(expression, condition, names)).rejects.toMatchObject(denied);
    await tables().send(new PutCommand({ TableName, Item: { pk: 'D#1', head: 1 } }));
    const more = new PutCommand({ TableName, Item: { pk: 'D#1', head: 1, event: 1 } });
    await expect(tables().send(more)).rejects.toMatchObject(denied);
  });

  it('follows another deployment’s policies', async () => {
    const { tables, guard } = await guarded(statement('dynamodb:GetItem', table));
    const get = () => tables().send(new GetCommand({ TableName, Key: { pk: 'D#1' } }));
    await get();
    guard.follow(deploymentWith());
    await expect(get()).rejects.toMatchObject(denied);
    const no = { ...statement('dynamodb:GetItem', table, leading('D#*')), Effect: 'Deny' };
    guard.follow(deploymentWith(statement('dynamodb:*', '*'), no));
    await expect(get()).rejects.toMatchObject(denied);
  });
});

describe('the guard before the secrets', () => {
  it('lets a function read its own', async () => {
    const { secrets } = await guarded(statement('secretsmanager:GetSecretValue', 'arn:secret:own'));
    await secrets.send(new GetSecretValueCommand({ SecretId: 'own' }));
    const other = secrets.send(new GetSecretValueCommand({ SecretId: 'other' }));
    await expect(other).rejects.toMatchObject(denied);
  });
});

it('a condition that nobody here knows stops the start', () => {
  const odd = statement('dynamodb:GetItem', table, { NumericLessThan: { 'dynamodb:X': '1' } });
  expect(() => policiesOf(deploymentWith(odd))).toThrow(/knows no condition NumericLessThan/);
});
