import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeScanVault } from '#adapters/aws/s3/scan-vault.ts';
import { makeMemoryScanVault } from '#adapters/memory/scan-vault.ts';
import { type Instant, instant, minutes, plus } from '#domain/time/instant.ts';
import { type BucketSpec, startObjectStore } from '#local/cloud/object-store/object-store.ts';
import type { ScanVault, UploadTicket } from '#ports/scan-vault.ts';

interface Opened {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly disposition: string;
}

interface World {
  readonly vault: ScanVault;
  now(): Instant;
  shiftClock(milliseconds: number): void;
  upload(ticket: UploadTicket, bytes: Uint8Array, headers?: object): Promise<boolean>;
  open(url: string): Promise<Opened | undefined>;
  stop(): Promise<void>;
}

const inMemory = async (): Promise<World> => {
  let shift = 0;
  const now = (): Instant => instant(Date.now() + shift);
  const vault = makeMemoryScanVault(now);
  return {
    vault,
    now,
    shiftClock: (milliseconds) => {
      shift = milliseconds;
    },
    upload: async (ticket, bytes, headers) =>
      vault.upload(ticket, bytes, headers && { headers: headers as Record<string, string> }),
    open: async (url) => {
      const file = vault.open(url);
      return file && { ...file, disposition: `attachment; ${encodeURIComponent(file.fileName)}` };
    },
    stop: async () => undefined,
  };
};

