import { join } from 'node:path';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { cx_api } from 'aws-cdk-lib';
import { type Deployment, openDeployment } from '#local/cloud/assembly/deployment.ts';
import { readAssembly, type StackTemplate } from '#local/cloud/assembly/read-assembly.ts';
import {
  type DynamoDbLocal,
  type JvmFlavour,
  startDynamoDbLocal,
} from '#local/cloud/emulators/dynamodb-local.ts';
import { openQueueClient } from '#local/cloud/emulators/queue-client.ts';
import { queueSpec, queueUrl, startQueues } from '#local/cloud/emulators/queues.ts';
import { ensureSecret, openSecretStore, randomPassword } from '#local/cloud/emulators/secrets.ts';
import { type FrontDoor, openFrontDoor } from '#local/cloud/gateway/front-door.ts';
import type { Closers } from './closers.ts';
import { type DataDirectory, openDataDirectory } from './data-directory.ts';
import type { LocalAccount } from './functions.ts';
import { localContext } from './local-context.ts';
import type { Stopwatch } from './stopwatch.ts';

export type AssemblyDirectory = Pick<cx_api.CloudAssembly, 'directory'>;

export interface FoundationOptions {
  readonly directory: string;
  readonly port: number;
  readonly assembly?: AssemblyDirectory;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly jvm?: JvmFlavour;
}

/** Everything that exists before the first function can run, tables apart. */
export interface Foundation {
  readonly data: DataDirectory;
  readonly door: FrontDoor;
  readonly assembly: AssemblyDirectory;
  readonly deployment: Deployment;
  readonly templates: readonly StackTemplate[];
  /** Another assembly of the same system, over the same queues and secrets. */
  readonly reopen: (assembly: AssemblyDirectory) => Opened;
  /** Tells the template where objects lie, once that is known. */
  readonly storeAt: (url: string) => void;
  readonly queues: Awaited<ReturnType<typeof startQueues>>;
  readonly sqs: SQSClient;
  readonly secrets: ReturnType<typeof openSecretStore>;
  /** The JVM starts while the template is made; ask for it as late as possible. */
  readonly dynamo: Promise<DynamoDbLocal>;
}

export const account: LocalAccount = {
  region: 'ap-southeast-1',
  accountId: '000000000000',
  credentials: { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local-secret' },
};

const synthesize = async (url: string): Promise<AssemblyDirectory> => {
  // The tests validate the template; a start need not do it again. The context key of the same name
  // would only turn the findings into warnings: the validation itself took 3.5 of synth's 4 s.
  process.env['CDK_VALIDATION'] = 'false';
  const { buildApp } = await import('#infra/build-app.ts');
  const app = await buildApp({
    ...localContext(url),
    '@aws-cdk/core:validateAgainstDefaultRules': false,
  });
  return app.synth();
};

/** Where the template's outside world is on this machine. */
const localParameters = (url: string): Readonly<Record<string, string>> => ({
  PublicUrl: url,
  ApiHost: new URL(url).host,
  LoginUrl: `${url}/login`,
  TokenIssuer: `${url}/login`,
  SmsGatewayUrl: `${url}/sim/phone`,
  ZaloUrl: `${url}/sim/phone/zalo`,
  ZaloOauthUrl: `${url}/sim/phone/zalo`,
  CourierUrl: `${url}/sim/courier`,
  CourierCustomerCode: 'local',
  PortalUrl: `${url}/sim/portal`,
  ReceiptUrl: `${url}/sim/receipts`,
  MandataryName: 'Bưu điện thử nghiệm',
  MandataryAddress: 'Vị Thanh, thành phố Cần Thơ',
  // No such number exists: a rehearsal tells no tax office anything.
  MandataryTaxCode: '0000000000',
  Mandate: 'UN-01/2026 ngày 01/11/2026',
  ReceiptRehearsal: 'yes',
  // A developer at midnight wants to see the SMS; the quiet hours have tests of their own.
  QuietHours: 'off',
});

const startDynamo = (
  o: FoundationOptions,
  data: DataDirectory,
  closers: Closers,
): Promise<DynamoDbLocal> => {
  const starting = startDynamoDbLocal({
    directory: join(data.path, 'dynamodb'),
    jvm: o.jvm ?? 'fast-start',
  });
  // Whoever awaits it hears of the failure; until then nobody listens.
  const quietly = starting.catch(() => undefined);
  closers.add('dynamodb', async () => (await quietly)?.close());
  return starting;
};

export interface Opened {
  readonly templates: readonly StackTemplate[];
  readonly deployment: Deployment;
}

const open = (
  assembly: AssemblyDirectory,
  o: FoundationOptions,
  around: Pick<Foundation, 'door' | 'queues' | 'secrets'> & { readonly storeUrl: () => string },
): Opened => {
  const { door, queues, secrets } = around;
  const templates = readAssembly(assembly);
  const deployment: Deployment = openDeployment(templates, {
    ...account,
    url: door.url,
    parameters: {
      ...localParameters(door.url),
      ...o.parameters,
      get EdgeProofName() {
        return deployment.outputs['State.EdgeProofName'] ?? '';
      },
      get WebClientId() {
        return deployment.outputs['State.WebClientId'] ?? '';
      },
      get ScanOrigins() {
        return around.storeUrl();
      },
    },
    queueUrl: (name) => queueUrl(queues.url, name),
    clientSecret: (clientId) =>
      secrets.ensure(`client:${clientId}`, () =>
        randomPassword({ PasswordLength: 51, ExcludePunctuation: true }),
      ),
    secretValue: (secretId) => secrets.value(secretId),
  });
  for (const secret of deployment.of('AWS::SecretsManager::Secret')) ensureSecret(secrets, secret);
  for (const queue of deployment.of('AWS::SQS::Queue')) queues.ensure(queueSpec(queue));
  return { templates, deployment };
};

export const layFoundation = async (
  o: FoundationOptions,
  closers: Closers,
  watch: Stopwatch,
): Promise<Foundation> => {
  const data = await openDataDirectory(o.directory);
  closers.add('data directory', () => data.close());
  const door = await openFrontDoor(o.port);
  closers.add('port', () => door.close());
  const dynamo = startDynamo(o, data, closers);
  const { region, credentials } = account;
  const queues = await startQueues({
    directory: join(data.path, 'sqs'),
    port: data.lastRun?.queuePort ?? 0,
    region,
  });
  closers.add('queues', () => queues.close());
  watch.mark('queues');
  const sqs = openQueueClient({ endpoint: queues.url, region, credentials });
  closers.add('queue client', () => sqs.destroy());
  const assembly = o.assembly ?? (await synthesize(door.url));
  watch.mark('synth');
  let storeUrl = '';
  const secrets = openSecretStore(join(data.path, 'secrets.json'));
  const reopen = (other: AssemblyDirectory): Opened =>
    open(other, o, { door, queues, secrets, storeUrl: () => storeUrl });
  const opened = reopen(assembly);
  watch.mark('template read');
  const storeAt = (url: string): void => {
    storeUrl = url;
  };
  return { data, door, assembly, ...opened, reopen, storeAt, queues, sqs, secrets, dynamo };
};
