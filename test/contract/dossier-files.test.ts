import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListObjectVersionsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { makeDossierFiles } from '#functions/oversight/adapters/dossier-files.ts';
import { type BucketSpec, startObjectStore } from '#local/cloud/object-store/object-store.ts';
import { fresh } from '#test/support/kept-things.ts';

const plain = { versioned: false, cors: [], denyPutWithoutIfNoneMatch: false } as const;
const buckets: readonly BucketSpec[] = [
  { name: 'open', ...plain, versioned: true },
  { name: 'locked', ...plain, versioned: true, objectLock: { mode: 'GOVERNANCE', days: 1 } },
  { name: 'previews', ...plain },
];
const credentials = { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local-secret' };

const region = 'ap-southeast-1';

let directory: string;
let store: Awaited<ReturnType<typeof startObjectStore>>;
let s3: S3Client;
let shift = 0;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'files-'));
  store = await startObjectStore({
    directory,
    port: 0,
    region,
    buckets,
    credentials,
    clock: () => Date.now() + shift,
  });
  s3 = clientAt(0);
});
afterAll(async () => {
  s3.destroy();
  await store.close();
  await rm(directory, { recursive: true });
});

/** Signs by the store's clock; the SDK mends what is left by a second try. */
const clientAt = (systemClockOffset: number): S3Client =>
  new S3Client({
    endpoint: store.url,
    region,
    credentials,
    forcePathStyle: true,
    systemClockOffset,
  });

const put = (Bucket: string, Key: string, Body = 'x') =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body }));
const keysIn = async (Bucket: string, Prefix: string) => {
  const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix }));
  return Versions.map(({ Key }) => Key);
};
const filesIn = (evidenceBucket: string) =>
  makeDossierFiles({ s3, evidenceBucket, previewsBucket: 'previews' });

it('takes every version of every file of the dossier, its previews, and nothing of another', async () => {
  const id = fresh() as DossierId;
  const other = fresh();
  await put('open', `${id}/a`);
  await put('open', `${id}/a`, 'again');
  await put('open', `${id}/b`);
  await put('open', `${other}/a`);
  await put('open', `anchors/2026-11-23.json`);
  await put('previews', `${id}/a/sha/1-image.jpg`);
  await put('previews', `${other}/a/sha/1-image.jpg`);
  expect(await filesIn('open').erase(id)).toBe('erased');
  expect(await keysIn('open', `${id}/`)).toEqual([]);
  expect(await keysIn('previews', `${id}/`)).toEqual([]);
  expect(await keysIn('open', '')).toEqual([`${other}/a`, 'anchors/2026-11-23.json']);
  expect(await keysIn('previews', '')).toEqual([`${other}/a/sha/1-image.jpg`]);
  expect(await filesIn('open').erase(id)).toBe('erased');
});

it('leaves what the store’s own lock keeps, says so, and takes it once the lock has ended', async () => {
  const id = fresh() as DossierId;
  await put('locked', `${id}/a`);
  expect(await filesIn('locked').erase(id)).toBe('locked');
  expect(await keysIn('locked', `${id}/`)).toEqual([`${id}/a`]);
  await put('previews', `${id}/a/sha/1-image.jpg`);
  shift = 2 * 86_400_000;
  s3.destroy();
  s3 = clientAt(shift);
  expect(await filesIn('locked').erase(id)).toBe('erased');
  expect(await keysIn('locked', `${id}/`)).toEqual([]);
});
