import { describe, expect, it } from 'vitest';
import { openDeployment } from '#local/cloud/assembly/deployment.ts';
import type { Json } from '#local/cloud/assembly/json.ts';
import { aTemplate, open, surroundings } from '#test/conformance/fixture/open-templates.ts';

const queue = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'work' } };

/** A placeholder of Fn::Sub. */
const hole = (name: string): string => `\${${name}}`;

/** The value as a property of a resource would get it. */
const evaluated = (value: Json): Json | undefined =>
  open({
    resources: {
      Queue: queue,
      Asked: { Type: 'AWS::Lambda::Function', Properties: { Asked: value } },
    },
    parameters: {
      Stage: { Type: 'String', Default: 'test' },
      Zones: { Type: 'CommaDelimitedList', Default: 'a,b' },
    },
    conditions: {
      IsTest: { 'Fn::Equals': [{ Ref: 'Stage' }, 'test'] },
      IsLive: { 'Fn::Not': [{ Condition: 'IsTest' }] },
      Both: { 'Fn::And': [{ Condition: 'IsTest' }, { Condition: 'IsLive' }] },
      Either: { 'Fn::Or': [{ Condition: 'IsTest' }, { Condition: 'IsLive' }] },
    },
    mappings: { Size: { test: { memory: 256 } } },
  }).of('AWS::Lambda::Function')[0]?.properties['Asked'];

describe('an intrinsic function gives what CloudFormation gives', () => {
  it.each<[string, Json, Json]>([
    ['Ref of a parameter', { Ref: 'Stage' }, 'test'],
    ['Ref of a list parameter', { Ref: 'Zones' }, ['a', 'b']],
    ['Ref of a queue', { Ref: 'Queue' }, 'http://127.0.0.1:9324/000000000000/work'],
    ['a pseudo parameter', { Ref: 'AWS::Region' }, 'ap-southeast-1'],
    ['GetAtt', { 'Fn::GetAtt': ['Queue', 'QueueName'] }, 'work'],
    [
      'GetAtt in one text',
      { 'Fn::GetAtt': 'Queue.Arn' },
      'arn:aws:sqs:ap-southeast-1:000000000000:work',
    ],
    ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Stage' }, 1]] }, 'a-test-1'],
    ['Join of a list parameter', { 'Fn::Join': ['+', { Ref: 'Zones' }] }, 'a+b'],
    [
      'Sub',
      { 'Fn::Sub': `${hole('AWS::Partition')}/${hole('Stage')}/${hole('Queue.QueueName')}` },
      'aws/test/work',
    ],
    [
      'Sub with its own words',
      { 'Fn::Sub': [`${hole('Word')}/${hole('Stage')}`, { Word: { Ref: 'Stage' } }] },
      'test/test',
    ],
    ['Sub that means the text itself', { 'Fn::Sub': `${hole('!Stage')}` }, `${hole('Stage')}`],
    ['Select', { 'Fn::Select': [1, ['a', 'b']] }, 'b'],
    ['Select by a text', { 'Fn::Select': ['0', { 'Fn::Split': [':', 'x:y'] }] }, 'x'],
    ['Split', { 'Fn::Split': ['/', 'a/b/c'] }, ['a', 'b', 'c']],
    ['If, when so', { 'Fn::If': ['IsTest', 'yes', 'no'] }, 'yes'],
    ['If, when not', { 'Fn::If': ['IsLive', 'yes', 'no'] }, 'no'],
    ['And', { 'Fn::If': ['Both', 'yes', 'no'] }, 'no'],
    ['Or', { 'Fn::If': ['Either', 'yes', 'no'] }, 'yes'],
    ['FindInMap', { 'Fn::FindInMap': ['Size', { Ref: 'Stage' }, 'memory'] }, 256],
    ['Base64', { 'Fn::Base64': 'chào' }, 'Y2jDoG8='],
    ['a secret', '{{resolve:secretsmanager:name:SecretString:password::}}', 'p:a/s'],
    [
      'a secret by its ARN, amid text',
      'key={{resolve:secretsmanager:arn:aws:secretsmanager:r:1:secret:n-abc123:SecretString:user::}}!',
      'key=counter!',
    ],
    [
      'NoValue, which takes its property and its list entry away',
      { kept: 1, gone: { Ref: 'AWS::NoValue' }, list: ['a', { Ref: 'AWS::NoValue' }] },
      { kept: 1, list: ['a'] },
    ],
  ])('%s', (_what, value, expected) => {
    expect(evaluated(value)).toEqual(expected);
  });

  it.each<[string, Json, RegExp]>([
    ['a name nobody bears', { Ref: 'Nobody' }, /nothing is called Nobody/],
    [
      'an attribute the resource lacks',
      { 'Fn::GetAtt': ['Queue', 'Colour'] },
      /Queue .*no attribute Colour/,
    ],
    ['an unknown function', { 'Fn::Transform': 'x' }, /Fn::Transform is not known/],
    ['an entry past the end', { 'Fn::Select': [2, ['a', 'b']] }, /Fn::Select 2 of 2/],
    [
      'a map entry nobody wrote',
      { 'Fn::FindInMap': ['Size', 'live', 'memory'] },
      /no live\/memory/,
    ],
    ['an unknown export', { 'Fn::ImportValue': 'Elsewhere' }, /exports Elsewhere/],
    ['a parameter store value', '{{resolve:ssm:/path}}', /only Secrets Manager can/],
    ['an object where a text belongs', { 'Fn::Join': ['', [{ a: 1 }]] }, /needs a text/],
  ])('refuses %s, and says where', (_what, value, message) => {
    expect(() => evaluated(value)).toThrow(message);
    expect(() => evaluated(value)).toThrow(/Stack/i);
  });
});

