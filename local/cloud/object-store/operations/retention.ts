import type { BucketSpec, LockMode } from '#local/cloud/object-store/bucket-spec.ts';
import type { Answer, Call } from '#local/cloud/object-store/call.ts';
import { S3Error } from '#local/cloud/object-store/s3-error.ts';
import type { Headers } from '#local/cloud/object-store/signing/canonical-request.ts';
import type { Bucket } from '#local/cloud/object-store/storage/bucket.ts';
import type { ObjectVersion, Retention } from '#local/cloud/object-store/storage/object-version.ts';
import { document, element } from '#local/cloud/object-store/xml.ts';
import { findObject } from './find-object.ts';

const dayMilliseconds = 24 * 3600 * 1000;

const invalid = (message: string): S3Error => new S3Error('InvalidArgument', message);

const isLockMode = (mode: string): mode is LockMode =>
  mode === 'GOVERNANCE' || mode === 'COMPLIANCE';

const asked = (headers: Headers, now: number): Retention | undefined => {
  const mode = headers['x-amz-object-lock-mode'];
  const date = headers['x-amz-object-lock-retain-until-date'];
  if (mode === undefined && date === undefined) return undefined;
  if (mode === undefined || date === undefined)
    throw invalid(
      'x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied',
    );
  if (!isLockMode(mode)) throw invalid('Unknown wormMode directive.');
  const until = Date.parse(date);
  if (Number.isNaN(until))
    throw invalid('The retain until date must be provided in ISO 8601 format');
  if (until <= now) throw invalid('The retain until date must be in the future!');
  return { mode, until };
};

/** The retention a new version gets: its own, else the bucket's default. */
export const retentionFor = (
  spec: BucketSpec,
  headers: Headers,
  now: number,
): Retention | undefined => {
  const own = asked(headers, now);
  if (own && !spec.objectLock)
    throw new S3Error('InvalidRequest', 'Bucket is missing Object Lock Configuration');
  if (own) return own;
  return spec.objectLock && spec.objectLock.days > 0
    ? { mode: spec.objectLock.mode, until: now + spec.objectLock.days * dayMilliseconds }
    : undefined;
};

/** Nobody deletes a COMPLIANCE version; a GOVERNANCE one needs the header that says it on purpose. */
export const makeDeletionCheck =
  (headers: Headers, now: number) =>
  ({ retention }: ObjectVersion): void => {
    if (!retention || retention.until <= now) return;
    const bypass = headers['x-amz-bypass-governance-retention']?.toLowerCase() === 'true';
    if (retention.mode === 'GOVERNANCE' && bypass) return;
    throw new S3Error('AccessDenied', 'Access Denied because object protected by object lock.');
  };

export const getObjectRetention = async (call: Call, bucket: Bucket): Promise<Answer> => {
  if (!bucket.spec.objectLock)
    throw new S3Error('InvalidRequest', 'Bucket is missing Object Lock Configuration');
  const { retention } = findObject(bucket, call);
  if (!retention)
    throw new S3Error(
      'NoSuchObjectLockConfiguration',
      'The specified object does not have a ObjectLock configuration',
    );
  return {
    status: 200,
    xml: document('Retention', [
      element('Mode', retention.mode),
      element('RetainUntilDate', new Date(retention.until).toISOString()),
    ]),
  };
};
