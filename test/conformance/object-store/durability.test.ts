import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ObjectCreated } from '#local/cloud/object-store/object-store.ts';
import { fileStem } from '#local/cloud/object-store/storage/object-version.ts';
import { buckets, clientFor, credentials, errorOf, openStore, region, signPut } from './store.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'object-store-'));
});
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true });
});

const files = async (): Promise<readonly string[]> =>
  (await readdir(directory, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.startsWith('index.db'))
    .map(({ name }) => name);

/** The store in a process of its own, to be killed. It tells of every notification on its output. */
const startProcess = async (
  listener = 'accept',
): Promise<{ url: string; child: ChildProcess; lines: string[] }> => {
  const script = `
    import { startObjectStore } from '#local/cloud/object-store/object-store.ts';
    const store = await startObjectStore({ ...JSON.parse(process.argv[1]), onCreated: async (event) => {
      process.stdout.write('event ' + event.key + '\\n');
      if (process.argv[2] === 'hang') await new Promise(() => undefined);
    } });
    process.stdout.write('url ' + store.url + '\\n');`;
  const options = { directory, port: 0, region, buckets, credentials };
  const args = ['--input-type=module', '-e', script, JSON.stringify(options), listener];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const lines: string[] = [];
  const url = await new Promise<string>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      if (line.startsWith('url ')) resolve(line.slice(4));
    });
  });
  return { url, child, lines };
};

const kill = async (child: ChildProcess): Promise<void> => {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
};

describe('after a restart', () => {
  it('everything is as it was', async () => {
    const first = await openStore({ directory });
    const put = (Bucket: string, Key: string, Body: string) =>
      first.s3.send(new PutObjectCommand({ Bucket, Key, Body }));
    await put('plain', 'a', 'old');
    await put('plain', 'a', 'new');
    await put('versioned', 'v', 'one');
    await put('versioned', 'v', 'two');
    const { VersionId } = await put('locked', 'l', 'x');
    await put('plain', 'deleted', 'x');
    await first.s3.send(new DeleteObjectCommand({ Bucket: 'plain', Key: 'deleted' }));
    await first.stop();
    const second = await openStore({ directory });
    const get = async (Key: string) => {
      const { Body } = await second.s3.send(new GetObjectCommand({ Bucket: 'plain', Key }));
      return Body?.transformToString();
    };
    expect(await get('a')).toBe('new');
    expect(await errorOf(get('deleted'))).toBe('404 NoSuchKey');
    const { Versions } = await second.s3.send(
      new ListObjectVersionsCommand({ Bucket: 'versioned' }),
    );
    expect(Versions?.map(({ IsLatest }) => IsLatest)).toEqual([true, false]);
    const remove = new DeleteObjectCommand({ Bucket: 'locked', Key: 'l', VersionId });
    expect(await errorOf(second.s3.send(remove))).toBe('403 AccessDenied');
    await second.stop();
  });

  it('a later write is newer even when the clock has gone back', async () => {
    const put = (store: { s3: ReturnType<typeof clientFor> }, Body: string) =>
      store.s3.send(new PutObjectCommand({ Bucket: 'plain', Key: 'k', Body }));
    const first = await openStore({ directory });
    await put(first, 'before');
    await first.stop();
    const second = await openStore({ directory });
    second.shiftClock(-10 * 60_000);
    await put(second, 'after');
    await second.stop();
    const third = await openStore({ directory });
    const { Body } = await third.s3.send(new GetObjectCommand({ Bucket: 'plain', Key: 'k' }));
    expect(await Body?.transformToString()).toBe('after');
    await third.stop();
  });
});

describe('when the process is killed', () => {
  it('an upload that was arriving leaves nothing behind', async () => {
    const { url, child } = await startProcess();
    const signed = await signPut(
      { url },
      {
        Key: 'half',
        ContentLength: 1_000_000,
        ContentType: 'image/png',
      },
    );
    const upload = request(signed, {
      method: 'PUT',
      headers: { 'content-length': 1_000_000, 'content-type': 'image/png' },
    });
    upload.on('error', () => undefined);
    upload.write(Buffer.alloc(400_000, 'x'));
    await vi.waitFor(async () => expect(await files()).toHaveLength(1), { timeout: 5_000 });
    await kill(child);
    const { s3, stop } = await openStore({ directory });
    expect(await files()).toEqual([]);
    expect(await errorOf(s3.send(new GetObjectCommand({ Bucket: 'plain', Key: 'half' })))).toBe(
      '404 NoSuchKey',
    );
    await stop();
  });

  it('amid many uploads, every one that was answered is whole, and no other is half', async () => {
    const { url, child } = await startProcess();
    const s3 = clientFor(url);
    const answered: string[] = [];
    const bodyOf = (key: string) => `${key}:`.repeat(5_000);
    const writer = async (name: number): Promise<void> => {
      for (let n = 0; ; n++) {
        const Key = `${name}/${n}`;
        await s3.send(new PutObjectCommand({ Bucket: 'plain', Key, Body: bodyOf(Key) }));
        answered.push(Key);
        if (answered.length === 60) child.kill('SIGKILL');
      }
    };
    await Promise.allSettled([0, 1, 2, 3, 4, 5].map(writer));
    const told: string[] = [];
    const { s3: after, stop } = await openStore({
      directory,
      onCreated: async ({ key }) => void told.push(key),
    });
    const { Contents = [] } = await after.send(new ListObjectsV2Command({ Bucket: 'plain' }));
    const keys = Contents.map(({ Key }) => Key ?? '');
    expect(answered.filter((key) => !keys.includes(key))).toEqual([]);
    for (const Key of keys) {
      const { Body } = await after.send(new GetObjectCommand({ Bucket: 'plain', Key }));
      expect((await Body?.transformToString()) === bodyOf(Key)).toBe(true);
    }
    await stop();
  });
});