const createOnly = { versioned: true, cors: [], denyPutWithoutIfNoneMatch: true } as const;
const buckets: readonly BucketSpec[] = [
  { name: 'quarantine', ...createOnly, versioned: false },
  { name: 'evidence', ...createOnly, objectLock: { mode: 'COMPLIANCE', days: 1 } },
];
const credentials = { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local-secret' };
const region = 'ap-southeast-1';

const clientOf = (endpoint: string): S3Client =>
  new S3Client({
    endpoint,
    region,
    credentials,
    maxAttempts: 1,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });

const onStrictS3 = async (): Promise<World & { readonly s3: S3Client }> => {
  const directory = await mkdtemp(join(tmpdir(), 'scan-vault-'));
  let shift = 0;
  const store = await startObjectStore({
    directory,
    port: 0,
    region,
    buckets,
    credentials,
    clock: () => Date.now() + shift,
  });
  const s3 = clientOf(store.url);
  return {
    s3,
    vault: makeScanVault({ s3, quarantineBucket: 'quarantine', evidenceBucket: 'evidence' }),
    now: () => instant(Date.now()),
    shiftClock: (milliseconds) => {
      shift = milliseconds;
    },
    upload: async (ticket, bytes, headers = ticket.headers) => {
      const { url, method } = ticket;
      const body = new Uint8Array(bytes);
      return (await fetch(url, { method, headers: headers as Record<string, string>, body })).ok;
    },
    open: async (url) => {
      const response = await fetch(url);
      if (!response.ok) return undefined;
      return {
        bytes: new Uint8Array(await response.arrayBuffer()),
        contentType: response.headers.get('content-type') ?? '',
        disposition: response.headers.get('content-disposition') ?? '',
      };
    },
    stop: async () => {
      s3.destroy();
      await store.close();
      await rm(directory, { recursive: true });
    },
  };
};

const bytes = new TextEncoder().encode('the scanned page');
const other = new TextEncoder().encode('the skimmed page');
const hash = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

let key: string;
let n = 0;
const announce = (world: World) =>
  world.vault.ticket({
    key,
    contentType: 'image/png',
    bytes: bytes.length,
    sha256: hash(bytes),
    now: world.now(),
    expiresAt: plus(world.now(), minutes(5)),
  });
const file = (data = bytes) => ({ key, bytes: data, contentType: 'image/png', sha256: hash(data) });

describe.each([
  ['in memory', inMemory],
  ['on a strict S3', onStrictS3],
] as const)('the vault of scans %s', (_, open) => {
  let world: World;
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.stop());
  beforeEach(() => {
    n += 1;
    key = `dossier-${n}/scan`;
    world.shiftClock(0);
  });
  const read = (maximumBytes = 1_000) => world.vault.read({ key, maximumBytes });

  it('takes the file that was announced', async () => {
    expect(await read()).toEqual({ missing: true });
    expect(await world.upload(await announce(world), bytes)).toBe(true);
    expect(await read()).toEqual({ bytes, contentType: 'image/png' });
  });

  it('says how long a ticket lasts, and keeps to it', async () => {
    const ticket = await announce(world);
    const life = ticket.expiresAt - world.now();
    expect(life).toBeLessThanOrEqual(300_000);
    expect(life).toBeGreaterThan(290_000);
    world.shiftClock(301_000);
    expect(await world.upload(ticket, bytes)).toBe(false);
  });

  it('takes other bytes never, and a second upload neither', async () => {
    const ticket = await announce(world);
    expect(await world.upload(ticket, other)).toBe(false);
    expect(await world.upload(ticket, bytes.subarray(1))).toBe(false);
    expect(await read()).toEqual({ missing: true });
    expect(await world.upload(ticket, bytes)).toBe(true);
    expect(await world.upload(ticket, bytes)).toBe(false);
  });

  it.each(['content-type', 'x-amz-checksum-sha256', 'if-none-match'])(
    'takes no upload whose %s is absent or another',
    async (name) => {
      const ticket = await announce(world);
      const { [name]: value, ...rest } = ticket.headers;
      expect(value).toBeDefined();
      expect(await world.upload(ticket, bytes, rest)).toBe(false);
      expect(await world.upload(ticket, bytes, { ...rest, [name]: 'AAAA' })).toBe(false);
      expect(await read()).toEqual({ missing: true });
    },
  );

  it('reads no more than it is allowed to', async () => {
    await world.upload(await announce(world), bytes);
    expect(await read(bytes.length)).toMatchObject({ bytes });
    expect(await read(bytes.length - 1)).toEqual({ tooLarge: bytes.length });
  });

  it('promotes the same bytes as often as asked, other bytes never', async () => {
    await world.vault.promote(file());
    await world.vault.promote(file());
    await expect(world.vault.promote(file(other))).rejects.toThrow('other bytes');
    await expect(world.vault.promote({ ...file(), sha256: hash(other) })).rejects.toThrow();
  });

  it('links to evidence for a while, to be saved under its name', async () => {
    const link = () =>
      world.vault.link({
        key,
        fileName: 'Đơn đăng ký "đất".png',
        contentType: 'image/png',
        seconds: 60,
      });
    expect(await world.open(await link())).toBeUndefined();
    await world.vault.promote(file());
    const url = await link();
    const opened = await world.open(url);
    expect(opened).toMatchObject({ bytes, contentType: 'image/png' });
    expect(opened?.disposition).toMatch(/^attachment; .*%C4%90%C6%A1n%20/);
    world.shiftClock(62_000);
    expect(await world.open(url)).toBeUndefined();
  });

  it('discards from quarantine, never from evidence', async () => {
    await world.upload(await announce(world), bytes);
    await world.vault.promote(file());
    await world.vault.discard(key);
    await world.vault.discard(key);
    expect(await read()).toEqual({ missing: true });
    const url = await world.vault.link({ ...file(), fileName: 'a.png', seconds: 60 });
    expect(await world.open(url)).toBeDefined();
  });
});

describe('a ticket for S3', () => {
  it('signs type, length, checksum and create-only as headers', async () => {
    const world = await onStrictS3();
    const query = new URL((await announce(world)).url).searchParams;
    expect(query.get('X-Amz-SignedHeaders')?.split(';')).toEqual([
      'content-length',
      'content-type',
      'host',
      'if-none-match',
      'x-amz-checksum-sha256',
    ]);
    expect([...query.keys()].filter((name) => name.includes('checksum'))).toEqual([]);
    await world.stop();
  });

  it('leads to evidence that carries its checksum and its lock', async () => {
    const world = await onStrictS3();
    await world.vault.promote(file());
    const target = { Bucket: 'evidence', Key: key };
    const head = await world.s3.send(new HeadObjectCommand({ ...target, ChecksumMode: 'ENABLED' }));
    expect(head.ChecksumSHA256).toBe(Buffer.from(hash(bytes), 'hex').toString('base64'));
    expect(head.ObjectLockMode).toBe('COMPLIANCE');
    const overwrite = new PutObjectCommand({ ...target, Body: other, ChecksumAlgorithm: 'SHA256' });
    await expect(world.s3.send(overwrite)).rejects.toMatchObject({ name: 'AccessDenied' });
    await world.stop();
  });
});
