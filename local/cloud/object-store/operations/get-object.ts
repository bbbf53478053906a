import type { Answer, Call } from '#local/cloud/object-store/call.ts';
import { S3Error } from '#local/cloud/object-store/s3-error.ts';
import type { Bucket } from '#local/cloud/object-store/storage/bucket.ts';
import type { ObjectVersion } from '#local/cloud/object-store/storage/object-version.ts';
import { checkReadConditions } from './conditions.ts';
import { findObject, versionHeader } from './find-object.ts';
import { checksumHeaders } from './put-object.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Both ends included; the end may lie behind the last byte. */
const boundsOf = (first: string, last: string, size: number): Range => {
  if (first === '') return { start: Math.max(0, size - Number(last)), end: size - 1 };
  return { start: Number(first), end: last === '' ? size - 1 : Number(last) };
};

/** One range of bytes (RFC 9110 §14); like S3, several at once are answered with the whole. */
const readRange = (header: string | undefined, size: number): Range | undefined => {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first + last === '') return undefined;
  const { start, end } = boundsOf(first, last, size);
  if (start >= size || start > end)
    throw new S3Error('InvalidRange', 'The requested range is not satisfiable', {
      RangeRequested: header ?? '',
      ActualObjectSize: String(size),
    });
  return { start, end: Math.min(end, size - 1) };
};

const overridable = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
] as const;

const overrides = (call: Call): Record<string, string> =>
  Object.fromEntries(
    overridable.flatMap((name) => {
      const value = call.query.get(`response-${name}`);
      return value === undefined ? [] : [[name, value]];
    }),
  );

const metadataHeaders = ({ metadata }: ObjectVersion): Record<string, string> =>
  Object.fromEntries(
    Object.entries(metadata).map(([name, value]) => [`x-amz-meta-${name}`, value]),
  );

const lockHeaders = ({ retention }: ObjectVersion): Record<string, string> =>
  retention
    ? {
        'x-amz-object-lock-mode': retention.mode,
        'x-amz-object-lock-retain-until-date': new Date(retention.until).toISOString(),
      }
    : {};

const headersOf = (call: Call, bucket: Bucket, version: ObjectVersion): Record<string, string> => ({
  ...version.headers,
  ...metadataHeaders(version),
  ...lockHeaders(version),
  ...versionHeader(bucket, version),
  ...overrides(call),
  'accept-ranges': 'bytes',
  etag: version.etag,
  'last-modified': new Date(version.lastModified).toUTCString(),
});

const describe = (
  call: Call,
  bucket: Bucket,
): {
  readonly version: ObjectVersion;
  readonly range: Range | undefined;
  readonly answer: Answer;
} => {
  const version = findObject(bucket, call);
  checkReadConditions(call.headers, version);
  const range = readRange(call.headers['range'], version.size);
  const whole = range === undefined;
  const wantsChecksum = call.headers['x-amz-checksum-mode'] === 'ENABLED' && whole;
  const length = range ? range.end - range.start + 1 : version.size;
  return {
    version,
    range,
    answer: {
      status: whole ? 200 : 206,
      headers: {
        ...headersOf(call, bucket, version),
        ...(wantsChecksum && checksumHeaders(version)),
        ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${version.size}` }),
        'content-length': String(length),
      },
    },
  };
};

export const headObject = async (call: Call, bucket: Bucket): Promise<Answer> =>
  describe(call, bucket).answer;

export const getObject = async (call: Call, bucket: Bucket): Promise<Answer> => {
  const { version, range, answer } = describe(call, bucket);
  if (version.size === 0) return answer;
  const handle = await bucket.open(version);
  const { start, end } = range ?? { start: 0, end: version.size - 1 };
  return { ...answer, file: { handle, start, end } };
};
