import { bySequence, type ObjectVersion } from './object-version.ts';

/** What a bucket holds, in memory; the files on the disk are the truth and are read at the start. */
export interface ObjectIndex {
  add(version: ObjectVersion): void;
  remove(version: ObjectVersion): void;
  /** Newest first. */
  versions(key: string): readonly ObjectVersion[];
  /** Sorted by their UTF-8 bytes, as S3 lists them. */
  keys(prefix: string): readonly string[];
}

export const makeObjectIndex = (): ObjectIndex => {
  const byKey = new Map<string, readonly ObjectVersion[]>();
  return {
    add: (version) => {
      const others = byKey.get(version.key) ?? [];
      byKey.set(version.key, [...others, version].sort(bySequence));
    },
    remove: (version) => {
      const others = (byKey.get(version.key) ?? []).filter((v) => v.sequence !== version.sequence);
      if (others.length > 0) byKey.set(version.key, others);
      else byKey.delete(version.key);
    },
    versions: (key) => byKey.get(key) ?? [],
    keys: (prefix) =>
      [...byKey.keys()]
        .filter((key) => key.startsWith(prefix))
        .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
  };
};
