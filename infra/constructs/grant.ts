import { Aws, Stack } from 'aws-cdk-lib';
import { Grant, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { publicationFolder } from '#domain/catalogue/publication.ts';
import type { BucketGrant, Grants, SecretRight } from '#plan/grants.ts';
import type { SecretName } from '#plan/sources.ts';
import { queuePrefix } from '../departments.ts';
import { grantItems } from './grant-items.ts';
import { type Kept, queueNamed, type Surroundings } from './surroundings.ts';

const secretActions: Readonly<Record<SecretRight, readonly string[]>> = {
  read: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
  renew: ['secretsmanager:PutSecretValue'],
};

const departmentActions: Readonly<Record<'send' | 'work', readonly string[]>> = {
  send: ['sqs:SendMessage'],
  // What an event source mapping does with its queue in the function's name.
  work: [
    'sqs:ReceiveMessage',
    'sqs:DeleteMessage',
    'sqs:ChangeMessageVisibility',
    'sqs:GetQueueAttributes',
  ],
};

const entries = <Name extends string, Right>(
  rights: Readonly<Partial<Record<Name, readonly Right[]>>> | undefined,
): readonly (readonly [Name, readonly Right[]])[] =>
  Object.entries(rights ?? {}) as [Name, readonly Right[]][];

/** Gives the function exactly what its plan states. */
export const grant = (to: LambdaFunction, grants: Grants, around: Surroundings): void => {
  const { kept } = around;
  if (grants.items) grantItems(to, grants.items, kept);
  for (const bucket of grants.buckets ?? []) grantObjects(to, bucket, kept);
  if (grants.catalogue)
    allow(to, ['s3:GetObject'], kept.buckets.catalogue.arnForObjects(`${publicationFolder}*`));
  for (const [name, rights] of entries<SecretName, SecretRight>(grants.secrets))
    allow(
      to,
      rights.flatMap((right) => secretActions[right]),
      // By ARN: granted on the secret itself, CDK would write the role into the key's policy, and
      // State would come to depend on the service.
      kept.secrets[name].secretArn,
    );
  grantKey(to, grants, kept);
  for (const name of grants.sendTo ?? []) queueNamed(around, name).queue.grantSendMessages(to);
  // By name: a statement for each of a hundred queues is more than a role's policy may hold.
  for (const right of grants.departmentQueues ?? [])
    allow(
      to,
      departmentActions[right],
      Stack.of(to).formatArn({ service: 'sqs', resource: `${queuePrefix}*` }),
    );
  if (grants.telephones) to.addToRolePolicy(publishToTelephones());
};

const allow = (
  grantee: LambdaFunction,
  actions: readonly string[],
  resource: string,
  conditions?: Readonly<Record<string, Readonly<Record<string, string>>>>,
): void => {
  Grant.addToPrincipal({
    grantee,
    actions: [...actions],
    resourceArns: [resource],
    ...(conditions && { conditions }),
  });
};

const grantObjects = (
  to: LambdaFunction,
  { bucket: name, allow: actions, under }: BucketGrant,
  { buckets }: Kept,
): void => {
  const bucket = buckets[name];
  const keys = `${under ?? ''}*`;
  const isListing = (action: string) => action.startsWith('s3:List');
  const onObjects = actions.filter((action) => !isListing(action));
  allow(to, onObjects, bucket.arnForObjects(keys));
  const listing = actions.filter(isListing);
  if (listing.length > 0)
    allow(to, listing, bucket.bucketArn, { StringLike: { 's3:prefix': keys } });
};

/** Tables, objects and secrets lie under one key: who may read them must be able to open them. */
const grantKey = (to: LambdaFunction, { items, buckets, secrets }: Grants, { key }: Kept): void => {
  if (items || buckets) key.grantEncryptDecrypt(to);
  else if (secrets) key.grantDecrypt(to);
};

/** SNS to telephone numbers, which are no resources: to everything that is not a topic. */
const publishToTelephones = (): PolicyStatement =>
  new PolicyStatement({
    actions: ['sns:Publish'],
    notResources: [`arn:${Aws.PARTITION}:sns:*:*:*`],
  });