describe('parameters', () => {
  const asking = { Asked: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { Ref: 'Word' } } } };
  const nameFor = (declared: Record<string, string>, parameters: Record<string, string> = {}) =>
    open({ resources: asking, parameters: { Word: declared } }, { parameters }).of(
      'AWS::SQS::Queue',
    )[0]?.identity.attributes['QueueName'];

  it('take the given value before the default', () => {
    expect(nameFor({ Type: 'String', Default: 'a' })).toBe('a');
    expect(nameFor({ Type: 'String', Default: 'a' }, { Word: 'b' })).toBe('b');
  });

  it('stop the start when neither is there', () => {
    expect(() => nameFor({ Type: 'String' })).toThrow(/parameter Word has no default/);
  });

  it('are not read from SSM, which does not exist locally', () => {
    const declared = { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/path' };
    expect(() => nameFor(declared)).toThrow(/parameter Word is read from SSM/);
    expect(nameFor(declared, { Word: 'given' })).toBe('given');
  });
});

describe('stacks', () => {
  const giving = aTemplate({
    name: 'Giving',
    resources: { Queue: queue },
    outputs: {
      Name: { Value: { 'Fn::GetAtt': ['Queue', 'QueueName'] }, Export: { Name: 'the-name' } },
    },
  });
  const taking = aTemplate({
    name: 'Taking',
    resources: {
      Copy: {
        Type: 'AWS::SQS::Queue',
        Properties: {
          QueueName: {
            'Fn::Sub': [`${hole('Name')}-copy`, { Name: { 'Fn::ImportValue': 'the-name' } }],
          },
        },
      },
    },
  });

  it('read what an earlier one exports', () => {
    const queues = openDeployment([giving, taking], surroundings).of('AWS::SQS::Queue');
    expect(queues.map(({ identity }) => identity.attributes['QueueName'])).toEqual([
      'work',
      'work-copy',
    ]);
  });

  it('leave out what a condition leaves out, resources and outputs alike', () => {
    const deployment = open({
      conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
      resources: { Queue: { ...queue, Condition: 'Never' } },
      outputs: { Url: { Value: { Ref: 'Queue' }, Condition: 'Never' } },
    });
    expect(deployment.of('AWS::SQS::Queue')).toEqual([]);
    expect(deployment.outputs).toEqual({});
  });
});

describe('a resource the runtime cannot stand for', () => {
  const opening = (Type: string) => () => open({ resources: { Thing: { Type } } });

  it('stops the start, by name and place', () => {
    expect(opening('AWS::StepFunctions::StateMachine')).toThrow(
      /Stack\/Thing: the local runtime knows no AWS::StepFunctions::StateMachine/,
    );
  });

  it.each(['Custom::S3BucketNotifications', 'AWS::CloudFormation::CustomResource'])(
    'is refused when it would run code at deployment: %s',
    (type) => {
      expect(opening(type)).toThrow(/custom resource .* refuses/);
    },
  );

  it.each(['AWS::KMS::Key', 'AWS::CDK::Metadata', 'Custom::S3AutoDeleteObjects'])(
    'may stand there when it changes nothing here: %s',
    (type) => {
      expect(opening(type)).not.toThrow();
    },
  );
});

describe('a resource without a name of its own', () => {
  const named = (type: string, logicalId: string) =>
    open({ resources: { [logicalId]: { Type: type } } }).of(type)[0]?.identity.ref ?? '';

  it('has the same name in every run, so that its data is found again', () => {
    expect(named('AWS::DynamoDB::Table', 'ItemsA1')).toBe('Stack-ItemsA1');
    expect(named('AWS::S3::Bucket', 'PapersB2')).toBe('stack-papersb2');
  });

  it('stays within the length that AWS allows, and apart from its neighbours', () => {
    const long = 'Paper'.repeat(20);
    const [one, other] = [
      named('AWS::S3::Bucket', `${long}1`),
      named('AWS::S3::Bucket', `${long}2`),
    ];
    expect(one.length).toBeLessThanOrEqual(63);
    expect(one).not.toBe(other);
  });
});
