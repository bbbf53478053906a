import { createHmac, timingSafeEqual } from 'node:crypto';
import { S3Error } from '#local/cloud/object-store/s3-error.ts';
import { canonicalRequest, type Headers, sha256Hex, type Target } from './canonical-request.ts';
import { readAuthorization, type SignedRequest } from './read-authorization.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** What the signature vouches for; signed chunks continue its chain. */
export interface Signed {
  /** `x-amz-content-sha256`: a literal hash or one of the UNSIGNED and STREAMING words. */
  readonly payload: string;
  readonly signature: string;
  readonly scope: string;
  readonly amzDate: string;
  readonly signingKey: Buffer;
}

const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

export const signatureOf = (signingKey: Buffer, stringToSign: string): string =>
  hmac(signingKey, stringToSign).toString('hex');

const signingKeyOf = (secret: string, scope: readonly string[]): Buffer =>
  scope.reduce<string | Buffer>((key, part) => hmac(key, part), `AWS4${secret}`) as Buffer;

export const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** S3 lets nobody slip in an x-amz header that the signature does not cover. */
const refuseUnsignedHeaders = (headers: Headers, signed: readonly string[]): void => {
  const unsigned = Object.keys(headers).filter(
    (name) => name.startsWith('x-amz-') && !signed.includes(name),
  );
  if (unsigned.length > 0)
    throw new S3Error(
      'AccessDenied',
      'There were headers present in the request which were not signed',
      { HeadersNotSigned: unsigned.join(', ') },
    );
};

const refuseWrongScope = (request: SignedRequest, accessKeyId: string, region: string): void => {
  const [key, date, sentRegion, service, terminator] = request.credential;
  if (key !== accessKeyId)
    throw new S3Error(
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
    );
  if (sentRegion !== region || service !== 's3' || terminator !== 'aws4_request')
    throw new S3Error(request.malformed, `The credential scope must be ${region}/s3/aws4_request`, {
      Region: region,
    });
  if (date !== request.amzDate.slice(0, 8))
    throw new S3Error(
      request.malformed,
      `Invalid credential date "${date}". This date is not the same as X-Amz-Date.`,
    );
};

/**
 * Signature Version 4 for one region and one key pair.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
 */
export const verifySignature = (o: {
  readonly method: string;
  readonly target: Target;
  readonly headers: Headers;
  readonly credentials: Credentials;
  readonly region: string;
  readonly now: number;
}): Signed => {
  const request = readAuthorization(o.target, o.headers, o.now);
  refuseWrongScope(request, o.credentials.accessKeyId, o.region);
  if (!request.signedHeaders.includes('host'))
    throw new S3Error('AccessDenied', 'The host header must be signed.');
  refuseUnsignedHeaders(o.headers, request.signedHeaders);
  const canonical = canonicalRequest({ ...o, ...request });
  const scope = request.credential.slice(1);
  const stringToSign = [
    'AWS4-HMAC-SHA256',
    request.amzDate,
    scope.join('/'),
    sha256Hex(canonical),
  ].join('\n');
  const signingKey = signingKeyOf(o.credentials.secretAccessKey, scope);
  const absent = request.signedHeaders.some((name) => o.headers[name] === undefined);
  if (absent || !isSame(signatureOf(signingKey, stringToSign), request.signature))
    throw new S3Error(
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      { StringToSign: stringToSign, CanonicalRequest: canonical },
    );
  return {
    payload: request.payloadHash,
    signature: request.signature,
    scope: scope.join('/'),
    amzDate: request.amzDate,
    signingKey,
  };
};
