import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCataloguePress } from '#adapters/aws/s3/catalogue-shelf.ts';
import { makeMemoryCatalogueShelf } from '#adapters/memory/catalogue-shelf.ts';
import { sha256 } from '#adapters/node/seals.ts';
import type { CataloguePointer } from '#domain/catalogue/publication.ts';
import { minutes, plus } from '#domain/time/instant.ts';
import { type ObjectStore, startObjectStore } from '#local/cloud/object-store/object-store.ts';
import type { CataloguePress, ReadPointer } from '#ports/catalogue-shelf.ts';
import { monday9 } from '#test/support/dossiers.ts';

const region = 'ap-southeast-1';
const credentials = { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local-secret' };
const directory = mkdtempSync(join(tmpdir(), 'catalogue-shelf-'));
const names = Array.from({ length: 10 }, (_, each) => `catalogue-${each}`);
let store: ObjectStore;

beforeAll(async () => {
  const buckets = names.map((name) => ({ name, versioned: true, cors: [] }));
  store = await startObjectStore({ directory, port: 0, region, buckets, credentials });
});

afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true, force: true });
});

const onS3 = (keys = credentials): CataloguePress =>
  makeCataloguePress({
    bucket: names.pop() ?? '',
    region,
    endpoint: store.url,
    credentials: async () => keys,
  });

const text = JSON.stringify({ say: 'Hồ sơ' });
const version = sha256(text);
const pointerTo = (to: string, minute = 0): CataloguePointer => ({
  version: to,
  publishedAt: plus(monday9, minutes(minute)),
});

const readFrom = async (shelf: CataloguePress): Promise<ReadPointer> => {
  const read = await shelf.pointer();
  if (!read || read === 'unchanged') throw new Error('no pointer');
  return read;
};

describe.each([
  ['in memory', makeMemoryCatalogueShelf],
  ['on S3', onS3],
] as const)('where publications lie, %s', (_, open) => {
  it('has neither pointer nor text before anything is published', async () => {
    const shelf = open();
    expect(await shelf.pointer()).toBeUndefined();
    expect(await shelf.text(version)).toBeUndefined();
  });

  it('gives back the text as it was put there, and keeps it when it is put again', async () => {
    const shelf = open();
    await shelf.put(version, text);
    await shelf.put(version, text);
    expect(await shelf.text(version)).toBe(text);
  });

  it('says where the pointer stands, and only that it does where that is known', async () => {
    const shelf = open();
    expect(await shelf.move(pointerTo(version), undefined)).toBe(true);
    const { pointer, tag } = await readFrom(shelf);
    expect(pointer).toEqual(pointerTo(version));
    expect(await shelf.pointer(tag)).toBe('unchanged');
    expect(await shelf.move(pointerTo(version, 1), { pointer, tag })).toBe(true);
    expect(await shelf.pointer(tag)).toMatchObject({ pointer: pointerTo(version, 1) });
  });

  it('lets one of two publish who have seen the same pointer', async () => {
    const shelf = open();
    await shelf.move(pointerTo(version), undefined);
    const seen = await readFrom(shelf);
    const moved = await Promise.all([
      shelf.move(pointerTo('a'.repeat(64), 1), seen),
      shelf.move(pointerTo('b'.repeat(64), 2), seen),
    ]);
    expect(moved.filter(Boolean)).toHaveLength(1);
    const winner = moved[0] ? 'a' : 'b';
    expect((await readFrom(shelf)).pointer.version).toBe(winner.repeat(64));
  });

  it('lets one of two publish who have seen that there is none', async () => {
    const shelf = open();
    const moved = await Promise.all([
      shelf.move(pointerTo('a'.repeat(64)), undefined),
      shelf.move(pointerTo('b'.repeat(64)), undefined),
    ]);
    expect(moved.filter(Boolean)).toHaveLength(1);
  });
});

describe('S3', () => {
  it('takes no text that its version is not the hash of', async () => {
    await expect(onS3().put('a'.repeat(64), text)).rejects.toThrow('S3 answers 400');
  });

  it('refuses strangers, which is not the same as having nothing', async () => {
    const stranger = onS3({ ...credentials, secretAccessKey: 'another' });
    await expect(stranger.pointer()).rejects.toThrow('S3 answers 403 (SignatureDoesNotMatch)');
    await expect(stranger.text(version)).rejects.toThrow('S3 answers 403');
  });
});
