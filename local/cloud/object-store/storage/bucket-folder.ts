import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from './durable-files.ts';
import { fileStem, type ObjectVersion } from './object-version.ts';

/**
 * The bodies of one bucket: `<hash of key>-<sequence>.body`. A body without a row in the index is
 * nobody's; while one is being put, a mark among the arriving files says where to look for it.
 */
export interface BucketFolder {
  /** A path for a body that is still arriving. */
  staging(name: string): string;
  /** `body` is a staged file; a delete marker has none. `commit` makes it an object. */
  put(version: ObjectVersion, body: string | undefined, commit: () => void): Promise<void>;
  remove(version: ObjectVersion): Promise<void>;
  open(version: ObjectVersion): ReturnType<typeof open>;
  bodyPath(version: ObjectVersion): string;
  /** The versions of a store of before the index, each in a `.json` beside its body. */
  readRecords(): Promise<readonly ObjectVersion[]>;
  removeRecords(): Promise<void>;
}

export const openBucketFolder = async (
  folder: string,
  isCommitted: (sequence: string) => boolean,
): Promise<BucketFolder> => {
  const arriving = join(folder, 'arriving');
  const objects = join(folder, 'objects');
  await mkdir(arriving, { recursive: true });
  await mkdir(objects, { recursive: true });
  await clearArriving({ arriving, objects, isCommitted });

  const bodyPath = (version: ObjectVersion): string => {
    const { shard, stem } = fileStem(version);
    return join(objects, shard, `${stem}.body`);
  };
  const makeShard = async (version: ObjectVersion): Promise<string> => {
    const shard = join(objects, fileStem(version).shard);
    if ((await mkdir(shard, { recursive: true })) !== undefined) await syncFolder(objects);
    return shard;
  };
  const shards = async (): Promise<readonly string[]> =>
    (await readdir(objects)).map((shard) => join(objects, shard));

  return {
    staging: (name) => join(arriving, name),
    put: async (version, body, commit) => {
      if (body === undefined) return commit();
      const mark = join(arriving, `${fileStem(version).stem}${markEnd}`);
      await writeFile(mark, '');
      const shard = await makeShard(version);
      await rename(body, bodyPath(version));
      await syncFolder(shard);
      commit();
      await rm(mark);
    },
    remove: (version) => rm(bodyPath(version), { force: true }),
    open: (version) => open(bodyPath(version), 'r'),
    bodyPath,
    readRecords: async () => (await Promise.all((await shards()).map(readShard))).flat(),
    removeRecords: async () => {
      for (const shard of await shards())
        for (const name of await readdir(shard))
          if (name.endsWith('.json')) await rm(join(shard, name));
    },
  };
};

const markEnd = '.mark';

/** Whatever was still arriving when the process died has no owner any more. */
const clearArriving = async (o: {
  readonly arriving: string;
  readonly objects: string;
  readonly isCommitted: (sequence: string) => boolean;
}): Promise<void> => {
  const names = await readdir(o.arriving);
  const stems = names.filter((n) => n.endsWith(markEnd)).map((n) => n.slice(0, -markEnd.length));
  for (const stem of stems)
    if (!o.isCommitted(stem.slice(stem.lastIndexOf('-') + 1)))
      await rm(join(o.objects, stem.slice(0, 2), `${stem}.body`), { force: true });
  for (const name of names) await rm(join(o.arriving, name));
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
