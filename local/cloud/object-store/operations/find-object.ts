import type { Call } from '#local/cloud/object-store/call.ts';
import { S3Error } from '#local/cloud/object-store/s3-error.ts';
import type { Bucket } from '#local/cloud/object-store/storage/bucket.ts';
import type { ObjectVersion } from '#local/cloud/object-store/storage/object-version.ts';

/** The version a request means: the one it names, else the newest that is no delete marker. */
export const findObject = (bucket: Bucket, call: Pick<Call, 'key' | 'query'>): ObjectVersion => {
  const wanted = call.query.get('versionId');
  const versions = bucket.index.versions(call.key);
  const found =
    wanted === undefined ? versions[0] : versions.find(({ versionId }) => versionId === wanted);
  if (!found && wanted !== undefined)
    throw new S3Error('NoSuchVersion', 'The specified version does not exist.', {
      Key: call.key,
      VersionId: wanted,
    });
  if (found?.deleteMarker && wanted !== undefined)
    throw new S3Error(
      'MethodNotAllowed',
      'The specified method is not allowed against this resource.',
    );
  if (!found || found.deleteMarker)
    throw new S3Error('NoSuchKey', 'The specified key does not exist.', { Key: call.key });
  return found;
};

export const versionHeader = (bucket: Bucket, version: ObjectVersion): Record<string, string> =>
  bucket.spec.versioned ? { 'x-amz-version-id': version.versionId } : {};
