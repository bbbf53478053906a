import type { KeyPurpose } from '#domain/identifiers/key-purpose.ts';
import type { ItemRights } from './items.ts';
import type { BucketName, SecretName } from './sources.ts';

/** `renew`: writes a new version of the secret, whose value changes by itself (tokens). */
export type SecretRight = 'read' | 'renew';

/** S3 actions on the objects of a bucket, or only on those whose key begins with `under`. */
export interface BucketGrant {
  readonly bucket: Exclude<BucketName, 'catalogue'>;
  readonly allow: readonly (
    | 's3:GetObject'
    | 's3:PutObject'
    | 's3:DeleteObject'
    /** Without it a missing key and a forbidden one look the same. */
    | 's3:ListBucket'
    | 's3:ListBucketVersions'
    /** For good; what is locked stays all the same. */
    | 's3:DeleteObjectVersion'
  )[];
  /** `0`: what lies under a dossier’s id, which begins so until the year 3084. */
  readonly under?: `${string}/` | '0';
}

/** Everything that a function may touch; what stands here nowhere is forbidden. */
export interface Grants {
  /** Items by kind. Nobody may scan or delete. */
  readonly items?: ItemRights;
  readonly buckets?: readonly BucketGrant[];
  /** What the province has published, of which the pointer and the texts are read. */
  readonly catalogue?: readonly ['read'];
  readonly secrets?: Readonly<Partial<Record<SecretName, readonly SecretRight[]>>>;
  /** Queues that it sends to, by the name that their own plan gives them. */
  readonly sendTo?: readonly string[];
  /** The queues of the departments, of which there is one an agency. */
  readonly departmentQueues?: readonly ('send' | 'work')[];
  /** Publishes SMS to telephone numbers through SNS. */
  readonly telephones?: readonly ['publish'];
}

/** Reads the keys of these purposes, and no others. */
export const readKeys = <P extends KeyPurpose>(...purposes: readonly P[]) =>
  Object.fromEntries(purposes.map((purpose) => [`${purpose}-key`, ['read'] as const])) as {
    readonly [Each in `${P}-key`]: readonly ['read'];
  };
