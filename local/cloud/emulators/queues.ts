import { setTimeout as pause } from 'node:timers/promises';
import { type BuildAppOptions, buildApp } from 'fauxqs';
import type { Resource } from '#local/cloud/assembly/deployment.ts';
import { asObject, asText, type Json } from '#local/cloud/assembly/json.ts';
import { type RedriveQueue, type RedriveStore, redriveActions } from './queue-redrive.ts';

type Stores = NonNullable<BuildAppOptions['stores']>;
type SqsStore = Stores['sqsStore'];
type SqsQueue = NonNullable<ReturnType<SqsStore['getQueueByArn']>>;
type Persistence = NonNullable<SqsStore['persistence']>;
type QueueServer = ReturnType<typeof buildApp>;

export interface Queues {
  readonly url: string;
  readonly port: number;
  /** Messages waiting, hidden and delayed; for the page and tests. */
  depth(queueName: string): number;
  /** Ends the long polls at a queue: each is answered with what there is. */
  wake(arn: string): void;
  close(): Promise<void>;
}

export interface QueueSpec {
  readonly name: string;
  readonly arn: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const attributeNames: Readonly<Record<string, string>> = {
  DelaySeconds: 'DelaySeconds',
  MaximumMessageSize: 'MaximumMessageSize',
  MessageRetentionPeriod: 'MessageRetentionPeriod',
  ReceiveMessageWaitTimeSeconds: 'ReceiveMessageWaitTimeSeconds',
  VisibilityTimeout: 'VisibilityTimeout',
  FifoQueue: 'FifoQueue',
  ContentBasedDeduplication: 'ContentBasedDeduplication',
};

const attributeText = (value: Json): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);

/** CloudFormation writes numbers and an object where the API wants texts and JSON. */
export const queueSpec = ({ identity, properties }: Resource): QueueSpec => {
  const attributes: Record<string, string> = {};
  for (const [property, attribute] of Object.entries(attributeNames)) {
    const value = properties[property];
    if (value !== undefined) attributes[attribute] = attributeText(value);
  }
  const redrive = asObject(properties['RedrivePolicy']);
  const target = asText(redrive['deadLetterTargetArn']);
  if (target !== undefined)
    attributes['RedrivePolicy'] = JSON.stringify({
      deadLetterTargetArn: target,
      maxReceiveCount: Number(redrive['maxReceiveCount'] ?? 10),
    });
  return {
    name: identity.attributes['QueueName'] ?? '',
    arn: identity.attributes['Arn'] ?? '',
    attributes,
  };
};

/**
 * fauxqs's own start listens on every interface, so its parts are put together here. They are not
 * exported by name: the version is pinned exactly, and this fails at once should they move.
 */
const openStores = async (directory: string): Promise<Stores & { persistence: Persistence }> => {
  const part = async <T>(path: string): Promise<T> =>
    (await import(new URL(path, import.meta.resolve('fauxqs')).href)) as T;
  const [sqs, sns, s3, disk] = await Promise.all([
    part<{ SqsStore: new () => SqsStore }>('./sqs/sqsStore.js'),
    part<{ SnsStore: new () => Stores['snsStore'] }>('./sns/snsStore.js'),
    part<{ S3Store: new () => Stores['s3Store'] }>('./s3/s3Store.js'),
    part<{ PersistenceManager: new (directory: string) => Persistence }>('./persistence.js'),
  ]);
  const sqsStore = new sqs.SqsStore();
  const snsStore = new sns.SnsStore();
  const persistence = new disk.PersistenceManager(directory);
  // Loaded before it is attached, else loading would write every message again.
  persistence.loadSqsAndSns(sqsStore, snsStore);
  sqsStore.persistence = persistence;
  for (const queue of sqsStore.allQueues()) queue.persistence = persistence;
  return { sqsStore, snsStore, s3Store: new s3.S3Store(), persistence };
};

/** With host 127.0.0.1 fauxqs would hand out a name that cannot be resolved. */
export const queueUrl = (base: string, queueName: string): string =>
  `${base}/000000000000/${queueName}`;

const ensureQueue = (store: SqsStore, spec: QueueSpec, url: string): void => {
  const existing = store.getQueueByArn(spec.arn);
  if (existing) existing.setAttributes({ RedrivePolicy: '', ...spec.attributes });
  else store.createQueue(spec.name, url, spec.arn, { ...spec.attributes });
};

const redriveView = (queue: SqsQueue, base: string): RedriveQueue => {
  const policy = queue.attributes['RedrivePolicy'];
  const target: unknown = policy === undefined ? undefined : JSON.parse(policy);
  return {
    arn: queue.arn,
    // The stored URL holds the port of the run that made the queue.
    url: queueUrl(base, queue.name),
    name: queue.name,
    deadLetterTargetArn: asText(asObject(target as Json)['deadLetterTargetArn']),
  };
};

const redriveStore = (store: SqsStore, base: () => string): RedriveStore => ({
  all: () => [...store.allQueues()].map((queue) => redriveView(queue, base())),
  moveOne: (from, to) => {
    const source = store.getQueueByArn(from.arn);
    const target = store.getQueueByArn(to.arn);
    const message = source?.messages.shift();
    if (!source || !target || !message) return false;
    // One row per message id: writing it into the target takes it out of the source, at once.
    target.enqueue({ ...message, approximateReceiveCount: 0 });
    return true;
  },
});

/** Only SQS is taken from fauxqs: its S3 and SNS would answer wrongly, so they do not answer. */
const onlySqs = (app: QueueServer, view: RedriveStore): void => {
  app.addHook('preHandler', async (request, reply) => {
    const target = String(request.headers['x-amz-target'] ?? '');
    if (!target.startsWith('AmazonSQS.')) return reply.code(404).send({ message: 'SQS only' });
    const action = redriveActions[target];
    if (!action) return;
    const { status, body } = action(view, (request.body ?? {}) as Record<string, unknown>);
    return reply.code(status).header('content-type', 'application/x-amz-json-1.0').send(body);
  });
};

const queueDepth = (store: SqsStore, name: string): number => {
  const messages = store.inspectQueue(name)?.messages;
  return messages === undefined
    ? 0
    : messages.ready.length + messages.delayed.length + messages.inflight.length;
};

/** SQS with its messages in SQLite; the port is wanted again so that queue URLs stay the same. */
export const startQueues = async (options: {
  readonly directory: string;
  readonly port: number;
  readonly region: string;
}): Promise<Queues & { ensure(spec: QueueSpec): void }> => {
  const { persistence, ...stores } = await openStores(options.directory);
  const app = buildApp({ logger: false, defaultRegion: options.region, stores });
  onlySqs(
    app,
    redriveStore(stores.sqsStore, () => url),
  );
  const url = await listen(app, options.port);
  return {
    url,
    port: Number(new URL(url).port),
    ensure: (spec) => ensureQueue(stores.sqsStore, spec, queueUrl(url, spec.name)),
    depth: (name) => queueDepth(stores.sqsStore, name),
    wake: (arn) => stores.sqsStore.getQueueByArn(arn)?.cancelWaiters(),
    close: async () => {
      stores.sqsStore.shutdown();
      await Promise.race([app.close(), pause(2000, undefined, { ref: false })]);
      persistence.close();
    },
  };
};

const listen = async (app: QueueServer, port: number): Promise<string> => {
  try {
    return await app.listen({ port, host: '127.0.0.1' });
  } catch (error) {
    if (port === 0 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return app.listen({ port: 0, host: '127.0.0.1' });
  }
};
