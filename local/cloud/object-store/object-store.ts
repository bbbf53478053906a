import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { answerRequest } from './answer-request.ts';
import type { BucketSpec as Spec } from './bucket-spec.ts';
import type { ObjectCreated as Created } from './object-created.ts';
import type { Credentials } from './signing/verify-signature.ts';
import { type Bucket, openBucket } from './storage/bucket.ts';
import { openObjectIndexes } from './storage/object-index.ts';
import {
  openPendingNotifications,
  type PendingNotifications,
} from './storage/pending-notifications.ts';
import { makeSequencer } from './storage/sequencer.ts';

export type BucketSpec = Spec;
export type ObjectCreated = Created;

export interface ObjectStore {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface ObjectStoreOptions {
  readonly directory: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly region: string;
  readonly buckets: readonly BucketSpec[];
  readonly credentials: Credentials;
  readonly clock?: () => number;
  /** Durable when it resolves; asked again, also after a restart, until it has. */
  readonly onCreated?: (event: ObjectCreated) => Promise<void>;
}

/**
 * A local S3 that refuses what S3 refuses: signatures, expiry, unsigned headers, wrong checksums,
 * overwrites under `if-none-match`, deletes under object lock. Path style, one key pair, one region.
 * Left out, and answered 501: everything not in `operations/operation-table.ts`, such as POST
 * policies, tags, ACLs, encryption headers, lifecycle and ListObjects v1.
 */
export const startObjectStore = async (options: ObjectStoreOptions): Promise<ObjectStore> => {
  await mkdir(options.directory, { recursive: true });
  const sequencer = makeSequencer();
  const folder = join(options.directory, 'pending');
  const notifications = await openPendingNotifications(folder, options.onCreated);
  const indexes = openObjectIndexes(join(options.directory, 'index.db'));
  const indexIsNew = !indexes.isComplete;
  if (indexes.lastSequence !== undefined) sequencer.seen(indexes.lastSequence);
  const buckets = new Map<string, Bucket>();
  for (const spec of options.buckets) {
    const shared = { sequencer, notifications, index: indexes.of(spec.name), indexIsNew };
    buckets.set(spec.name, await openBucket(options.directory, spec, shared));
  }
  if (indexIsNew) indexes.markComplete();
  const { credentials, region, clock = Date.now } = options;
  const serving = { buckets, credentials, region, clock };
  const server = createServer((request, response) => {
    void answerRequest(request, response, serving);
  });
  await listen(server, options.port);
  await tellAgain(notifications, buckets);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await closed;
      await notifications.close();
      indexes.close();
    },
  };
};

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });

/** What the last process had not told; an event whose object was never committed is forgotten. */
const tellAgain = async (
  notifications: PendingNotifications & { readonly left: readonly ObjectCreated[] },
  buckets: ReadonlyMap<string, Bucket>,
): Promise<void> => {
  for (const event of notifications.left) {
    const versions = buckets.get(event.bucket)?.index.versions(event.key) ?? [];
    if (versions.some(({ sequence }) => sequence === event.sequencer)) notifications.deliver(event);
    else await notifications.forget(event);
  }
};
