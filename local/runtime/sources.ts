import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Deployment, Resource } from '#local/cloud/assembly/deployment.ts';
import {
  asFlag,
  asNumber,
  asObject,
  asObjects,
  asText,
  asTexts,
  type JsonObject,
  requireText,
} from '#local/cloud/assembly/json.ts';
import type { FunctionHost, Invocation } from '#local/cloud/lambda/function-host.ts';
import { startQueueSource } from '#local/cloud/sources/queue-source.ts';
import { startSchedule } from '#local/cloud/sources/schedule-source.ts';
import { startStreamSource } from '#local/cloud/sources/stream-source.ts';
import type { Checkpoint } from './checkpoints.ts';
import type { LocalAccount } from './functions.ts';

export interface SourceOptions {
  readonly deployment: Deployment;
  readonly host: FunctionHost;
  readonly sqs: SQSClient;
  readonly dynamoUrl: string;
  readonly account: LocalAccount;
  /** Table name → the ARN that DynamoDB Local gave its stream. */
  readonly streams: ReadonlyMap<string, string>;
  checkpoint(mappingId: string): Checkpoint;
  /** Ends the long polls at a queue. */
  wake(queueArn: string): void;
  onProblem(text: string): void;
}

export interface Source {
  close(): Promise<void>;
}

interface Mapping {
  readonly id: string;
  readonly properties: JsonObject;
  readonly sourceArn: string;
  readonly functionId: string;
  readonly reportBatchItemFailures: boolean;
}

const functionNamed = (deployment: Deployment, name: string): string =>
  deployment.named('AWS::Lambda::Function', name).id;

const mappingOf = ({ id, properties }: Resource, deployment: Deployment): Mapping => ({
  id,
  properties,
  sourceArn: requireText(properties['EventSourceArn'], `${id} EventSourceArn`),
  functionId: functionNamed(
    deployment,
    requireText(properties['FunctionName'], `${id} FunctionName`),
  ),
  reportBatchItemFailures: asTexts(properties['FunctionResponseTypes']).includes(
    'ReportBatchItemFailures',
  ),
});

const queueSource = (mapping: Mapping, o: SourceOptions): Source => {
  const { properties } = mapping;
  if (properties['FilterCriteria'] !== undefined)
    throw new Error(`${mapping.id}: filters on a queue are not served locally`);
  const queue = o.deployment.named('AWS::SQS::Queue', mapping.sourceArn);
  const maximumConcurrency = asNumber(asObject(properties['ScalingConfig'])['MaximumConcurrency']);
  return startQueueSource({
    sqs: o.sqs,
    queueUrl: queue.identity.ref,
    queueArn: mapping.sourceArn,
    functionId: mapping.functionId,
    host: o.host,
    batchSize: asNumber(properties['BatchSize']) ?? 10,
    batchWindowSeconds: asNumber(properties['MaximumBatchingWindowInSeconds']) ?? 0,
    ...(maximumConcurrency !== undefined && { maximumConcurrency }),
    reportBatchItemFailures: mapping.reportBatchItemFailures,
    region: o.account.region,
    wake: () => o.wake(mapping.sourceArn),
    onProblem: o.onProblem,
  });
};

/** What the mapping gives up on goes to this queue, as metadata without the records. */
const failureSink = (
  properties: JsonObject,
  o: SourceOptions,
): ((metadata: object) => Promise<void>) | undefined => {
  const onFailure = asObject(asObject(properties['DestinationConfig'])['OnFailure']);
  const arn = asText(onFailure['Destination']);
  if (arn === undefined) return undefined;
  const QueueUrl = o.deployment.named('AWS::SQS::Queue', arn).identity.ref;
  return async (metadata) => {
    await o.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(metadata) }));
  };
};

const tableStream = ({ id, sourceArn }: Mapping, o: SourceOptions): string => {
  const table = o.deployment
    .of('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')
    .find(({ identity }) => identity.attributes['StreamArn'] === sourceArn);
  const arn = o.streams.get(table?.identity.ref ?? '');
  if (arn === undefined) throw new Error(`${id}: ${sourceArn} is no stream of the template`);
  return arn;
};

const streamSource = (
  mapping: Mapping,
  o: SourceOptions,
  streams: DynamoDBStreamsClient,
): Source => {
  const { properties } = mapping;
  const onFailure = failureSink(properties, o);
  return startStreamSource({
    streams,
    streamArn: tableStream(mapping, o),
    reportedStreamArn: mapping.sourceArn,
    functionId: mapping.functionId,
    host: o.host,
    batchSize: asNumber(properties['BatchSize']) ?? 100,
    batchWindowSeconds: asNumber(properties['MaximumBatchingWindowInSeconds']) ?? 0,
    filters: asObjects(asObject(properties['FilterCriteria'])['Filters']).map(
      ({ Pattern: pattern }) => asText(pattern) ?? '{}',
    ),
    reportBatchItemFailures: mapping.reportBatchItemFailures,
    bisectBatchOnFunctionError: asFlag(properties['BisectBatchOnFunctionError']),
    maximumRetryAttempts: asNumber(properties['MaximumRetryAttempts']) ?? -1,
    maximumRecordAgeSeconds: asNumber(properties['MaximumRecordAgeInSeconds']) ?? -1,
    startingPosition: properties['StartingPosition'] === 'LATEST' ? 'LATEST' : 'TRIM_HORIZON',
    ...(onFailure && { onFailure }),
    checkpoint: o.checkpoint(mapping.id),
    region: o.account.region,
    onProblem: o.onProblem,
  });
};

export const startMappings = (o: SourceOptions): readonly Source[] => {
  const { region, credentials } = o.account;
  const streams = new DynamoDBStreamsClient({ endpoint: o.dynamoUrl, region, credentials });
  const started = o.deployment
    .of('AWS::Lambda::EventSourceMapping')
    .filter(({ properties }) => properties['Enabled'] !== false)
    .map((resource) => {
      const mapping = mappingOf(resource, o.deployment);
      return mapping.sourceArn.startsWith('arn:aws:sqs:')
        ? queueSource(mapping, o)
        : streamSource(mapping, o, streams);
    });
  return [...started, { close: async () => streams.destroy() }];
};

export interface Schedule {
  readonly rule: Resource;
  fire(): Promise<Invocation>;
  close(): void;
}

export const startSchedules = (
  o: Pick<SourceOptions, 'deployment' | 'host' | 'onProblem'>,
): readonly Schedule[] =>
  o.deployment.of('AWS::Events::Rule').flatMap((rule) => {
    const expression = asText(rule.properties['ScheduleExpression']);
    if (expression === undefined)
      throw new Error(`${rule.id}: only scheduled rules are served locally`);
    return asObjects(rule.properties['Targets']).map((target) => {
      const input = asText(target['Input']);
      const functionId = functionNamed(
        o.deployment,
        requireText(target['Arn'], `${rule.id} target`),
      );
      const started = startSchedule({
        ruleId: rule.id,
        expression,
        functionId,
        input: input === undefined ? undefined : JSON.parse(input),
        host: o.host,
        onProblem: o.onProblem,
      });
      if (rule.properties['State'] === 'DISABLED') started.close();
      return { rule, fire: () => started.fire(), close: () => started.close() };
    });
  });
