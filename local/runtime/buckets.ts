import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Deployment, Resource } from '#local/cloud/assembly/deployment.ts';
import {
  asList,
  asNumber,
  asObject,
  asObjects,
  asText,
  asTexts,
  type Json,
  type JsonObject,
} from '#local/cloud/assembly/json.ts';
import type { BucketSpec, ObjectCreated } from '#local/cloud/object-store/object-store.ts';

const corsOf = (properties: JsonObject): BucketSpec['cors'] =>
  asObjects(asObject(properties['CorsConfiguration'])['CorsRules']).map((rule) => ({
    allowedOrigins: asTexts(rule['AllowedOrigins']),
    allowedMethods: asTexts(rule['AllowedMethods']),
    allowedHeaders: asTexts(rule['AllowedHeaders']),
    exposedHeaders: asTexts(rule['ExposedHeaders']),
    ...(asNumber(rule['MaxAge']) !== undefined && { maxAgeSeconds: asNumber(rule['MaxAge']) ?? 0 }),
  }));

const lockOf = (properties: JsonObject): BucketSpec['objectLock'] => {
  const rule = asObject(asObject(properties['ObjectLockConfiguration'])['Rule']);
  const retention = asObject(rule['DefaultRetention']);
  const days = asNumber(retention['Days']) ?? (asNumber(retention['Years']) ?? 0) * 365;
  const mode = asText(retention['Mode']);
  return mode === undefined
    ? undefined
    : { mode: mode === 'COMPLIANCE' ? mode : 'GOVERNANCE', days };
};

const deniesUnconditionalPut = (statement: JsonObject): boolean => {
  const actions = [statement['Action'] ?? []].flatMap((action: Json) =>
    asList(action).concat(action),
  );
  const missing = asObject(asObject(statement['Condition'])['Null'])['s3:if-none-match'];
  return (
    statement['Effect'] === 'Deny' && actions.includes('s3:PutObject') && String(missing) === 'true'
  );
};

/** IAM is not enforced locally; this one statement is, since code relies on the refusal. */
const mustNotOverwrite = (bucket: Resource, deployment: Deployment): boolean =>
  deployment
    .of('AWS::S3::BucketPolicy')
    .filter(({ properties }) => properties['Bucket'] === bucket.identity.ref)
    .flatMap(({ properties }) => asObjects(asObject(properties['PolicyDocument'])['Statement']))
    .some(deniesUnconditionalPut);

export const bucketSpecs = (deployment: Deployment): readonly BucketSpec[] =>
  deployment.of('AWS::S3::Bucket').map((bucket) => {
    const { properties, identity } = bucket;
    const objectLock = lockOf(properties);
    return {
      name: identity.ref,
      versioned: asObject(properties['VersioningConfiguration'])['Status'] === 'Enabled',
      cors: corsOf(properties),
      ...(objectLock && { objectLock }),
      ...(mustNotOverwrite(bucket, deployment) && { denyPutWithoutIfNoneMatch: true }),
    };
  });

interface Subscription {
  readonly bucket: string;
  readonly event: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly queueUrl: string;
}

const subscriptionsOf = (deployment: Deployment): readonly Subscription[] =>
  deployment.of('AWS::S3::Bucket').flatMap(({ id, identity, properties }) => {
    const notifications = asObject(properties['NotificationConfiguration']);
    const others = Object.keys(notifications).filter((kind) => kind !== 'QueueConfigurations');
    if (others.length > 0)
      throw new Error(`${id}: notifications to ${others.join()} are not served locally`);
    return asObjects(notifications['QueueConfigurations']).map((configuration) => {
      const rules = asObjects(asObject(asObject(configuration['Filter'])['S3Key'])['Rules']);
      const ruleOf = (name: string): string =>
        asText(rules.find((rule) => String(rule['Name']).toLowerCase() === name)?.['Value']) ?? '';
      const queue = deployment.named('AWS::SQS::Queue', asText(configuration['Queue']) ?? '');
      return {
        bucket: identity.ref,
        event: asText(configuration['Event']) ?? '',
        prefix: ruleOf('prefix'),
        suffix: ruleOf('suffix'),
        queueUrl: queue.identity.ref,
      };
    });
  });

const concerns = (subscription: Subscription, created: ObjectCreated): boolean => {
  const pattern = subscription.event.replace(/^s3:/, '');
  const named = pattern.endsWith('*')
    ? created.eventName.startsWith(pattern.slice(0, -1))
    : created.eventName === pattern;
  return (
    named &&
    subscription.bucket === created.bucket &&
    created.key.startsWith(subscription.prefix) &&
    created.key.endsWith(subscription.suffix)
  );
};

/** Keys arrive as a form would send them: slashes stay, a space is a plus. */
const eventKey = (key: string): string =>
  key
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/%20/g, '+'))
    .join('/');

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
export const notificationBody = (created: ObjectCreated, region: string): string =>
  JSON.stringify({
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        awsRegion: region,
        eventTime: created.eventTime,
        eventName: created.eventName,
        userIdentity: { principalId: 'local' },
        requestParameters: { sourceIPAddress: '127.0.0.1' },
        responseElements: {},
        s3: {
          s3SchemaVersion: '1.0',
          configurationId: 'local',
          bucket: {
            name: created.bucket,
            ownerIdentity: { principalId: 'local' },
            arn: `arn:aws:s3:::${created.bucket}`,
          },
          object: {
            key: eventKey(created.key),
            size: created.size,
            eTag: created.etag.replace(/"/g, ''),
            ...(created.versionId !== undefined && { versionId: created.versionId }),
            sequencer: created.sequencer,
          },
        },
      },
    ],
  });

/** Resolves only when every queue has the message, so that the store may forget the event. */
export const makeNotifier = (
  deployment: Deployment,
  sqs: SQSClient,
  region: string,
): ((created: ObjectCreated) => Promise<void>) => {
  const subscriptions = subscriptionsOf(deployment);
  return async (created) => {
    const MessageBody = notificationBody(created, region);
    for (const subscription of subscriptions.filter((candidate) => concerns(candidate, created)))
      await sqs.send(new SendMessageCommand({ QueueUrl: subscription.queueUrl, MessageBody }));
  };
};
