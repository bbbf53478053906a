import { type Received, receiveFile } from '#local/cloud/object-store/body/receive-body.ts';
import type { Answer, Call } from '#local/cloud/object-store/call.ts';
import { S3Error } from '#local/cloud/object-store/s3-error.ts';
import type { Headers } from '#local/cloud/object-store/signing/canonical-request.ts';
import type { Bucket } from '#local/cloud/object-store/storage/bucket.ts';
import type { ObjectVersion } from '#local/cloud/object-store/storage/object-version.ts';
import { document, element } from '#local/cloud/object-store/xml.ts';
import { makeWriteCheck, refuseUnconditionalPut } from './conditions.ts';
import { findObject, versionHeader } from './find-object.ts';
import { retentionFor } from './retention.ts';

const storedHeaders = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
] as const;

const metadataPrefix = 'x-amz-meta-';

/** S3's limit on user-defined metadata. */
const largestMetadata = 2 * 1024;

/** `aws-chunked` is how the body travelled, not what it is. */
const contentEncoding = (value: string): string =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'aws-chunked')
    .join(',');

export const describedBy = (headers: Headers): Pick<ObjectVersion, 'headers' | 'metadata'> => {
  const kept = storedHeaders.flatMap((name) => {
    const sent = headers[name] ?? (name === 'content-type' ? 'binary/octet-stream' : '');
    const value = name === 'content-encoding' ? contentEncoding(sent) : sent;
    return value === '' ? [] : [[name, value] as const];
  });
  const metadata = Object.entries(headers)
    .filter(([name]) => name.startsWith(metadataPrefix))
    .map(([name, value]) => [name.slice(metadataPrefix.length), value] as const);
  if (metadata.join('').length > largestMetadata)
    throw new S3Error(
      'InvalidRequest',
      'Your metadata headers exceed the maximum allowed metadata size',
    );
  return { headers: Object.fromEntries(kept), metadata: Object.fromEntries(metadata) };
};

const refuseUncheckedLock = (bucket: Bucket, received: Received, headers: Headers): void => {
  if (!bucket.spec.objectLock || received.checksum || headers['content-md5'] !== undefined) return;
  throw new S3Error(
    'InvalidRequest',
    'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters',
  );
};

export const checksumHeaders = (version: ObjectVersion): Record<string, string> =>
  version.checksum
    ? { [`x-amz-checksum-${version.checksum.algorithm}`]: version.checksum.value }
    : {};

export const putObject = async (call: Call, bucket: Bucket): Promise<Answer> => {
  const { headers, key, now } = call;
  refuseUnconditionalPut(bucket.spec.denyPutWithoutIfNoneMatch, headers);
  const check = makeWriteCheck(headers);
  const description = describedBy(headers);
  const retention = retentionFor(bucket.spec, headers, now);
  return bucket.withStaging(async (path) => {
    const received = await receiveFile(call, path);
    refuseUncheckedLock(bucket, received, headers);
    const version = await bucket.create({
      draft: {
        key,
        ...description,
        size: received.size,
        etag: `"${received.md5.toString('hex')}"`,
        ...(received.checksum && { checksum: received.checksum }),
        ...(retention && { retention }),
      },
      body: path,
      now,
      eventName: 'ObjectCreated:Put',
      check,
    });
    return {
      status: 200,
      headers: {
        etag: version.etag,
        ...versionHeader(bucket, version),
        ...checksumHeaders(version),
      },
    };
  });
};

const copySource = (header: string): { bucket: string; key: string; versionId?: string } => {
  const [, bucket, key, versionId] =
    /^\/?([^/]+)\/(.+?)(?:\?versionId=([^&]+))?$/.exec(header) ?? [];
  if (!bucket || !key)
    throw new S3Error('InvalidArgument', 'Copy Source must mention the source bucket and key');
  return { bucket, key: decodeURIComponent(key), ...(versionId && { versionId }) };
};

/** The bytes are copied within the store; a create-only policy refuses a copy like any other put. */
export const copyObject = async (
  call: Call,
  bucket: Bucket,
  bucketNamed: (name: string) => Bucket,
): Promise<Answer> => {
  const { headers, key, now } = call;
  refuseUnconditionalPut(bucket.spec.denyPutWithoutIfNoneMatch, headers);
  const check = makeWriteCheck(headers);
  const source = copySource(headers['x-amz-copy-source'] ?? '');
  const from = bucketNamed(source.bucket);
  const query = new Map(source.versionId ? [['versionId', source.versionId]] : []);
  const original = findObject(from, { key: source.key, query });
  const retention = retentionFor(bucket.spec, headers, now);
  const replace = headers['x-amz-metadata-directive'] === 'REPLACE';
  if (from === bucket && source.key === key && !replace)
    throw new S3Error(
      'InvalidRequest',
      'This copy request is illegal because it is trying to copy an object to itself without changing its metadata.',
    );
  return bucket.withStaging(async (path) => {
    await from.copyBody(original, path);
    const { sequence, versionId, lastModified, deleteMarker, retention: old, ...draft } = original;
    const copy = await bucket.create({
      draft: {
        ...draft,
        key,
        ...(replace && describedBy(headers)),
        ...(retention && { retention }),
      },
      body: path,
      now,
      eventName: 'ObjectCreated:Copy',
      check,
    });
    return {
      status: 200,
      headers: versionHeader(bucket, copy),
      xml: document('CopyObjectResult', [
        element('LastModified', new Date(copy.lastModified).toISOString()),
        element('ETag', copy.etag),
      ]),
    };
  });
};
