import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  GetObjectCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import {
  type BucketSpec,
  type ObjectStoreOptions,
  startObjectStore,
} from '#local/cloud/object-store/object-store.ts';

export const credentials = { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local-secret' };
export const region = 'ap-southeast-1';

export const buckets: readonly BucketSpec[] = [
  { name: 'plain', versioned: false, cors: [] },
  { name: 'versioned', versioned: true, cors: [] },
  { name: 'create-only', versioned: false, cors: [], denyPutWithoutIfNoneMatch: true },
  {
    name: 'locked',
    versioned: true,
    objectLock: { mode: 'COMPLIANCE', days: 10 },
    cors: [],
  },
  { name: 'governed', versioned: true, objectLock: { mode: 'GOVERNANCE', days: 10 }, cors: [] },
  {
    name: 'browser',
    versioned: false,
    cors: [
      {
        allowedOrigins: ['https://quay.example', 'http://127.0.0.1:*'],
        allowedMethods: ['PUT', 'GET'],
        allowedHeaders: ['content-type', 'x-amz-checksum-*', 'if-none-match'],
        exposedHeaders: ['etag'],
        maxAgeSeconds: 300,
      },
    ],
  },
];

export const clientFor = (url: string, overrides: object = {}): S3Client =>
  new S3Client({
    endpoint: url,
    region,
    credentials,
    forcePathStyle: true,
    maxAttempts: 1,
    ...overrides,
  });

export interface TestStore {
  readonly url: string;
  readonly directory: string;
  readonly s3: S3Client;
  /** Moves the store's clock, not ours. */
  shiftClock(milliseconds: number): void;
  stop(): Promise<void>;
}

export const openStore = async (options: Partial<ObjectStoreOptions> = {}): Promise<TestStore> => {
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'object-store-')));
  let shift = 0;
  const store = await startObjectStore({
    directory,
    port: 0,
    region,
    buckets,
    credentials,
    clock: () => Date.now() + shift,
    ...options,
  });
  return {
    url: store.url,
    directory,
    s3: clientFor(store.url),
    shiftClock: (milliseconds) => {
      shift = milliseconds;
    },
    stop: async () => {
      await store.close();
      if (options.directory === undefined) await rm(directory, { recursive: true });
    },
  };
};

export const sha256 = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('base64');

/** A presigned PUT in which every promise is a signed header. */
export const signPut = async (
  store: Pick<TestStore, 'url'>,
  input: Omit<PutObjectCommandInput, 'Bucket'> & { readonly Bucket?: string },
  expiresIn = 300,
): Promise<string> =>
  getSignedUrl(
    clientFor(store.url, { requestChecksumCalculation: 'WHEN_REQUIRED' }),
    new PutObjectCommand({ Bucket: 'plain', ...input }),
    {
      expiresIn,
      signableHeaders: new Set(['content-type']),
      unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
    },
  );

export const signGet = (
  store: Pick<TestStore, 'url'>,
  key: string,
  expiresIn = 300,
): Promise<string> =>
  getSignedUrl(clientFor(store.url), new GetObjectCommand({ Bucket: 'plain', Key: key }), {
    expiresIn,
  });

/** Status and S3 error code of an answer. */
export const refusalOf = async (response: Response): Promise<string> => {
  const [, code = ''] = /<Code>(\w+)<\/Code>/.exec(await response.text()) ?? [];
  return `${response.status} ${code}`.trim();
};

export const errorOf = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise;
    return 'accepted';
  } catch (error) {
    const { $metadata, name } = error as { $metadata?: { httpStatusCode?: number }; name: string };
    return `${$metadata?.httpStatusCode} ${name}`;
  }
};
