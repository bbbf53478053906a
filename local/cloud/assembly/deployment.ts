import { type Identity, identify, type Surroundings } from './identities.ts';
import { evaluate, judge, type Scope, type Value } from './intrinsics.ts';
import { asObject, asText, type JsonObject } from './json.ts';
import type { ResourceTemplate, StackTemplate } from './read-assembly.ts';
import { standingOf } from './resource-types.ts';

export interface Resource {
  /** `Stack/LogicalId`: unique over all stacks. */
  readonly id: string;
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  /** The construct's path in the CDK app, which is what people call it by. */
  readonly path: string;
  readonly identity: Identity;
  /** Evaluated when first read: a resource may name one whose place is known only later. */
  readonly properties: JsonObject;
}

export interface DeploymentOptions extends Surroundings {
  readonly parameters: Readonly<Record<string, string>>;
  secretValue(secretId: string): string;
}

export interface Deployment {
  of(...types: readonly string[]): readonly Resource[];
  /** The one resource whose Ref or ARN this is. */
  named(type: string, refOrArn: string): Resource;
  readonly outputs: Readonly<Record<string, string>>;
  asset(stack: string, objectKey: string): string;
}

const pseudo = (
  stack: string,
  { region, accountId }: DeploymentOptions,
): Record<string, Value> => ({
  'AWS::AccountId': accountId,
  'AWS::NoValue': undefined,
  'AWS::NotificationARNs': [],
  'AWS::Partition': 'aws',
  'AWS::Region': region,
  'AWS::StackId': `arn:aws:cloudformation:${region}:${accountId}:stack/${stack}/local`,
  'AWS::StackName': stack,
  'AWS::URLSuffix': 'amazonaws.com',
});

const parameterValue = (
  where: string,
  name: string,
  declared: JsonObject,
  overrides: Readonly<Record<string, string>>,
): Value => {
  const type = asText(declared['Type']) ?? 'String';
  const value = overrides[name] ?? declared['Default'];
  if (overrides[name] === undefined && type.startsWith('AWS::SSM::'))
    throw new Error(
      `${where}: parameter ${name} is read from SSM, which does not exist locally; give a value`,
    );
  if (value === undefined)
    throw new Error(`${where}: parameter ${name} has no default and no value was given`);
  return /List<|CommaDelimitedList/.test(type) ? String(value).split(',') : value;
};

/** `secretsmanager:<id or arn>:SecretString:<json key>::` (an ARN itself holds six colons). */
const secretReference = (reference: string, options: DeploymentOptions, where: string): string => {
  const match = /^secretsmanager:(.+?):SecretString(?::([^:]*))?(?::.*)?$/.exec(reference);
  if (!match)
    throw new Error(
      `${where}: {{resolve:${reference}}} cannot be resolved locally; only Secrets Manager can`,
    );
  const [, id = '', key = ''] = match;
  const value = options.secretValue(id);
  return key === '' ? value : String((JSON.parse(value) as Record<string, unknown>)[key]);
};

interface Opened {
  readonly template: StackTemplate;
  readonly scope: Scope;
  readonly resources: ReadonlyMap<string, Resource>;
}

const makeResource = (
  stack: string,
  logicalId: string,
  template: ResourceTemplate,
  scope: () => Scope,
  options: DeploymentOptions,
): Resource => {
  let identity: Identity | undefined;
  let properties: JsonObject | undefined;
  const { Type: type } = template;
  const scoped = (): Scope => ({ ...scope(), where: `${stack}/${logicalId} (${type})` });
  const read = (): JsonObject => {
    properties ??= asObject(evaluate(template.Properties ?? {}, scoped()));
    return properties;
  };
  /** Only what names are made of: a queue may name its DLQ, and so on round. */
  const names = (): JsonObject =>
    asObject(
      evaluate(
        Object.fromEntries(
          Object.entries(template.Properties ?? {}).filter(([key]) => key.endsWith('Name')),
        ),
        scoped(),
      ),
    );
  return {
    id: `${stack}/${logicalId}`,
    stack,
    logicalId,
    type,
    path: asText(template.Metadata?.['aws:cdk:path']) ?? logicalId,
    get identity() {
      identity ??= identify({ stack, logicalId, type, properties: names() }, options);
      return identity;
    },
    get properties() {
      return read();
    },
  };
};