describe('a store found on the disk', () => {
  const home = () => join(directory, 'buckets', 'plain');
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  };

  it('keeps the objects that an older one wrote, each with a record beside its body', async () => {
    const version = (sequence: string, size: number) => ({
      ...{ key: 'k', sequence, versionId: 'null', deleteMarker: false, size, etag: '"e"' },
      ...{ lastModified: 1_700_000_000_000, headers: {}, metadata: {} },
    });
    const old = version('000000000000000001', 3);
    const newer = version('000000000000000002', 5);
    const half = version('000000000000000003', 99);
    for (const [record, body] of [
      [old, 'old'],
      [newer, 'newer'],
      [half, 'cut short'],
    ] as const) {
      const { shard, stem } = fileStem(record);
      await write(join(home(), 'objects', shard, `${stem}.json`), JSON.stringify(record));
      await write(join(home(), 'objects', shard, `${stem}.body`), body);
    }
    for (let starts = 0; starts < 2; starts++) {
      const { s3, stop } = await openStore({ directory });
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'plain', Key: 'k' }));
      expect(await Body?.transformToString()).toBe('newer');
      await stop();
    }
    expect((await files()).filter((name) => name.endsWith('.json'))).toEqual([]);
  });

  it('loses a body that was put in its place but never became an object', async () => {
    const { stop } = await openStore({ directory });
    await stop();
    const { shard, stem } = fileStem({ key: 'k', sequence: '000000000000000009' });
    await write(join(home(), 'arriving', `${stem}.mark`), '');
    await write(join(home(), 'objects', shard, `${stem}.body`), 'nobody heard of it');
    await (await openStore({ directory })).stop();
    expect(await files()).toEqual([]);
  });

  it('keeps a body whose object was committed when the process died', async () => {
    const first = await openStore({ directory });
    await first.s3.send(new PutObjectCommand({ Bucket: 'plain', Key: 'k', Body: 'whole' }));
    await first.stop();
    const stem = (await files()).find((name) => name.endsWith('.body'))?.slice(0, -5);
    await write(join(home(), 'arriving', `${stem}.mark`), '');
    const { s3, stop } = await openStore({ directory });
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'plain', Key: 'k' }));
    expect(await Body?.transformToString()).toBe('whole');
    await stop();
  });
});

describe('the notification of an upload', () => {
  const upload = (url: string, Key: string) =>
    clientFor(url).send(new PutObjectCommand({ Bucket: 'plain', Key, Body: 'x' }));

  it('says what was created', async () => {
    const told: ObjectCreated[] = [];
    const { url, stop } = await openStore({ onCreated: async (event) => void told.push(event) });
    await upload(url, 'a b/ả');
    await vi.waitFor(() => expect(told).toHaveLength(1));
    expect(told[0]).toMatchObject({
      bucket: 'plain',
      key: 'a b/ả',
      size: 1,
      etag: '9dd4e461268c8034f5c8564e155c67a6',
      eventName: 'ObjectCreated:Put',
    });
    await stop();
  });

  it('is repeated until its listener has taken it', async () => {
    let tries = 0;
    const { url, stop } = await openStore({
      directory,
      onCreated: async () => {
        tries += 1;
        if (tries < 3) throw new Error('queue is away');
      },
    });
    await upload(url, 'stubborn');
    await vi.waitFor(() => expect(tries).toBe(3));
    await vi.waitFor(async () => expect(await readdir(join(directory, 'pending'))).toEqual([]));
    await stop();
  });

  it('is repeated after the process died before the listener had taken it', async () => {
    const { url, child, lines } = await startProcess('hang');
    await upload(url, 'survivor');
    await vi.waitFor(() => expect(lines).toContain('event survivor'));
    await kill(child);
    const told: string[] = [];
    const { stop } = await openStore({
      directory,
      onCreated: async ({ key }) => void told.push(key),
    });
    await vi.waitFor(() => expect(told).toEqual(['survivor']));
    await stop();
    const again = await openStore({ directory, onCreated: async () => void told.push('again') });
    await again.stop();
    expect(told).toEqual(['survivor']);
  });
});
