import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { PurposeKeys } from '#adapters/node/seals.ts';
import { buildSite } from '#infra/web-sources.ts';
import { guardedSecrets, guardedTables, startGuard } from '#local/cloud/access/guard.ts';
import type { Deployment, Resource } from '#local/cloud/assembly/deployment.ts';
import { findByPart } from '#local/cloud/assembly/find-by-part.ts';
import type { DynamoDbLocal } from '#local/cloud/emulators/dynamodb-local.ts';
import { startSecretsServer } from '#local/cloud/emulators/secrets.ts';
import {
  type FunctionHost,
  type Invocation,
  startFunctionHost,
} from '#local/cloud/lambda/function-host.ts';
import type { ObjectStore } from '#local/cloud/object-store/object-store.ts';
import { registeredWith } from '#local/outside/phone/zalo/zalo-registered.ts';
import { demoStaff } from '#local/people/demo-staff.ts';
import { demoUsers } from '#local/people/demo-users.ts';
import { publishAssembly } from './catalogue.ts';
import { openCheckpoints } from './checkpoints.ts';
import { type Closers, makeClosers } from './closers.ts';
import { type CodeUpdate, makeCodeUpdate } from './code-update.ts';
import { provisionTables, startBuckets, startTableExpiry } from './emulators.ts';
import {
  type AssemblyDirectory,
  account,
  type Foundation,
  type FoundationOptions,
  layFoundation,
} from './foundation.ts';
import { openFunctionLog } from './function-log.ts';
import { type Endpoints, functionSpecs } from './functions.ts';
import { startLoginFor } from './login-wiring.ts';
import { fire } from './schedule-routes.ts';
import { type Schedule, startMappings, startSchedules } from './sources.ts';
import { makeStopwatch, type Stopwatch } from './stopwatch.ts';
import { startWebServer } from './web-server.ts';

export interface Runtime {
  readonly url: string;
  readonly ports: Readonly<Record<string, number>>;
  /** Runs a schedule now. */
  fire(ruleIdPart: string): Promise<void>;
  invoke(functionIdPart: string, event: unknown): Promise<Invocation>;
  readonly outputs: Readonly<Record<string, string>>;
  /** Processes that must be gone after the runtime is: the JVM. */
  readonly pids: readonly number[];
  readonly clients: { readonly dynamo: DynamoDBClient; readonly sqs: SQSClient };
  /** By logical id, with and without the CDK's hash. */
  readonly tables: Readonly<Record<string, string>>;
  readonly queues: Readonly<Record<string, string>>;
  /** Milliseconds after which each step of the start was done. */
  readonly boot: Readonly<Record<string, number>>;
  /** Swaps in the code of another assembly of the same sources. */
  update(assembly: AssemblyDirectory): Promise<CodeUpdate>;
  /** Resolves with the reason when a part that everything needs has died. */
  readonly failed: Promise<string>;
  stop(): Promise<void>;
}

export interface RuntimeOptions extends FoundationOptions {
  readonly quiet?: boolean;
  /** Where else a function finds what it calls: for whoever listens in on it. */
  readonly reroute?: (endpoints: Endpoints, functionId: string) => Endpoints;
}

interface Stores {
  readonly dynamo: DynamoDbLocal;
  readonly client: DynamoDBClient;
  readonly streams: ReadonlyMap<string, string>;
  readonly buckets: ObjectStore;
  readonly secretsServer: Awaited<ReturnType<typeof startSecretsServer>>;
}

interface Functions {
  readonly host: FunctionHost;
  readonly update: (assembly: AssemblyDirectory) => Promise<CodeUpdate>;
}

interface Running extends Omit<Foundation, 'dynamo'>, Stores, Functions {
  readonly problem: (text: string) => void;
}

interface Starting {
  readonly closers: Closers;
  readonly reroute: RuntimeOptions['reroute'];
  readonly problem: (text: string) => void;
}

type Stage = { readonly closers: Closers; readonly watch: Stopwatch };

