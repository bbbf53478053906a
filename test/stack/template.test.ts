import { existsSync, globSync } from 'node:fs';
import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Contract, isForDevices, isForStaff, type Route, routeKey } from '#edge/contract.ts';
import { contracts } from '#functions/contracts.ts';
import { buildApp } from '#infra/build-app.ts';
import { departmentsWithQueues, queuePrefix, queueStackOf } from '#infra/departments.ts';
import { allRoutes, functionPlans, plans } from '#infra/services.ts';
import { localContext } from '#local/runtime/local-context.ts';

let templates: ReadonlyMap<string, Template>;
let state: Template;
let departments: readonly Template[];

beforeAll(async () => {
  const app = await buildApp();
  const stacks = app.node.children.filter((child) => Stack.isStack(child));
  templates = new Map(stacks.map((stack) => [stack.stackName, Template.fromStack(stack)]));
  state = template('State');
  departments = [...new Set(departmentsWithQueues.map(queueStackOf))].map(template);
});

const template = (name: string): Template => {
  const found = templates.get(name);
  if (!found) throw new Error(`no stack ${name}`);
  return found;
};

interface Resource {
  readonly Properties: Record<string, never>;
  readonly DeletionPolicy?: string;
}
const all = (stack: Template, type: string): [string, Resource][] =>
  Object.entries(stack.findResources(type)) as [string, Resource][];
const everywhere = (type: string): [string, Resource][] =>
  [...templates.values()].flatMap((stack) => all(stack, type));
const mappingType = 'AWS::Lambda::EventSourceMapping';
const functions = () => everywhere('AWS::Lambda::Function');
/** The one resource of the type in all stacks that has these properties. */
const only = (type: string, properties: object): void => {
  const having = [...templates.values()].filter(
    (stack) =>
      Object.keys(stack.findResources(type, { Properties: Match.objectLike(properties) })).length >
      0,
  );
  expect(having).toHaveLength(1);
};

describe('what is not left to a default', () => {
  it('a user changes no name under which signatures stand, and no place of work', () => {
    const [[, client] = [], ...more] = all(state, 'AWS::Cognito::UserPoolClient');
    expect(more).toEqual([]);
    expect(client?.Properties).toMatchObject({
      WriteAttributes: ['locale'],
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    });
  });

  it('no page of a developer’s machine calls what is deployed; locally the template lets it in', async () => {
    const texts = (app: Awaited<ReturnType<typeof buildApp>>) =>
      app.node.children
        .filter((child) => Stack.isStack(child))
        .map((stack) => JSON.stringify(Template.fromStack(stack).toJSON()))
        .join('\n');
    expect(texts(await buildApp())).not.toMatch(/127\.0\.0\.1|localhost/);
    expect(texts(await buildApp(localContext('http://127.0.0.1:8080')))).toContain(
      'http://127.0.0.1:8080/signed-in',
    );
  });
});

describe('what must outlive every deployment', () => {
  it.each([
    'AWS::DynamoDB::GlobalTable',
    'AWS::S3::Bucket',
    'AWS::KMS::Key',
    'AWS::Cognito::UserPool',
    'AWS::SecretsManager::Secret',
  ])('%s is retained', (type) => {
    const resources = all(state, type);
    expect(resources.length).toBeGreaterThan(0);
    for (const [, { DeletionPolicy }] of resources) expect(DeletionPolicy).toBe('Retain');
  });

  it('tables have point-in-time recovery, our own key and deletion protection', () => {
    for (const [, { Properties }] of all(state, 'AWS::DynamoDB::GlobalTable'))
      expect(Properties).toMatchObject({
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        Replicas: [
          expect.objectContaining({
            DeletionProtectionEnabled: true,
            PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
            SSESpecification: { KMSMasterKeyId: expect.anything() },
          }),
        ],
      });
  });

  it('evidence is versioned and locked, and no key is ever written twice', () => {
    state.hasResourceProperties('AWS::S3::Bucket', {
      ObjectLockEnabled: true,
      VersioningConfiguration: { Status: 'Enabled' },
      ObjectLockConfiguration: Match.objectLike({
        Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 1_830 } },
      }),
    });
    const createOnly = all(state, 'AWS::S3::BucketPolicy').filter(([, { Properties }]) =>
      JSON.stringify(Properties).includes('"s3:if-none-match":"true"'),
    );
    expect(createOnly).toHaveLength(2);
  });
});

