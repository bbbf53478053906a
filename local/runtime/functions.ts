import type { Deployment, Resource } from '#local/cloud/assembly/deployment.ts';
import { asNumber, asObject, requireText } from '#local/cloud/assembly/json.ts';
import type { FunctionSpec } from '#local/cloud/lambda/function-host.ts';

export interface Endpoints {
  readonly dynamodb: string;
  readonly sqs: string;
  readonly s3: string;
  readonly secretsManager: string;
  readonly sns: string;
}

export interface LocalAccount {
  readonly region: string;
  readonly accountId: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

const environmentOf = (
  resource: Resource,
  directory: string,
  endpoints: Endpoints,
  account: LocalAccount,
): Record<string, string> => {
  const { properties, identity } = resource;
  const own = Object.entries(asObject(asObject(properties['Environment'])['Variables']));
  return {
    AWS_REGION: account.region,
    AWS_DEFAULT_REGION: account.region,
    AWS_ACCESS_KEY_ID: account.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: account.credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
    AWS_ENDPOINT_URL_SQS: endpoints.sqs,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.secretsManager,
    AWS_ENDPOINT_URL_SNS: endpoints.sns,
    AWS_LAMBDA_FUNCTION_NAME: identity.ref,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(asNumber(properties['MemorySize']) ?? 128),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    _HANDLER: requireText(properties['Handler'], `${resource.id} Handler`),
    LAMBDA_TASK_ROOT: directory,
    TZ: 'UTC',
    ...Object.fromEntries(own.map(([name, value]) => [name, String(value)])),
  };
};

const directoryOf = (resource: Resource, deployment: Deployment): string => {
  const code = asObject(resource.properties['Code']);
  const key = requireText(
    code['S3Key'],
    `${resource.id} Code.S3Key (inline code is not served locally)`,
  );
  return deployment.asset(resource.stack, key);
};

const toSpec = (
  resource: Resource,
  deployment: Deployment,
  endpoints: Endpoints,
  account: LocalAccount,
): FunctionSpec => {
  const { properties } = resource;
  const directory = directoryOf(resource, deployment);
  const reserved = asNumber(properties['ReservedConcurrentExecutions']);
  return {
    id: resource.id,
    name: resource.identity.ref,
    directory,
    handler: requireText(properties['Handler'], `${resource.id} Handler`),
    timeoutSeconds: asNumber(properties['Timeout']) ?? 3,
    memoryMb: asNumber(properties['MemorySize']) ?? 128,
    environment: environmentOf(resource, directory, endpoints, account),
    ...(reserved !== undefined && { maxEnvironments: reserved }),
  };
};

/** Python and the like belong to the CDK's own custom resources, which do not run here. */
const isOurs = ({ properties }: Resource): boolean =>
  String(properties['Runtime']).startsWith('nodejs') &&
  !String(properties['Description'] ?? '').startsWith('Lambda function for auto-deleting objects');

/** Where the function of this id finds what it calls. */
export type EndpointsOf = (functionId: string) => Endpoints;

export const functionSpecs = (
  deployment: Deployment,
  endpointsOf: EndpointsOf,
  account: LocalAccount,
): readonly FunctionSpec[] =>
  deployment
    .of('AWS::Lambda::Function')
    .filter(isOurs)
    .map((resource) => toSpec(resource, deployment, endpointsOf(resource.id), account));
