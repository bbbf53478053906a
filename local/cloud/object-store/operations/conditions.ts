import { S3Error } from '#local/cloud/object-store/s3-error.ts';
import type { Headers } from '#local/cloud/object-store/signing/canonical-request.ts';
import type { ObjectVersion } from '#local/cloud/object-store/storage/object-version.ts';

const failed = (condition: string): S3Error =>
  new S3Error(
    'PreconditionFailed',
    'At least one of the pre-conditions you specified did not hold',
    { Condition: condition },
  );

const lists = (header: string, etag: string): boolean =>
  header.split(',').some((part) => [etag, etag.replaceAll('"', ''), '*'].includes(part.trim()));

/** HTTP dates count whole seconds. */
const isAfter = (version: ObjectVersion, date: string): boolean =>
  Math.floor(version.lastModified / 1000) * 1000 > Date.parse(date);

const unmodified = (version: ObjectVersion): S3Error =>
  new S3Error('NotModified', 'Not Modified', { etag: version.etag });

/** RFC 9110 §13: `if-match` outweighs the dates, and so does `if-none-match`. */
export const checkReadConditions = (headers: Headers, version: ObjectVersion): void => {
  const match = headers['if-match'];
  const since = headers['if-unmodified-since'];
  if (match !== undefined && !lists(match, version.etag)) throw failed('If-Match');
  if (match === undefined && since !== undefined && isAfter(version, since))
    throw failed('If-Unmodified-Since');
  const noneMatch = headers['if-none-match'];
  const modified = headers['if-modified-since'];
  if (noneMatch !== undefined && lists(noneMatch, version.etag)) throw unmodified(version);
  if (noneMatch === undefined && modified !== undefined && !isAfter(version, modified))
    throw unmodified(version);
};

const checkUnchanged = (match: string, newest: ObjectVersion | undefined): void => {
  if (!newest || newest.deleteMarker)
    throw new S3Error('NoSuchKey', 'The specified key does not exist.');
  if (!lists(match, newest.etag)) throw failed('If-Match');
};

/** What may be asked of a write; S3 knows `if-none-match` only with `*`. */
export const makeWriteCheck = (headers: Headers): ((newest: ObjectVersion | undefined) => void) => {
  const noneMatch = headers['if-none-match'];
  const match = headers['if-match'];
  if (noneMatch !== undefined && noneMatch !== '*')
    throw new S3Error('NotImplemented', 'If-None-Match is implemented for "*" only', {
      Header: 'If-None-Match',
    });
  return (newest) => {
    if (noneMatch !== undefined && newest && !newest.deleteMarker) throw failed('If-None-Match');
    if (match !== undefined) checkUnchanged(match, newest);
  };
};

/** A policy judges the request alone, before anybody looks at what is stored. */
export const refuseUnconditionalPut = (denied: boolean | undefined, headers: Headers): void => {
  if (denied && headers['if-none-match'] === undefined)
    throw new S3Error(
      'AccessDenied',
      'User is not authorized to perform: s3:PutObject with an explicit deny in a resource-based policy',
    );
};
