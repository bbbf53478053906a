export interface CorsRule {
  readonly allowedOrigins: readonly string[];
  readonly allowedMethods: readonly string[];
  readonly allowedHeaders: readonly string[];
  readonly exposedHeaders: readonly string[];
  readonly maxAgeSeconds?: number;
}

export type LockMode = 'GOVERNANCE' | 'COMPLIANCE';

export interface BucketSpec {
  readonly name: string;
  readonly versioned: boolean;
  /** Default retention of every version; locks need versioning, as in S3. */
  readonly objectLock?: { readonly mode: LockMode; readonly days: number };
  readonly cors: readonly CorsRule[];
  /** Stands for the bucket policy that denies `s3:PutObject` without `s3:if-none-match`. */
  readonly denyPutWithoutIfNoneMatch?: boolean;
}
