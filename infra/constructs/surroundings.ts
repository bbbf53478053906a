import { CfnParameter, type Stack } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { BucketName, SecretName, Setting, Source, TableName } from '#plan/sources.ts';
import { queuePrefix } from '../departments.ts';
import type { WorkQueue } from './work-queue.ts';

/** What lies in State, by the names that plans use. */
export interface Kept {
  readonly key: IKey;
  readonly tables: Readonly<Record<TableName, ITable>>;
  readonly buckets: Readonly<Record<BucketName, IBucket>>;
  readonly secrets: Readonly<Record<SecretName, Secret>>;
}

/** What plans name and only the deployment knows. */
export interface Surroundings {
  readonly kept: Kept;
  /** Of all services, by name. */
  readonly queues: ReadonlyMap<string, WorkQueue>;
}

export const queueNamed = ({ queues }: Surroundings, name: string): WorkQueue => {
  const found = queues.get(name);
  if (!found) throw new Error(`no service has a queue ${name}`);
  return found;
};

/** One parameter a setting and stack, however many functions read it. */
const parameterOf = (stack: Stack, { parameter, description, fallback }: Setting): string => {
  const known = stack.node.tryFindChild(parameter) as CfnParameter | undefined;
  const made =
    known ?? new CfnParameter(stack, parameter, { type: 'String', description, default: fallback });
  return made.valueAsString;
};

/** The value of an environment variable, as the stack will know it. */
export const resolveSource = (source: Source, stack: Stack, around: Surroundings): string => {
  const { tables, buckets, secrets } = around.kept;
  if ('table' in source) return tables[source.table].tableName;
  if ('bucket' in source) return buckets[source.bucket].bucketName;
  if ('secret' in source) return secrets[source.secret].secretArn;
  if ('queue' in source) return queueNamed(around, source.queue).queue.queueUrl;
  if ('setting' in source) return parameterOf(stack, source.setting);
  return queuePrefix;
};