const guardOf = ({ who }: Route): string => {
  if (isForDevices(who)) return 'CUSTOM';
  return isForStaff(who) ? 'JWT' : 'NONE';
};

describe('what runs', () => {
  it('every folder with a main.ts is a function of its service’s plan', () => {
    const folders = globSync('functions/*/*/main.ts').map((file) =>
      file.replace(/^functions\/(.+)\/main\.ts$/, '$1'),
    );
    expect(functionPlans.map(([name]) => name).toSorted()).toEqual(folders.toSorted());
    const withPlan = globSync('functions/*/plan.ts').map((file) => file.split('/')[1]);
    expect(plans.map(([service]) => service).toSorted()).toEqual(withPlan.toSorted());
  });

  it('every function is Node 24 on arm64, with its own role and log group', () => {
    const own = functions();
    expect(own).toHaveLength(functionPlans.length);
    for (const [, { Properties }] of own)
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        LoggingConfig: { LogGroup: expect.anything() },
      });
    const roles = own.map(([, { Properties }]) => JSON.stringify(Properties['Role']));
    expect(new Set(roles).size).toBe(own.length);
  });

  it('each department with dossiers has a queue of its own, worked by one function', () => {
    const receiving = departments.flatMap((stack) => all(stack, mappingType));
    expect(receiving).toHaveLength(departmentsWithQueues.length);
    for (const [, { Properties }] of receiving)
      expect(JSON.stringify(Properties['FunctionName'])).toContain('ReceiveDossier');
    for (const [, { Properties }] of everywhere(mappingType))
      expect(Properties['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures']);
  });

  it('a department’s queue is found by the agency’s id, which is all that the publisher knows', () => {
    const names = departments
      .flatMap((stack) => all(stack, 'AWS::SQS::Queue'))
      .flatMap(([, { Properties }]) => Properties['QueueName'] ?? []);
    expect(names.toSorted()).toEqual(
      departmentsWithQueues.map(({ id }) => `${queuePrefix}${id}`).toSorted(),
    );
  });

  it('a province of 103 communes fits, and no queue moves when others come or go', () => {
    const communes = Array.from(
      { length: 103 },
      (_, n) => ({ id: `ct-x-thu-${n}`, level: 'commune' }) as const,
    );
    const perStack = Map.groupBy(communes, queueStackOf);
    for (const [, agencies] of perStack) expect(agencies.length * 7).toBeLessThan(200);
    expect(queueStackOf({ id: 'ct-p-vi-thanh', level: 'commune' })).toBe('Communes5');
    expect(queueStackOf({ id: 'ct-nnmt', level: 'province' })).toBe('Departments');
  });

  it('every work queue waits six times the timeout of its function and ends in a DLQ of 14 days', () => {
    const queues = new Map(everywhere('AWS::SQS::Queue'));
    const mappings = everywhere(mappingType).filter(
      ([, { Properties }]) => !('StartingPosition' in Properties),
    );
    const worked = plans.flatMap(([, { queues: own = {}, uploads }]) => [
      ...Object.keys(own),
      ...(uploads ? ['uploads'] : []),
    ]);
    expect(mappings).toHaveLength(departmentsWithQueues.length + worked.length);
    for (const [, { Properties }] of mappings) {
      const queue = [...queues].find(([id]) => refersTo(Properties['EventSourceArn'], id));
      const worker = functions().find(([id]) => refersTo(Properties['FunctionName'], id));
      const { VisibilityTimeout, RedrivePolicy } = queue?.[1].Properties ?? {};
      expect(VisibilityTimeout).toBeGreaterThanOrEqual(
        6 * Number(worker?.[1].Properties['Timeout']),
      );
      expect(RedrivePolicy).toMatchObject({ maxReceiveCount: 5 });
      const dead = [...queues].find(([id]) => refersTo(RedrivePolicy?.['deadLetterTargetArn'], id));
      expect(dead?.[1].Properties['MessageRetentionPeriod']).toBe(14 * 86_400);
    }
  });

  it('the API has exactly the routes of the contracts, closed unless the contract opens them', () => {
    const wanted = Object.values<Contract>(contracts).flatMap((contract) =>
      Object.values(contract).map((route) => [routeKey(route), guardOf(route)]),
    );
    const built = everywhere('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => [
      Properties['RouteKey'],
      Properties['AuthorizationType'],
    ]);
    expect(built.sort()).toEqual(wanted.sort());
  });

  it('a device’s routes ask one function, whose verdict on a token holds for thirty seconds', () => {
    only('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'REQUEST',
      AuthorizerPayloadFormatVersion: '2.0',
      EnableSimpleResponses: true,
      IdentitySource: ['$request.header.Authorization'],
      AuthorizerResultTtlInSeconds: 30,
    });
    const [[id = ''] = []] = all(template('DevicesService'), 'AWS::ApiGatewayV2::Authorizer');
    const guarded = everywhere('AWS::ApiGatewayV2::Route').filter(
      ([, { Properties }]) => Properties['AuthorizationType'] === 'CUSTOM',
    );
    expect(guarded.length).toBeGreaterThan(1);
    for (const [, { Properties }] of guarded)
      expect(JSON.stringify(Properties['AuthorizerId'])).toContain(id);
    only('AWS::Lambda::Permission', {
      SourceArn: { 'Fn::Join': ['', Match.arrayWith([{ Ref: id }])] },
    });
  });

  it('tracking is throttled, and so is everything else', () => {
    template('Stage').hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 500 },
      RouteSettings: { 'POST /v1/track': { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 } },
    });
  });

  it('whatever a citizen or a stranger may ask of tracking has its own limit', () => {
    const routes = [
      ...Object.values(contracts['tracking/api']),
      ...Object.values(contracts['tracking/phone-session']),
      ...Object.values(contracts['tracking/prove-history']),
    ];
    for (const { throttle } of routes) {
      expect(throttle?.rate).toBeLessThanOrEqual(20);
      expect(throttle?.burst).toBeLessThanOrEqual(40);
    }
  });

  it('before the public routes, and no others, stands a limit by address', () => {
    const edge = template('Edge');
    edge.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        WebACLId: { 'Fn::GetAtt': [Match.stringLikeRegexp('Firewall'), 'Arn'] },
      },
    });
    const [acl] = all(edge, 'AWS::WAFv2::WebACL').map(([, { Properties }]) => Properties);
    expect(acl?.['Scope']).toBe('CLOUDFRONT');
    const patterns = [...JSON.stringify(acl).matchAll(/"RegexString":("(?:[^"\\]|\\.)*")/g)].map(
      ([, text = '""']) => new RegExp(JSON.parse(text) as string),
    );
    for (const { path, who } of allRoutes)
      expect([path, patterns.some((pattern) => pattern.test(path))]).toEqual([
        path,
        who === 'anyone' || who === 'citizen' || who === 'phone',
      ]);
  });

  it('the days are anchored each night, after Vietnam’s midnight', () => {
    only('AWS::Events::Rule', {
      ScheduleExpression: 'cron(30 17 * * ? *)',
    });
  });

  it('the stream carries unpublished events only, with limits and a place for what fails', () => {
    only('AWS::Lambda::EventSourceMapping', {
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      MaximumRecordAgeInSeconds: 3_600,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
      FilterCriteria: Match.anyValue(),
    });
  });

  it('no stack holds over 200 resources', () => {
    const counts = [...templates].map(([name, stack]) => {
      const { Resources: resources = {}, Outputs: outputs = {} } = stack.toJSON() as {
        Resources?: object;
        Outputs?: object;
      };
      return {
        name,
        resources: Object.keys(resources).length,
        outputs: Object.keys(outputs).length,
      };
    });
    process.stdout.write(
      `${counts.map(({ name, resources }) => `${name} ${resources}`).join(' · ')}\n`,
    );
    expect(counts.length).toBeGreaterThan(plans.length);
    for (const { resources, outputs } of counts) {
      expect(resources).toBeLessThanOrEqual(200);
      // CloudFormation allows 200; what many import is exported once.
      expect(outputs).toBeLessThanOrEqual(100);
    }
  });

  it('what all services share grows with none of them', () => {
    const ofServices = [
      'AWS::ApiGatewayV2::Integration',
      'AWS::ApiGatewayV2::Route',
      'AWS::Events::Rule',
      'AWS::Lambda::Function',
    ];
    for (const name of ['Front', 'Stage', 'Watch', 'Edge'])
      for (const type of ofServices) expect(all(template(name), type)).toEqual([]);
    expect(all(state, 'AWS::Lambda::Function')).toHaveLength(1);
  });
});

