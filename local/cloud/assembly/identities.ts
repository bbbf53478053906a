import { createHash } from 'node:crypto';
import { asText, type JsonObject } from './json.ts';

export interface Surroundings {
  readonly region: string;
  readonly accountId: string;
  /** Where the local gateway answers; stands for every API's endpoint. */
  readonly url: string;
  queueUrl(queueName: string): string;
  clientSecret(clientId: string): string;
}

export interface Subject {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
}

/** What `Ref` and `Fn::GetAtt` of a resource give. */
export interface Identity {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export const digest = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);

/** Deterministic, so that data of the last run is found again; shortened names stay distinct. */
const physicalName = (subject: Subject, given: string | undefined, longest: number): string => {
  const name = given ?? `${subject.stack}-${subject.logicalId}`.replace(/[^A-Za-z0-9-]/g, '-');
  return name.length <= longest ? name : `${name.slice(0, longest - 9)}-${digest(name, 8)}`;
};

const named = (subject: Subject, property: string, longest: number): string =>
  physicalName(subject, asText(subject.properties[property]), longest);

type Identify = (subject: Subject, around: Surroundings) => Identity;

const table: Identify = (subject, { region, accountId }) => {
  const name = named(subject, 'TableName', 255);
  const arn = `arn:aws:dynamodb:${region}:${accountId}:table/${name}`;
  return {
    ref: name,
    attributes: { Arn: arn, StreamArn: `${arn}/stream/2026-01-01T00:00:00.000` },
  };
};

const bucket: Identify = (subject, { region }) => {
  const name = named(subject, 'BucketName', 63).toLowerCase();
  return {
    ref: name,
    attributes: {
      Arn: `arn:aws:s3:::${name}`,
      DomainName: `${name}.s3.amazonaws.com`,
      RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
    },
  };
};

const queue: Identify = (subject, { region, accountId, queueUrl }) => {
  const name = named(subject, 'QueueName', 80);
  const url = queueUrl(name);
  const arn = `arn:aws:sqs:${region}:${accountId}:${name}`;
  return { ref: url, attributes: { Arn: arn, QueueName: name, QueueUrl: url } };
};

const lambda: Identify = (subject, { region, accountId }) => {
  const name = named(subject, 'FunctionName', 64);
  return {
    ref: name,
    attributes: { Arn: `arn:aws:lambda:${region}:${accountId}:function:${name}` },
  };
};

const rule: Identify = (subject, { region, accountId }) => {
  const name = named(subject, 'Name', 64);
  return { ref: name, attributes: { Arn: `arn:aws:events:${region}:${accountId}:rule/${name}` } };
};

const secret: Identify = (subject, { region, accountId }) => {
  const name = named(subject, 'Name', 500);
  const arn = `arn:aws:secretsmanager:${region}:${accountId}:secret:${name}-${digest(name, 6)}`;
  return { ref: arn, attributes: { Id: arn, Arn: arn } };
};

const api: Identify = (subject, { url }) => {
  const id = digest(`${subject.stack}/${subject.logicalId}`, 10);
  return { ref: id, attributes: { ApiId: id, ApiEndpoint: url } };
};

const userPool: Identify = (subject, { region, accountId }) => {
  const id = `${region}_${digest(`${subject.stack}/${subject.logicalId}`, 9)}`;
  const provider = `cognito-idp.${region}.amazonaws.com/${id}`;
  return {
    ref: id,
    attributes: {
      Arn: `arn:aws:cognito-idp:${region}:${accountId}:userpool/${id}`,
      ProviderName: provider,
      ProviderURL: `https://${provider}`,
      UserPoolId: id,
    },
  };
};

const userPoolClient: Identify = (subject, { clientSecret }) => {
  const id = digest(`${subject.stack}/${subject.logicalId}`, 26);
  return {
    ref: id,
    attributes: {
      ClientId: id,
      get ClientSecret() {
        return clientSecret(id);
      },
    },
  };
};

/** Several inert types give an ARN as their Ref; nothing local follows it. */
const topic: Identify = (subject, { region, accountId }) => {
  const name = named(subject, 'TopicName', 256);
  const arn = `arn:aws:sns:${region}:${accountId}:${name}`;
  return { ref: arn, attributes: { TopicArn: arn, TopicName: name } };
};

const inert: Identify = (subject, { region, accountId }) => {
  const name = physicalName(subject, undefined, 128);
  const service = (subject.type.split('::')[1] ?? 'local').toLowerCase();
  const arn = `arn:aws:${service}:${region}:${accountId}:${name}`;
  return {
    ref: name,
    attributes: new Proxy<Record<string, string>>(
      { Arn: arn },
      { get: (known, attribute) => known[String(attribute)] ?? `${name}-${String(attribute)}` },
    ),
  };
};

const identifiers: Readonly<Record<string, Identify>> = {
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::DynamoDB::Table': table,
  'AWS::S3::Bucket': bucket,
  'AWS::SQS::Queue': queue,
  'AWS::Lambda::Function': lambda,
  'AWS::Events::Rule': rule,
  'AWS::SecretsManager::Secret': secret,
  'AWS::ApiGatewayV2::Api': api,
  'AWS::Cognito::UserPool': userPool,
  'AWS::Cognito::UserPoolClient': userPoolClient,
  'AWS::SNS::Topic': topic,
};

export const identify: Identify = (subject, around) =>
  (identifiers[subject.type] ?? inert)(subject, around);
