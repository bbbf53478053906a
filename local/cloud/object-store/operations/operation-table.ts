import type { Answer, Call } from '#local/cloud/object-store/call.ts';
import { notImplemented, S3Error } from '#local/cloud/object-store/s3-error.ts';
import type { Bucket } from '#local/cloud/object-store/storage/bucket.ts';
import { deleteObject, deleteObjects } from './delete-object.ts';
import { getBucketVersioning, headBucket } from './describe-bucket.ts';
import { getObject, headObject } from './get-object.ts';
import { listObjectsV2, listObjectVersions } from './list-objects.ts';
import {
  abortMultipartUpload,
  completeMultipartUpload,
  createMultipartUpload,
  uploadPart,
} from './multipart-upload.ts';
import { copyObject, putObject } from './put-object.ts';
import { getObjectRetention } from './retention.ts';

export interface Operation {
  readonly method: string;
  readonly on: 'bucket' | 'object';
  /** Query names that tell it from its neighbours. */
  readonly marks?: readonly string[];
  readonly query?: readonly string[];
  /** `x-amz-*` headers it understands. */
  readonly headers?: readonly string[];
  readonly serve: (
    call: Call,
    bucket: Bucket,
    bucketNamed: (name: string) => Bucket,
  ) => Promise<Answer>;
}

const lock = ['x-amz-object-lock-mode', 'x-amz-object-lock-retain-until-date'];
const body = ['x-amz-decoded-content-length', 'x-amz-trailer', 'x-amz-sdk-checksum-algorithm'];
const bypass = 'x-amz-bypass-governance-retention';
const listing = ['prefix', 'delimiter', 'max-keys', 'encoding-type'];
const reading = {
  query: [
    'versionId',
    ...['cache-control', 'content-disposition', 'content-encoding'].map((h) => `response-${h}`),
    ...['content-language', 'content-type', 'expires'].map((h) => `response-${h}`),
  ],
  headers: ['x-amz-checksum-mode'],
};
const multipart = [...body, 'x-amz-checksum-algorithm', 'x-amz-checksum-type'];

/** Everything this store does. What is not in here is answered 501, never guessed. */
const operations: readonly Operation[] = [
  { method: 'HEAD', on: 'bucket', serve: headBucket },
  { method: 'GET', on: 'bucket', marks: ['versioning'], serve: getBucketVersioning },
  {
    method: 'GET',
    on: 'bucket',
    marks: ['versions'],
    query: [...listing, 'key-marker', 'version-id-marker'],
    serve: listObjectVersions,
  },
  {
    method: 'GET',
    on: 'bucket',
    marks: ['list-type'],
    query: [...listing, 'continuation-token', 'start-after', 'fetch-owner'],
    serve: listObjectsV2,
  },
  {
    method: 'POST',
    on: 'bucket',
    marks: ['delete'],
    headers: [...body, bypass],
    serve: deleteObjects,
  },
  {
    method: 'GET',
    on: 'object',
    marks: ['retention'],
    query: ['versionId'],
    serve: getObjectRetention,
  },
  {
    method: 'PUT',
    on: 'object',
    marks: ['partNumber', 'uploadId'],
    headers: body,
    serve: uploadPart,
  },
  {
    method: 'POST',
    on: 'object',
    marks: ['uploads'],
    headers: [...multipart, ...lock],
    serve: createMultipartUpload,
  },
  {
    method: 'POST',
    on: 'object',
    marks: ['uploadId'],
    headers: multipart,
    serve: completeMultipartUpload,
  },
  { method: 'DELETE', on: 'object', marks: ['uploadId'], serve: abortMultipartUpload },
  { method: 'GET', on: 'object', ...reading, serve: getObject },
  { method: 'HEAD', on: 'object', ...reading, serve: headObject },
  { method: 'PUT', on: 'object', headers: [...body, ...lock], serve: putObject },
  { method: 'DELETE', on: 'object', query: ['versionId'], headers: [bypass], serve: deleteObject },
];

const copy: Operation = {
  method: 'PUT',
  on: 'object',
  headers: [
    'x-amz-copy-source',
    'x-amz-metadata-directive',
    'x-amz-sdk-checksum-algorithm',
    ...lock,
  ],
  serve: copyObject,
};

const find = (call: Call): Operation => {
  const on = call.key === '' ? 'bucket' : 'object';
  if (call.headers['x-amz-copy-source'] !== undefined && call.method === 'PUT' && on === 'object')
    return copy;
  const found = operations.find(
    (operation) =>
      operation.method === call.method &&
      operation.on === on &&
      (operation.marks ?? []).every((mark) => call.query.has(mark)),
  );
  if (found) return found;
  if (on === 'object' || !['GET', 'PUT', 'POST', 'DELETE'].includes(call.method))
    throw new S3Error(
      'MethodNotAllowed',
      'The specified method is not allowed against this resource.',
    );
  throw notImplemented(`${call.method} on a bucket with ${[...call.query.keys()].join(', ')}`);
};

const everywhere = {
  /** `x-id` is the SDK's own label; the rest is the presigned signature. */
  query:
    /^(x-id|x-amz-(algorithm|credential|date|expires|signedheaders|signature|content-sha256))$/i,
  headers:
    /^x-amz-(date|content-sha256|user-agent|meta-.+|checksum-(crc32|crc32c|crc64nvme|sha1|sha256))$/,
};

/** The operation a call asks for; refuses each parameter and header that would go unheeded. */
export const operationFor = (call: Call): Operation => {
  const operation = find(call);
  const query = [...(operation.marks ?? []), ...(operation.query ?? [])];
  const strange =
    [...call.query.keys()].find(
      (name) =>
        !everywhere.query.test(name) &&
        !query.includes(name) &&
        !name.toLowerCase().startsWith('x-amz-'),
    ) ??
    Object.keys(call.headers).find(
      (name) =>
        name.startsWith('x-amz-') &&
        !everywhere.headers.test(name) &&
        !(operation.headers ?? []).includes(name),
    );
  if (strange !== undefined) throw notImplemented(strange);
  return operation;
};