const openStores = async (base: Foundation, { closers, watch }: Stage): Promise<Stores> => {
  const { region, credentials } = account;
  const { deployment, sqs, data } = base;
  const dynamo = await base.dynamo;
  watch.mark('dynamodb');
  const lastPort = data.lastRun?.objectStorePort;
  const children = [dynamo.pid];
  const record = {
    url: base.door.url,
    queuePort: base.queues.port,
    database: dynamo.url,
    children,
  };
  data.record(record);
  const client = new DynamoDBClient({ endpoint: dynamo.url, region, credentials });
  const streamsClient = new DynamoDBStreamsClient({ endpoint: dynamo.url, region, credentials });
  closers.add('dynamodb clients', () => {
    client.destroy();
    streamsClient.destroy();
  });
  const [streams, buckets, secretsServer] = await Promise.all([
    provisionTables({ client, streamsClient, directory: join(data.path, 'dynamodb'), deployment }),
    startBuckets({ directory: data.path, lastPort, deployment, sqs, account }),
    startSecretsServer(base.secrets),
  ]);
  closers.add('object store', () => buckets.close());
  base.storeAt(buckets.url);
  closers.add('secrets', () => secretsServer.close());
  data.record({ ...record, objectStorePort: buckets.port });
  await publishAssembly(base.assembly, { deployment, account, s3: buckets.url });
  watch.mark('tables and buckets');
  return { dynamo, client, streams, buckets, secretsServer };
};

/** IAM before the tables and the secrets, as the template's policies have it. */
const startGuardFor = (base: Foundation, stores: Stores, onRefused: (text: string) => void) => {
  const { region, accountId } = account;
  return startGuard({
    deployment: base.deployment,
    services: {
      dynamodb: guardedTables(
        stores.dynamo.url,
        (name) => `arn:aws:dynamodb:${region}:${accountId}:table/${name}`,
      ),
      secrets: guardedSecrets(stores.secretsServer.url, (id) => base.secrets.find(id)?.arn ?? id),
    },
    onRefused,
  });
};

const startFunctions = async (
  base: Foundation,
  stores: Stores,
  { closers, reroute, problem }: Starting,
): Promise<Functions> => {
  const { log, close } = openFunctionLog(join(base.data.path, 'logs'));
  closers.add('function log', close);
  const endpoints = {
    dynamodb: stores.dynamo.url,
    sqs: base.queues.url,
    s3: stores.buckets.url,
    secretsManager: stores.secretsServer.url,
    sns: `${base.door.url}/sim/phone/sns`,
  };
  const guard = await startGuardFor(base, stores, (text) => problem(`refused: ${text}`));
  closers.add('guard', () => guard.close());
  const endpointsOf = (id: string): Endpoints => {
    const own = {
      ...endpoints,
      dynamodb: guard.addressFor('dynamodb', id),
      secretsManager: guard.addressFor('secrets', id),
    };
    return reroute?.(own, id) ?? own;
  };
  const functionsOf = (deployment: Deployment) => functionSpecs(deployment, endpointsOf, account);
  const functions = functionsOf(base.deployment);
  const host = startFunctionHost(functions, { log });
  closers.add('functions', () => host.close());
  const update = makeCodeUpdate(host, { ...base, functions });
  return {
    host,
    update: async (assembly) => {
      const opened = base.reopen(assembly);
      await publishAssembly(assembly, { ...opened, account, s3: stores.buckets.url });
      guard.follow(opened.deployment);
      return update({ ...opened, functions: functionsOf(opened.deployment) });
    },
  };
};

type Secrets = Pick<Foundation, 'deployment' | 'secrets'>;

/** The JSON of a secret of the template, by the beginning of its logical id. */
const secretNamed = <T>({ deployment, secrets }: Secrets, name: string): T | undefined => {
  const secret = deployment
    .of('AWS::SecretsManager::Secret')
    .find(({ logicalId }) => logicalId.startsWith(name));
  return secret && (JSON.parse(secrets.value(secret.identity.ref)) as T);
};

/** The simulated carrier signs with the key that was agreed with it. */
const webhookSecret = (base: Secrets): string =>
  secretNamed<PurposeKeys>(base, 'CarrierVnpostKey')?.key ?? '';

