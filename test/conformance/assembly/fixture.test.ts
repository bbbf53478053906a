import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openDeployment } from '#local/cloud/assembly/deployment.ts';
import { findByPart } from '#local/cloud/assembly/find-by-part.ts';
import { readAssembly } from '#local/cloud/assembly/read-assembly.ts';
import { queueSpec } from '#local/cloud/emulators/queues.ts';
import { tableSpec } from '#local/cloud/emulators/tables.ts';
import { readApi } from '#local/cloud/gateway/read-api.ts';
import { bucketSpecs } from '#local/runtime/buckets.ts';
import { functionSpecs } from '#local/runtime/functions.ts';
import { synthesizeFixture } from '#test/conformance/fixture/fixture-app.ts';
import { surroundings } from '#test/conformance/fixture/open-templates.ts';

const fixture = synthesizeFixture();
afterAll(fixture.remove);

const templates = readAssembly(fixture);
const deployment = openDeployment(templates, surroundings);
const one = (type: string, part = '') => findByPart(deployment.of(type), part);
const endpoints = { dynamodb: 'd', sqs: 'q', s3: 's', secretsManager: 'k', sns: 'n' };
const account = { ...surroundings, credentials: { accessKeyId: 'A', secretAccessKey: 'B' } };

describe('an app that the CDK synthesized', () => {
  it('is read in the order of its exports, whatever the manifest’s', () => {
    expect(templates.map(({ name }) => name)).toEqual(['State', 'Service']);
  });

  it('gives each function its bundle, limits and environment, across stacks', () => {
    const specs = functionSpecs(deployment, () => endpoints, account);
    const answering = specs.find(({ id }) => id.includes('Answering'));
    expect(answering).toMatchObject({ handler: 'main.handler', timeoutSeconds: 20, memoryMb: 256 });
    expect(existsSync(join(answering?.directory ?? '', 'main.mjs'))).toBe(true);
    expect(answering?.environment).toMatchObject({
      TABLE: one('AWS::DynamoDB::GlobalTable').identity.ref,
      QUEUE: expect.stringMatching(/^http:\/\/127\.0\.0\.1:9324\/000000000000\/State-Work/),
      BUCKET: expect.stringMatching(/^state-papers/),
      PASSWORD: 'p:a/s',
      PUBLIC_URL: 'http://127.0.0.1:8080',
      AWS_ENDPOINT_URL_DYNAMODB: 'd',
      AWS_LAMBDA_FUNCTION_NAME: answering?.name,
      TZ: 'UTC',
    });
  });

  it('gives a table its key, index, stream and expiry', () => {
    const spec = tableSpec(one('AWS::DynamoDB::GlobalTable'));
    expect(spec.timeToLiveAttribute).toBe('expiresAt');
    expect(spec.definition).toMatchObject({
      KeySchema: [{ AttributeName: 'pk' }, { AttributeName: 'sk' }],
      GlobalSecondaryIndexes: [{ IndexName: 'byOwner' }],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' },
    });
  });

  it('gives a queue its dead letters and times, as the API wants them', () => {
    const failed = one('AWS::SQS::Queue', 'WorkFailed');
    const work = one('AWS::SQS::Queue', 'Work');
    const { attributes } = queueSpec(work);
    expect(attributes['VisibilityTimeout']).toBe('60');
    expect(JSON.parse(attributes['RedrivePolicy'] ?? '')).toEqual({
      deadLetterTargetArn: failed.identity.attributes['Arn'],
      maxReceiveCount: 5,
    });
    expect(queueSpec(failed).attributes['MessageRetentionPeriod']).toBe('1209600');
  });

  it('gives a bucket its versions', () => {
    expect(bucketSpecs(deployment)).toMatchObject([{ versioned: true, cors: [] }]);
  });

  it('gives the API its routes with who may call them and how often', () => {
    const api = readApi(deployment);
    const route = (routeKey: string) =>
      api?.routes.find((candidate) => candidate.routeKey === routeKey);
    expect(route('GET /open')).toMatchObject({
      jwt: undefined,
      throttle: undefined,
      timeoutMs: 30_000,
    });
    expect(route('GET /own/{id}')?.jwt).toMatchObject({
      issuer: `https://cognito-idp.ap-southeast-1.amazonaws.com/${one('AWS::Cognito::UserPool').identity.ref}`,
      audience: [one('AWS::Cognito::UserPoolClient').identity.ref],
      scopes: [],
    });
    expect(route('GET /scoped')?.jwt?.scopes).toEqual(['papers/read']);
    expect(route('GET /slow')?.throttle).toEqual({ ratePerSecond: 1, burst: 2 });
    expect(api?.cors).toMatchObject({
      allowOrigins: ['http://127.0.0.1:8080'],
      maxAgeSeconds: 300,
    });
    expect(deployment.outputs['Service.Endpoint']).toBe('http://127.0.0.1:8080');
  });
});

describe('a resource called by part of its name', () => {
  it('is found when only one bears it', () => {
    expect(findByPart(deployment.of('AWS::Events::Rule'), 'eachminute').path).toContain(
      'EachMinute',
    );
  });

  it.each([
    ['ing', /more than one matches "ing": .*Answering.*Working/],
    ['nobody', /nothing matches "nobody": .*Answering/],
  ])('is named with its rivals otherwise: %s', (part, message) => {
    expect(() => findByPart(deployment.of('AWS::Lambda::Function'), part)).toThrow(message);
  });
});
