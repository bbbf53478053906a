import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder, writeWhole } from './durable-files.ts';
import { fileStem, type ObjectVersion } from './object-version.ts';

/**
 * The files of one bucket: `<hash of key>-<sequence>.body` and `.json`. The `.json` appears last and
 * goes first, so a version is there with its whole body or not at all.
 */
export interface BucketFolder {
  /** A path for a body that is still arriving. */
  staging(name: string): string;
  /** `body` is a staged file; a delete marker has none. */
  put(version: ObjectVersion, body: string | undefined): Promise<void>;
  remove(version: ObjectVersion): Promise<void>;
  open(version: ObjectVersion): ReturnType<typeof open>;
  bodyPath(version: ObjectVersion): string;
  readAll(): Promise<readonly ObjectVersion[]>;
}

export const openBucketFolder = async (folder: string): Promise<BucketFolder> => {
  const arriving = join(folder, 'arriving');
  const objects = join(folder, 'objects');
  // Whatever was still arriving when the process died has no owner any more.
  await rm(arriving, { recursive: true, force: true });
  await mkdir(arriving, { recursive: true });
  await mkdir(objects, { recursive: true });

  const pathOf = (version: ObjectVersion, kind: 'body' | 'json'): string => {
    const { shard, stem } = fileStem(version);
    return join(objects, shard, `${stem}.${kind}`);
  };
  const makeShard = async (version: ObjectVersion): Promise<string> => {
    const shard = join(objects, fileStem(version).shard);
    if ((await mkdir(shard, { recursive: true })) !== undefined) await syncFolder(objects);
    return shard;
  };

  return {
    staging: (name) => join(arriving, name),
    put: async (version, body) => {
      const shard = await makeShard(version);
      if (body !== undefined) await rename(body, pathOf(version, 'body'));
      const staging = join(arriving, `${version.sequence}.json`);
      await writeWhole(pathOf(version, 'json'), staging, JSON.stringify(version));
      await syncFolder(shard);
    },
    remove: async (version) => {
      await rm(pathOf(version, 'json'), { force: true });
      await rm(pathOf(version, 'body'), { force: true });
    },
    open: (version) => open(pathOf(version, 'body'), 'r'),
    bodyPath: (version) => pathOf(version, 'body'),
    readAll: async () => {
      const shards = await readdir(objects);
      const read = await Promise.all(shards.map((shard) => readShard(join(objects, shard))));
      return read.flat();
    },
  };
};

/** Versions of one shard; bodies that were never committed are thrown away. */
const readShard = async (shard: string): Promise<readonly ObjectVersion[]> => {
  const names = await readdir(shard);
  const committed = new Set(names.filter((n) => n.endsWith('.json')).map((n) => n.slice(0, -5)));
  const orphans = names.filter((n) => n.endsWith('.body') && !committed.has(n.slice(0, -5)));
  await Promise.all(orphans.map((name) => rm(join(shard, name))));
  const versions = await Promise.all([...committed].map((stem) => readVersion(join(shard, stem))));
  return versions.filter((version) => version !== undefined);
};

/** Undefined when a power cut has kept the record and lost the body: half an object is none. */
const readVersion = async (stem: string): Promise<ObjectVersion | undefined> => {
  const version = JSON.parse(await readFile(`${stem}.json`, 'utf8')) as ObjectVersion;
  if (version.deleteMarker) return version;
  const body = await stat(`${stem}.body`).catch(() => undefined);
  if (body?.size === version.size) return version;
  await rm(`${stem}.json`);
  return undefined;
};