const makeScope = (
  template: StackTemplate,
  resources: ReadonlyMap<string, Resource>,
  imported: (name: string) => Value,
  options: DeploymentOptions,
): Scope => {
  const where = `stack ${template.name}`;
  const constants = pseudo(template.name, options);
  const resource = (logicalId: string): Resource => {
    const found = resources.get(logicalId);
    if (!found) throw new Error(`${where}: nothing is called ${logicalId}`);
    return found;
  };
  const scope: Scope = {
    where,
    region: options.region,
    imported,
    ref: (name) => {
      if (name in constants) return constants[name];
      const declared = template.parameters[name];
      return declared === undefined
        ? resource(name).identity.ref
        : parameterValue(where, name, asObject(declared), options.parameters);
    },
    attribute: (logicalId, name) => {
      const value = resource(logicalId).identity.attributes[name];
      if (value === undefined)
        throw new Error(
          `${where}: ${logicalId} (${resource(logicalId).type}) has no attribute ${name} locally`,
        );
      return value;
    },
    condition: (name) => {
      const condition = template.conditions[name];
      if (condition === undefined) throw new Error(`${where}: no condition ${name}`);
      return judge(condition, scope);
    },
    mapping: (map, first, second) => {
      const value = asObject(asObject(template.mappings[map])[first])[second];
      if (value === undefined)
        throw new Error(`${where}: mapping ${map} has no ${first}/${second}`);
      return value;
    },
    dynamicReference: (reference) => secretReference(reference, options, where),
  };
  return scope;
};

const openStack = (
  template: StackTemplate,
  imported: (name: string) => Value,
  options: DeploymentOptions,
): Opened => {
  const resources = new Map<string, Resource>();
  const scope = makeScope(template, resources, imported, options);
  for (const [logicalId, resource] of Object.entries(template.resources)) {
    standingOf(resource.Type, `${template.name}/${logicalId}`);
    if (resource.Condition !== undefined && !scope.condition(resource.Condition)) continue;
    resources.set(
      logicalId,
      makeResource(template.name, logicalId, resource, () => scope, options),
    );
  }
  return { template, scope, resources };
};

const outputsOf = ({ template, scope }: Opened): readonly (readonly [string, JsonObject])[] =>
  Object.entries(template.outputs)
    .map(([name, output]) => [name, asObject(output)] as const)
    .filter(([, { Condition: condition }]) =>
      typeof condition === 'string' ? scope.condition(condition) : true,
    );

const exportsOf = (opened: Opened): ReadonlyMap<string, () => Value> => {
  const found = new Map<string, () => Value>();
  for (const [, output] of outputsOf(opened)) {
    const name = evaluate(asObject(output['Export'])['Name'], opened.scope);
    if (typeof name === 'string') found.set(name, () => evaluate(output['Value'], opened.scope));
  }
  return found;
};

const isNamed = ({ identity }: Resource, text: string): boolean =>
  identity.ref === text ||
  identity.attributes['Arn'] === text ||
  identity.attributes['StreamArn'] === text;

/** Opens the stacks in the order given; exports of earlier stacks are seen by later ones. */
export const openDeployment = (
  templates: readonly StackTemplate[],
  options: DeploymentOptions,
): Deployment => {
  const exported = new Map<string, () => Value>();
  const imported = (name: string): Value => {
    const value = exported.get(name);
    if (!value) throw new Error(`no stack before this one exports ${name}`);
    return value();
  };
  const stacks = templates.map((template) => {
    const opened = openStack(template, imported, options);
    for (const [name, value] of exportsOf(opened)) exported.set(name, value);
    return opened;
  });
  const all = stacks.flatMap(({ resources }) => [...resources.values()]);
  return {
    of: (...types) => all.filter(({ type }) => types.includes(type)),
    named: (type, refOrArn) => {
      const found = all.find((resource) => resource.type === type && isNamed(resource, refOrArn));
      if (!found) throw new Error(`the template has no ${type} named ${refOrArn}`);
      return found;
    },
    get outputs() {
      return Object.fromEntries(
        stacks.flatMap((opened) =>
          outputsOf(opened).map(([name, output]) => [
            `${opened.template.name}.${name}`,
            String(evaluate(output['Value'], opened.scope)),
          ]),
        ),
      );
    },
    asset: (stack, objectKey) => {
      const directory = templates.find(({ name }) => name === stack)?.assets.get(objectKey);
      if (directory === undefined) throw new Error(`stack ${stack} has no asset ${objectKey}`);
      return directory;
    },
  };
};
