import { runSimulation } from '@cloud-copilot/iam-simulate';
import { buildApp } from '#infra/build-app.ts';
import { type FunctionName, functionPlans } from '#infra/services.ts';
import { type Asked, isAllowed, policiesOf, type Statement } from '#local/cloud/access/policies.ts';
import { openDeployment } from '#local/cloud/assembly/deployment.ts';
import { asObject, type JsonObject } from '#local/cloud/assembly/json.ts';
import { readAssembly } from '#local/cloud/assembly/read-assembly.ts';
import type { SecretName, TableName } from '#plan/sources.ts';

const region = 'ap-southeast-1';
const accountId = '123456789012';

/** Everything: what refuses under it was not asked well. */
const everything = { Effect: 'Allow', Action: '*', Resource: '*' };

const simulated = async (statements: readonly object[], asked: Asked): Promise<boolean> => {
  const all = { Version: '2012-10-17', Statement: [everything] };
  const result = await runSimulation(
    {
      request: {
        principal: `arn:aws:iam::${accountId}:role/function`,
        action: asked.action,
        resource: { resource: asked.resource, accountId },
        contextVariables: asked.context as Record<string, string | string[]>,
      },
      identityPolicies:
        statements.length === 0
          ? []
          : [{ name: 'role', policy: { Version: '2012-10-17', Statement: statements } }],
      serviceControlPolicies: [
        { orgIdentifier: 'account', policies: [{ name: 'all', policy: all }] },
      ],
      resourceControlPolicies: [],
    },
    {},
  );
  if (result.resultType === 'error') throw new Error(JSON.stringify(result.errors));
  return result.overallResult === 'Allowed';
};

/** A role as the template makes it, asked of IAM's rules as somebody else wrote them and as we did. */
export interface Role {
  readonly name: FunctionName;
  readonly statements: readonly Statement[];
  readonly document: readonly JsonObject[];
}

/** @throws where the simulator and the local runtime judge differently. */
export const mayDo = async ({ name, statements, document }: Role, asked: Asked) => {
  const said = await simulated(document, asked);
  if (said !== isAllowed(statements, asked))
    throw new Error(`${name}: two judges, two verdicts on ${JSON.stringify(asked)}`);
  return said;
};

export const isWellAsked = (asked: Asked): Promise<boolean> => simulated([everything], asked);

/** The roles of all functions, by name, and what is named in them. */
export const synthesizedRoles = async () => {
  const app = await buildApp({ '@aws-cdk/core:validateAgainstDefaultRules': false });
  const deployment = openDeployment(readAssembly(app.synth()), {
    region,
    accountId,
    url: 'http://127.0.0.1:8080',
    parameters: {},
    queueUrl: (name) => `http://127.0.0.1:9324/${accountId}/${name}`,
    clientSecret: () => 'secret',
    secretValue: () => '{}',
  });
  const policies = policiesOf(deployment);
  const documents = deployment.of('AWS::IAM::Policy');
  const functions = deployment.of('AWS::Lambda::Function');
  const arnOf = (type: string, start: string): string => {
    const found = deployment.of(type).find(({ logicalId }) => logicalId.startsWith(start));
    if (!found) throw new Error(`no ${type} ${start}`);
    return found.identity.attributes['Arn'] ?? '';
  };
  const roles = functionPlans.map(([name]): Role => {
    const made = functions.find(({ properties }) =>
      String(properties['Description']).startsWith(`${name}: while it fails`),
    );
    if (!made) throw new Error(`no function ${name}`);
    const role = deployment.named('AWS::IAM::Role', String(made.properties['Role'])).identity.ref;
    const own = documents.filter(({ properties }) =>
      JSON.stringify(properties['Roles']).includes(`"${role}"`),
    );
    const document = own.flatMap(
      ({ properties }) =>
        asObject(properties['PolicyDocument'])['Statement'] as unknown as readonly JsonObject[],
    );
    return { name, statements: policies.get(made.id) ?? [], document };
  });
  return {
    roles: new Map(roles.map((role) => [role.name, role])),
    table: (name: TableName): string =>
      arnOf('AWS::DynamoDB::GlobalTable', `Records${name.replace(/^./, (c) => c.toUpperCase())}`),
    secret: (name: SecretName): string =>
      arnOf(
        'AWS::SecretsManager::Secret',
        name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      ),
  };
};

export type Synthesized = Awaited<ReturnType<typeof synthesizedRoles>>;