describe('who may do what', () => {
  const statements = (): { id: string; action: string[]; resource: unknown }[] =>
    everywhere('AWS::IAM::Policy').flatMap(([id, { Properties }]) =>
      (
        Properties as unknown as {
          PolicyDocument: { Statement: { Action: string | string[]; Resource: unknown }[] };
        }
      ).PolicyDocument.Statement.map(({ Action, Resource }) => ({
        id,
        action: [Action].flat(),
        resource: Resource,
      })),
    );

  it('nobody may scan or delete records, or use a wildcard on them', () => {
    const onTables = statements().filter(({ action }) =>
      action.some((name) => name.startsWith('dynamodb:')),
    );
    expect(onTables.length).toBeGreaterThan(10);
    for (const { action } of onTables)
      for (const name of action)
        expect(name).not.toMatch(/dynamodb:(\*|Scan|DeleteItem|BatchWriteItem|PartiQL)/);
  });

  it('nobody may delete evidence but the worker of retention, and it no anchor', () => {
    const deleting = statements().filter(
      ({ action, resource }) =>
        action.some((name) => /s3:Delete/.test(name)) &&
        JSON.stringify(resource).includes('Evidence'),
    );
    expect(deleting.map(({ id, action }) => [id.replace(/[A-Z0-9]{8}$/, ''), action])).toEqual([
      [expect.stringContaining('EndRetention'), ['s3:DeleteObjectVersion']],
    ]);
    // A dossier’s id begins so until the year 3084; anchors lie under their own name.
    for (const { resource } of deleting) expect(JSON.stringify(resource)).toContain('/0*');
  });

  it('who proves histories reads the anchors and no scan', () => {
    const onFiles = statements().filter(
      ({ id, resource }) =>
        /ProveHistory|AnchorDay/.test(id) && JSON.stringify(resource).includes('Evidence'),
    );
    const granted = onFiles.map(({ action, resource }) => [action, JSON.stringify(resource)]);
    expect(granted).toHaveLength(4);
    for (const [action, resource] of granted)
      if (!action?.includes('s3:ListBucket')) expect(resource).toContain('/anchors/*');
  });

  it('of the published catalogue, functions that decide by it read the pointer and the texts', () => {
    const deciding = functionPlans.flatMap(([name, { environment }]) =>
      'CATALOGUE_BUCKET' in environment ? name : [],
    );
    expect(deciding.length).toBeGreaterThan(10);
    for (const [name, { grants }] of functionPlans)
      expect([name, grants.catalogue]).toEqual([
        name,
        deciding.includes(name) ? ['read'] : undefined,
      ]);
    const granted = statements().filter(({ resource }) =>
      JSON.stringify(resource ?? 'all but topics').includes('Catalogue'),
    );
    expect(granted).toHaveLength(deciding.length);
    for (const { action, resource } of granted) {
      expect(action).toEqual(['s3:GetObject']);
      expect(JSON.stringify(resource)).toContain('/v1/*');
    }
  });

  it('tracking, which anybody can call, writes no dossier', () => {
    const tracking = statements().filter(({ id }) => id.includes('Tracking'));
    expect(tracking.length).toBeGreaterThan(0);
    for (const { action, resource } of tracking)
      if (JSON.stringify(resource ?? 'all but topics').includes('Dossiers'))
        expect(action).not.toContain('dynamodb:PutItem');
  });
});

describe('alarms', () => {
  it('each states the harm and names a runbook that is there', () => {
    const alarms = everywhere('AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(functionPlans.length);
    for (const [, { Properties }] of alarms) {
      const text = String(Properties['AlarmDescription']);
      const [runbook = ''] = /docs\/runbooks\/[a-z-]+\.md$/.exec(text) ?? [];
      expect(text.length).toBeGreaterThan(runbook.length + 20);
      expect(existsSync(runbook)).toBe(true);
    }
  });
});

/** A reference by Ref, GetAtt or an import of the other stack's export. */
const refersTo = (value: unknown, logicalId: string): boolean =>
  JSON.stringify(value ?? null).includes(logicalId);
