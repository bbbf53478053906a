import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventKey } from '#adapters/aws/dynamodb/keys.ts';
import { makeRecordedDays } from '#adapters/aws/dynamodb/recorded-days.ts';
import { makeUnitOfWork } from '#adapters/aws/dynamodb/unit-of-work.ts';
import { makeAnchorReader } from '#adapters/aws/s3/anchor-reader.ts';
import { makeAnchors } from '#adapters/aws/s3/anchors.ts';
import { makeMemoryAnchors } from '#adapters/memory/anchors.ts';
import { textSealing } from '#adapters/node/sealing.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { anchorOf } from '#domain/anchor/anchor.ts';
import { inclusionPath } from '#domain/anchor/merkle.ts';
import { GENESIS } from '#domain/dossier/chain.ts';
import { days, plus } from '#domain/time/instant.ts';
import { plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { makeAnchorDays } from '#functions/oversight/application/anchor-days.ts';
import { recordedEvents } from '#functions/oversight/application/read-days-again.ts';
import { startObjectStore } from '#local/cloud/object-store/object-store.ts';
import type { Anchors } from '#ports/anchors.ts';
import { anApplicant, dossierId, historyUntil, monday9 } from '#test/support/dossiers.ts';
import { startTables } from '#test/support/tables.ts';
import { aClock } from '#test/support/worlds.ts';
import { rootFrom } from '../../tools/verify-history.mjs';

interface World {
  readonly anchors: Anchors;
  stop(): Promise<void>;
}

const inMemory = async (): Promise<World> => ({
  anchors: makeMemoryAnchors(),
  stop: async () => undefined,
});

const credentials = { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local-secret' };
const region = 'ap-southeast-1';
const bucket = 'evidence';

const onStrictS3 = async (): Promise<
  World & { readonly s3: S3Client; readonly reader: ReturnType<typeof makeAnchorReader> }
> => {
  const directory = await mkdtemp(join(tmpdir(), 'anchors-'));
  const evidence = {
    name: bucket,
    versioned: true,
    cors: [],
    denyPutWithoutIfNoneMatch: true,
    objectLock: { mode: 'COMPLIANCE', days: 1 },
  } as const;
  const store = await startObjectStore({
    directory,
    port: 0,
    region,
    buckets: [evidence],
    credentials,
  });
  const s3 = new S3Client({
    endpoint: store.url,
    region,
    credentials,
    maxAttempts: 1,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  const address = { bucket, region, endpoint: store.url, credentials: async () => credentials };
  return {
    s3,
    reader: makeAnchorReader(address),
    anchors: makeAnchors({ s3, bucket }),
    stop: async () => {
      s3.destroy();
      await store.close();
      await rm(directory, { recursive: true });
    },
  };
};

/** The same, asked by whoever only reads. */
const readOnStrictS3 = async (): Promise<World> => {
  const world = await onStrictS3();
  return { ...world, anchors: { ...world.anchors, ...world.reader } };
};

const monday = '2026-11-23' as VietnamDay;
const hashes = ['a', 'b', 'c'].map(sha256).sort();

describe.each([
  ['in memory', inMemory],
  ['on a strict S3', onStrictS3],
  ['on a strict S3, without the SDK', readOnStrictS3],
] as const)('the anchors of past days %s', (_, open) => {
  let world: World;
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.stop());

  it('are none at first', async () => {
    expect(await world.anchors.latest()).toBeUndefined();
    expect(await world.anchors.find(monday)).toBeUndefined();
  });

  it('keep the first leaves of a day, whatever comes later', async () => {
    expect(await world.anchors.keepLeaves(monday, hashes)).toEqual(hashes);
    expect(await world.anchors.keepLeaves(monday, hashes.slice(1))).toEqual(hashes);
    expect(await world.anchors.leavesOf(monday)).toEqual(hashes);
    const empty = plusDays(monday, 1);
    expect(await world.anchors.keepLeaves(empty, [])).toEqual([]);
    expect(await world.anchors.leavesOf(empty)).toEqual([]);
  });

  it('keep one anchor a day: the same again is no error, another one throws', async () => {
    const anchor = anchorOf(monday, hashes, undefined, sha256);
    await world.anchors.keep(anchor);
    await world.anchors.keep(anchor);
    const other = anchorOf(monday, [], undefined, sha256);
    await expect(world.anchors.keep(other)).rejects.toThrow('another anchor');
    expect(await world.anchors.find(monday)).toEqual(anchor);
  });

  it('tell of which days there is an anchor, and of which leaves', async () => {
    const days = await world.anchors.days();
    expect(days).toEqual({ anchors: [monday], leaves: [monday, plusDays(monday, 1)] });
  });

  it('name the latest, over months and years', async () => {
    const ofMonday = await world.anchors.find(monday);
    const newYear = anchorOf('2027-01-01' as VietnamDay, [], ofMonday, sha256);
    await world.anchors.keep(newYear);
    expect(await world.anchors.latest()).toEqual(newYear);
  });
});

describe('a night on the real stores', () => {
  let tables: Awaited<ReturnType<typeof startTables>>;
  let store: Awaited<ReturnType<typeof onStrictS3>>;
  beforeAll(async () => {
    [tables, store] = await Promise.all([startTables(), onStrictS3()]);
  }, 60_000);
  afterAll(async () => {
    await tables.stop();
    await store.stop();
  });

  it('anchors every event of the day, out of reach of whoever would change it', async () => {
    const { clock, setTo } = aClock();
    const parts = { client: tables.document, tables: tables.tables, clock, sha256 };
    const ledger = makeUnitOfWork(parts);
    const recorded = makeRecordedDays(tables.document, tables.tables);
    const change = historyUntil('returned');
    await ledger.commit({ dossiers: [{ change, chainHash: GENESIS, applicant: anApplicant }] });
    const events = await ledger.history(dossierId);
    expect(await recorded.hashesOf(monday)).toEqual(events.map(({ hash }) => hash).sort());
    expect(await recorded.hashesOf(plusDays(monday, 1))).toEqual([]);

    const { anchors, s3 } = store;
    const anchorDays = makeAnchorDays({
      recorded: recordedEvents(recorded, { ...textSealing, sha256 }),
      anchors,
      clock,
      sha256,
    });
    setTo(plus(monday9, days(1)));
    const clean = { changed: [], contents: [], halves: [] };
    expect(await anchorDays()).toEqual({ anchored: [monday], ...clean });
    expect(await anchorDays()).toEqual({ anchored: [], ...clean });
    const anchor = await anchors.find(monday);
    const leaves = await anchors.leavesOf(monday);
    for (const { hash } of events) {
      const path = inclusionPath(leaves, leaves.indexOf(hash), sha256);
      expect(rootFrom(hash, path)).toBe(anchor?.root);
    }

    const target = { Bucket: bucket, Key: `anchors/${monday}.json` };
    const overwrite = new PutObjectCommand({ ...target, Body: '{}' });
    await expect(s3.send(overwrite)).rejects.toMatchObject({ name: 'AccessDenied' });
    const kept = await s3.send(new GetObjectCommand(target));
    const VersionId = kept.VersionId ?? '';
    const erase = new DeleteObjectCommand({ ...target, VersionId });
    await expect(s3.send(erase)).rejects.toMatchObject({ name: 'AccessDenied' });

    const laying = (texts: unknown) =>
      tables.document.send(
        new UpdateCommand({
          TableName: tables.tables.dossiers,
          Key: eventKey(dossierId, 3),
          UpdateExpression: 'SET texts = :texts',
          ExpressionAttributeValues: { ':texts': texts },
        }),
      );
    const text = { at: 'reason', kept: 'case', salt: 'a'.repeat(64), text: 'Khác' };
    const beside = { day: monday, dossierId, version: 3 };
    await laying([text]);
    expect((await anchorDays()).contents).toEqual([{ ...beside, at: 'reason', why: 'changed' }]);
    await laying('no texts');
    expect((await anchorDays()).contents).toEqual([{ ...beside, at: '', why: 'unreadable' }]);
    await laying([]);
    expect((await anchorDays()).contents).toEqual([]);

    const Key = eventKey(dossierId, 2);
    const changing = (UpdateExpression: string, value: unknown) =>
      tables.document.send(
        new UpdateCommand({
          TableName: tables.tables.dossiers,
          Key,
          UpdateExpression,
          ExpressionAttributeNames: { '#event': 'event', '#actor': 'actor' },
          ExpressionAttributeValues: { ':value': value },
        }),
      );
    await changing('SET #event.#actor = :value', 'staff:another');
    const changed = { day: monday, dossierId, version: 2 };
    expect((await anchorDays()).contents).toEqual([changed]);
    await changing('SET #event.#actor = :value', 7);
    expect(await anchorDays()).toMatchObject({ changed: [], contents: [changed] });
  });
});
