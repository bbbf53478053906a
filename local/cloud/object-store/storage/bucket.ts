import { randomBytes } from 'node:crypto';
import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BucketSpec } from '#local/cloud/object-store/bucket-spec.ts';
import type { ObjectCreated } from '#local/cloud/object-store/object-created.ts';
import { type BucketFolder, openBucketFolder } from './bucket-folder.ts';
import { makeTurnstile } from './durable-files.ts';
import type { ObjectIndex } from './object-index.ts';
import { bySequence, type ObjectVersion } from './object-version.ts';
import type { PendingNotifications } from './pending-notifications.ts';
import type { Sequencer } from './sequencer.ts';
import { openUploads, type Uploads } from './uploads.ts';

export type Draft = Omit<ObjectVersion, 'sequence' | 'versionId' | 'lastModified' | 'deleteMarker'>;

export interface Bucket {
  readonly spec: BucketSpec;
  readonly index: Pick<ObjectIndex, 'versions' | 'keys'>;
  /** Gives `use` a path for an arriving body and clears up behind it, whatever happens. */
  withStaging<T>(use: (path: string) => Promise<T>): Promise<T>;
  /** Makes the staged body an object. `check` sees the newest version and may throw; nothing comes between. */
  create(o: {
    readonly draft: Draft;
    readonly body: string;
    readonly now: number;
    readonly eventName: ObjectCreated['eventName'];
    readonly check: (newest: ObjectVersion | undefined) => void;
  }): Promise<ObjectVersion>;
  markDeleted(key: string, now: number): Promise<ObjectVersion>;
  /** Takes a version away for good. `check` may throw. */
  remove(
    key: string,
    versionId: string,
    check: (version: ObjectVersion) => void,
  ): Promise<ObjectVersion | undefined>;
  open: BucketFolder['open'];
  copyBody(version: ObjectVersion, to: string): Promise<void>;
  readonly uploads: Uploads;
}

interface Shared {
  readonly index: ObjectIndex;
  /** The store may be older than its index. */
  readonly indexIsNew: boolean;
  readonly sequencer: Sequencer;
  readonly notifications: PendingNotifications;
}

export const openBucket = async (
  directory: string,
  spec: BucketSpec,
  shared: Shared,
): Promise<Bucket> => {
  const home = join(directory, 'buckets', spec.name);
  const { index } = shared;
  const folder = await openBucketFolder(
    home,
    (sequence) => index.bySequence(sequence) !== undefined,
  );
  const inTurn = makeTurnstile();
  const names = { spec, folder, ...shared };
  if (shared.indexIsNew) await takeOverRecords(names);
  await removeBodies(names, index.goneOnlyHere());
  return {
    spec,
    index,
    withStaging: async (use) => {
      const path = folder.staging(randomBytes(12).toString('hex'));
      try {
        return await use(path);
      } finally {
        await rm(path, { force: true });
      }
    },
    create: (o) =>
      inTurn(o.draft.key, async () => {
        o.check(index.versions(o.draft.key)[0]);
        return create(names, o);
      }),
    markDeleted: (key, now) => inTurn(key, () => markDeleted(names, key, now)),
    remove: (key, versionId, check) =>
      inTurn(key, async () => {
        const version = index.versions(key).find((v) => v.versionId === versionId);
        if (!version) return undefined;
        check(version);
        index.change({ remove: [version] });
        await removeBodies(names, [version]);
        return version;
      }),
    open: (version) => folder.open(version),
    copyBody: (version, to) => copyFile(folder.bodyPath(version), to),
    uploads: openUploads(join(home, 'uploads')),
  };
};

interface Inside extends Shared {
  readonly spec: BucketSpec;
  readonly folder: BucketFolder;
}

const removeBodies = async (
  { index, folder }: Inside,
  versions: readonly ObjectVersion[],
): Promise<void> => {
  if (versions.length === 0) return;
  for (const version of versions) await folder.remove(version);
  index.gone(versions);
};

/** Puts a version in the place of those that it makes go: without versions, the older ones. */
const commit = async (
  inside: Inside,
  version: ObjectVersion,
  body: string | undefined,
): Promise<void> => {
  const { spec, index, folder } = inside;
  const older = spec.versioned ? [] : index.versions(version.key);
  await folder.put(version, body, () => index.change({ add: version, remove: older }));
  await removeBodies(inside, older);
};

const newVersionId = (spec: BucketSpec): string =>
  spec.versioned ? randomBytes(16).toString('base64url') : 'null';

const create = async (
  inside: Inside,
  o: Parameters<Bucket['create']>[0],
): Promise<ObjectVersion> => {
  const version: ObjectVersion = {
    ...o.draft,
    sequence: inside.sequencer.next(o.now),
    versionId: newVersionId(inside.spec),
    lastModified: o.now,
    deleteMarker: false,
  };
  const event = eventOf(inside.spec, version, o.eventName);
  await inside.notifications.remember(event);
  await commit(inside, version, o.body);
  inside.notifications.deliver(event);
  return version;
};

const eventOf = (
  spec: BucketSpec,
  version: ObjectVersion,
  eventName: ObjectCreated['eventName'],
): ObjectCreated => ({
  bucket: spec.name,
  key: version.key,
  size: version.size,
  etag: version.etag.replaceAll('"', ''),
  ...(spec.versioned && { versionId: version.versionId }),
  sequencer: version.sequence,
  eventName,
  eventTime: new Date(version.lastModified).toISOString(),
});

const markDeleted = async (inside: Inside, key: string, now: number): Promise<ObjectVersion> => {
  const marker: ObjectVersion = {
    key,
    sequence: inside.sequencer.next(now),
    versionId: newVersionId(inside.spec),
    deleteMarker: true,
    size: 0,
    etag: '',
    lastModified: now,
    headers: {},
    metadata: {},
  };
  inside.index.change({ add: marker, remove: [] });
  return marker;
};

/** A store of before the index: what lies on the disk is written into it, once. */
const takeOverRecords = async ({ spec, index, folder, sequencer }: Inside): Promise<void> => {
  const found = await folder.readRecords();
  const newestFirst = [...found].sort(bySequence);
  const seen = new Set<string>();
  for (const version of newestFirst) {
    sequencer.seen(version.sequence);
    const replaced = !spec.versioned && seen.has(version.key);
    seen.add(version.key);
    if (replaced) await folder.remove(version);
    else if (!index.bySequence(version.sequence)) index.change({ add: version, remove: [] });
  }
  await folder.removeRecords();
};
