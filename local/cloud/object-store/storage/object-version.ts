import { createHash } from 'node:crypto';
import type { ChecksumAlgorithm } from '#local/cloud/object-store/body/digests.ts';
import type { LockMode } from '#local/cloud/object-store/bucket-spec.ts';

export interface Retention {
  readonly mode: LockMode;
  readonly until: number;
}

/** What is kept beside a body, one small file a version. */
export interface ObjectVersion {
  readonly key: string;
  /** Rises with every write in the store; names the files and orders versions and events. */
  readonly sequence: string;
  /** `null` in a bucket without versions, as S3 calls it. */
  readonly versionId: string;
  readonly deleteMarker: boolean;
  readonly size: number;
  /** Quoted, as sent. */
  readonly etag: string;
  readonly lastModified: number;
  /** content-type, content-disposition, cache-control … as uploaded. */
  readonly headers: Readonly<Record<string, string>>;
  /** `x-amz-meta-*` without the prefix. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly checksum?: { readonly algorithm: ChecksumAlgorithm; readonly value: string };
  readonly retention?: Retention;
}

/** Keys never become paths: a file is named by the key's hash. */
export const fileStem = (
  version: Pick<ObjectVersion, 'key' | 'sequence'>,
): { readonly shard: string; readonly stem: string } => {
  const hash = createHash('sha256').update(version.key).digest('hex');
  return { shard: hash.slice(0, 2), stem: `${hash}-${version.sequence}` };
};

/** Newest first. */
export const bySequence = (a: ObjectVersion, b: ObjectVersion): number =>
  a.sequence < b.sequence ? 1 : -1;