const names = (resources: readonly Resource[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    resources.flatMap(({ logicalId, identity }) => [
      [logicalId.replace(/[0-9A-F]{8}$/, ''), identity.ref],
      [logicalId, identity.ref],
    ]),
  );

const describe = (running: Running): object => ({
  functions: running.deployment.of('AWS::Lambda::Function').map(({ path }) => path),
  queues: running.deployment
    .of('AWS::SQS::Queue')
    .map(({ identity: { attributes } }) => attributes['QueueName'] ?? '')
    .map((name) => ({ name, depth: running.queues.depth(name) })),
  tables: running.deployment
    .of('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')
    .map(({ identity }) => identity.ref),
  ports: portsOf(running),
  outputs: running.deployment.outputs,
});

const portsOf = (running: Running): Readonly<Record<string, number>> => ({
  web: running.door.port,
  dynamodb: running.dynamo.port,
  sqs: running.queues.port,
  s3: running.buckets.port,
  secretsManager: running.secretsServer.port,
});

const openToCallers = async (
  running: Running,
  schedules: readonly Schedule[],
  { closers, watch }: Stage,
): Promise<void> => {
  const { deployment, host, door, data } = running;
  const login = await startLoginFor({
    deployment,
    host,
    publicUrl: door.url,
    directory: join(data.path, 'login'),
    staff: demoStaff,
  });
  if (login) closers.add('login', () => login.close());
  watch.mark('login');
  const web = await startWebServer({
    door,
    deployment,
    host,
    login,
    users: demoUsers,
    accountId: account.accountId,
    directory: data.path,
    pages: await buildSite(),
    webhookSecret: () => webhookSecret(running),
    smsAccount: secretNamed(running, 'SmsAccount'),
    zaloAccount: () => registeredWith(secretNamed(running, 'ZaloAccount')),
    courierAccount: secretNamed(running, 'CourierAccount'),
    portalAccount: secretNamed(running, 'PortalAccount'),
    receiptsAccount: secretNamed(running, 'ReceiptsAccount'),
    schedules,
    describe: () => describe(running),
  });
  closers.add('web server', () => web.close());
  closers.add('port', () => door.close());
  watch.mark('gateway');
};

const openSchedules = (running: Running, closers: Closers): readonly Schedule[] => {
  const { deployment, host, problem } = running;
  const schedules = startSchedules({ deployment, host, onProblem: problem });
  closers.add('schedules', () => {
    for (const schedule of schedules) schedule.close();
  });
  return schedules;
};

const startSources = (running: Running, closers: Closers): void => {
  const { deployment, host, queues, sqs, dynamo, streams, data, client } = running;
  const onProblem = running.problem;
  const checkpoints = openCheckpoints(data.path);
  closers.add('checkpoints', () => checkpoints.close());
  const expiry = startTableExpiry(client, deployment, onProblem);
  closers.add('expiry', () => expiry.close());
  const mappings = startMappings({
    deployment,
    host,
    sqs,
    dynamoUrl: dynamo.url,
    account,
    streams,
    checkpoint: (mappingId) => checkpoints.of(mappingId),
    wake: (queueArn) => queues.wake(queueArn),
    onProblem,
  });
  closers.add('event sources', () => Promise.all(mappings.map((mapping) => mapping.close())));
};

const start = async (o: RuntimeOptions, stage: Stage): Promise<Runtime> => {
  const { closers, watch } = stage;
  const problem = (text: string): void => {
    if (!o.quiet) process.stderr.write(`${text}\n`);
  };
  const base = await layFoundation(o, closers, watch);
  const stores = await openStores(base, stage);
  const running: Running = {
    ...base,
    ...stores,
    ...(await startFunctions(base, stores, { closers, reroute: o.reroute, problem })),
    problem,
  };
  const schedules = openSchedules(running, closers);
  await openToCallers(running, schedules, stage);
  startSources(running, closers);
  watch.mark('sources');
  const { deployment, host, client, sqs } = running;
  return {
    url: base.door.url,
    ports: portsOf(running),
    fire: (part) => fire(schedules, part),
    invoke: (part, event) =>
      host.invoke(findByPart(deployment.of('AWS::Lambda::Function'), part).id, event),
    outputs: deployment.outputs,
    pids: [stores.dynamo.pid],
    clients: { dynamo: client, sqs },
    tables: names(deployment.of('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')),
    queues: names(deployment.of('AWS::SQS::Queue')),
    boot: watch.marks,
    update: running.update,
    failed: stores.dynamo.died,
    stop: async () => {
      for (const text of await closers.close()) problem(text);
    },
  };
};

/** The whole system of the template, on this machine, with its data under one directory. */
export const startRuntime = async (o: RuntimeOptions): Promise<Runtime> => {
  const stage: Stage = { closers: makeClosers(), watch: makeStopwatch() };
  try {
    return await start(o, stage);
  } catch (error) {
    await stage.closers.close();
    throw error;
  }
};
