import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { refuseHoistedChecksum } from './body/announced-checksum.ts';
import type { Answer, Call } from './call.ts';
import { corsHeaders, preflightHeaders } from './cors.ts';
import { listBuckets } from './operations/describe-bucket.ts';
import { operationFor } from './operations/operation-table.ts';
import { S3Error } from './s3-error.ts';
import { type Headers, readHeaders, readTarget, type Target } from './signing/canonical-request.ts';
import { type Credentials, verifySignature } from './signing/verify-signature.ts';
import type { Bucket } from './storage/bucket.ts';
import { element } from './xml.ts';

export interface Serving {
  readonly buckets: ReadonlyMap<string, Bucket>;
  readonly credentials: Credentials;
  readonly region: string;
  readonly clock: () => number;
}

const longestKey = 1024;

/** Path style: the first part is the bucket, all the rest is the key, slashes and dots as they are. */
const addressOf = ({ path }: Target): { readonly bucket: string; readonly key: string } => {
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?([\s\S]*)$/.exec(path) ?? [];
  if (Buffer.byteLength(key) > longestKey)
    throw new S3Error('KeyTooLongError', 'Your key is too long', { MaxSizeAllowed: '1024' });
  return { bucket, key };
};

const bucketIn =
  ({ buckets }: Serving) =>
  (name: string): Bucket => {
    const bucket = buckets.get(name);
    if (!bucket)
      throw new S3Error('NoSuchBucket', 'The specified bucket does not exist', {
        BucketName: name,
      });
    return bucket;
  };

/** S3 reads `x-amz-*` headers that a presigned URL carries in its query. */
const withHoisted = (headers: Headers, target: Target): Headers => {
  const merged: Record<string, string> = Object.create(null);
  for (const [name, value] of target.query) {
    const header = name.toLowerCase();
    const signature = /^x-amz-(algorithm|credential|expires|signedheaders|signature)$/.test(header);
    if (header.startsWith('x-amz-') && !signature) merged[header] = value;
  }
  return Object.assign(merged, headers);
};

const verify = (request: IncomingMessage, serving: Serving): Call => {
  const target = readTarget(request.url ?? '/');
  const headers = readHeaders(request.rawHeaders);
  const method = request.method ?? '';
  const now = serving.clock();
  const signed = verifySignature({ ...serving, method, target, headers, now });
  refuseHoistedChecksum(target.query.map(([name]) => name));
  return {
    method,
    ...addressOf(target),
    query: new Map(target.query),
    headers: withHoisted(headers, target),
    signed,
    // A refused body must not take the connection, and with it the refusal, away.
    body: request.iterator({ destroyOnReturn: false }),
    now,
  };
};

const serve = async (request: IncomingMessage, serving: Serving): Promise<Answer> => {
  const call = verify(request, serving);
  if (call.bucket === '' && call.method === 'GET') return listBuckets([...serving.buckets.keys()]);
  const bucketNamed = bucketIn(serving);
  const bucket = bucketNamed(call.bucket);
  return operationFor(call).serve(call, bucket, bucketNamed);
};

const preflight = (request: IncomingMessage, serving: Serving): Answer => {
  const bucket = bucketIn(serving)(addressOf(readTarget(request.url ?? '/')).bucket);
  const headers = readHeaders(request.rawHeaders);
  return { status: 200, headers: preflightHeaders(bucket.spec.cors, headers) };
};

const refusal = (error: unknown, requestId: string): Answer => {
  const known =
    error instanceof S3Error
      ? error
      : new S3Error('InternalError', 'We encountered an internal error. Please try again.');
  if (known.code === 'NotModified') return { status: known.status, headers: known.details };
  const details = Object.entries(known.details).map(([name, value]) => element(name, value));
  return {
    status: known.status,
    xml: `<?xml version="1.0" encoding="UTF-8"?>\n${element('Error', [
      element('Code', known.code),
      element('Message', known.message),
      ...details,
      element('RequestId', requestId),
    ])}`,
  };
};

/** A page may read an answer, refusals included, only where the bucket's rules let its origin. */
const corsOf = (request: IncomingMessage, { buckets }: Serving): Record<string, string> => {
  if (request.headers.origin === undefined || request.method === 'OPTIONS') return {};
  const name = (request.url ?? '').split(/[/?]/)[1] ?? '';
  const rules = buckets.get(name)?.spec.cors ?? [];
  return corsHeaders(rules, request.method ?? '', readHeaders(request.rawHeaders));
};

const send = async (
  answer: Answer,
  request: IncomingMessage,
  response: ServerResponse,
  extra: Readonly<Record<string, string>>,
): Promise<void> => {
  const xml = request.method === 'HEAD' ? undefined : answer.xml;
  const headers = {
    ...(xml !== undefined && {
      'content-type': 'application/xml',
      'content-length': String(Buffer.byteLength(xml)),
    }),
    ...extra,
    ...answer.headers,
  };
  // What is left of a refused body is read and thrown away, so that the client sees the refusal.
  request.resume();
  response.writeHead(answer.status, headers);
  if (!answer.file) {
    response.end(xml);
    return;
  }
  const { handle, start, end } = answer.file;
  await pipeline(handle.createReadStream({ start, end }), response);
};

export const answerRequest = async (
  request: IncomingMessage,
  response: ServerResponse,
  serving: Serving,
): Promise<void> => {
  const requestId = randomBytes(8).toString('hex').toUpperCase();
  const judge = async (): Promise<Answer> =>
    request.method === 'OPTIONS' ? preflight(request, serving) : serve(request, serving);
  const answer = await judge().catch((error: unknown) => refusal(error, requestId));
  // Node's own Date header does not know a clock that a story has set; the SDK signs by it.
  const date = new Date().toUTCString();
  const extra = { 'x-amz-request-id': requestId, date, ...corsOf(request, serving) };
  // A client that hangs up while it is answered is its own affair.
  await send(answer, request, response, extra).catch(() => response.destroy());
};
