import { S3Error } from '#local/cloud/object-store/s3-error.ts';
import type { Headers, Target } from './canonical-request.ts';

/** A request's claim to be signed, before anybody believes it. */
export interface SignedRequest {
  /** Access key, date, region, service, `aws4_request`. */
  readonly credential: readonly string[];
  readonly amzDate: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly payloadHash: string;
  /** How S3 calls a fault in it. */
  readonly malformed: 'AuthorizationHeaderMalformed' | 'AuthorizationQueryParametersError';
}

const skewMilliseconds = 15 * 60 * 1000;
const longestLifeSeconds = 7 * 24 * 3600;

const instantOf = (amzDate: string): number => {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(amzDate);
  if (!parts)
    throw new S3Error(
      'AccessDenied',
      'AWS authentication requires a valid Date or x-amz-date header',
    );
  const [, year, month, day, hour, minute, second] = parts.map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
};

const iso = (time: number): string => new Date(time).toISOString();

const refuseSkew = (signedAt: number, now: number): void => {
  if (Math.abs(now - signedAt) <= skewMilliseconds) return;
  throw new S3Error(
    'RequestTimeTooSkewed',
    'The difference between the request time and the current time is too large.',
    { RequestTime: iso(signedAt), ServerTime: iso(now), MaxAllowedSkewMilliseconds: '900000' },
  );
};

const readHeader = (authorization: string, headers: Headers, now: number): SignedRequest => {
  const malformed = 'AuthorizationHeaderMalformed';
  const [, credential, signedHeaders, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})$/.exec(
      authorization,
    ) ?? [];
  if (!credential || !signedHeaders || !signature)
    throw new S3Error(malformed, 'The authorization header is malformed.');
  const amzDate = headers['x-amz-date'] ?? '';
  refuseSkew(instantOf(amzDate), now);
  const payloadHash = headers['x-amz-content-sha256'];
  if (payloadHash === undefined)
    throw new S3Error(
      'InvalidRequest',
      'Missing required header for this request: x-amz-content-sha256',
    );
  return {
    credential: credential.split('/'),
    amzDate,
    signedHeaders: signedHeaders.split(';'),
    signature,
    payloadHash,
    malformed,
  };
};

const refuseOutsideLife = (amzDate: string, expires: string, now: number): void => {
  const seconds = Number(expires);
  if (!/^\d+$/.test(expires) || seconds < 1 || seconds > longestLifeSeconds)
    throw new S3Error(
      'AuthorizationQueryParametersError',
      'X-Amz-Expires must be between 1 and 604800 seconds',
    );
  const signedAt = instantOf(amzDate);
  if (signedAt - now > skewMilliseconds)
    throw new S3Error('AccessDenied', 'Request is not valid yet', { ServerTime: iso(now) });
  const end = signedAt + seconds * 1000;
  if (now > end)
    throw new S3Error('AccessDenied', 'Request has expired', {
      'X-Amz-Expires': expires,
      Expires: iso(end),
      ServerTime: iso(now),
    });
};

const readQuery = (target: Target, headers: Headers, now: number): SignedRequest => {
  const malformed = 'AuthorizationQueryParametersError';
  const query = new Map(target.query);
  const parameter = (name: string): string => {
    const value = query.get(name);
    if (value === undefined || target.query.filter(([n]) => n === name).length !== 1)
      throw new S3Error(
        malformed,
        'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
      );
    return value;
  };
  if (parameter('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256')
    throw new S3Error(malformed, 'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"');
  const amzDate = parameter('X-Amz-Date');
  refuseOutsideLife(amzDate, parameter('X-Amz-Expires'), now);
  return {
    credential: parameter('X-Amz-Credential').split('/'),
    amzDate,
    signedHeaders: parameter('X-Amz-SignedHeaders').split(';'),
    signature: parameter('X-Amz-Signature'),
    payloadHash:
      headers['x-amz-content-sha256'] ?? query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
    malformed,
  };
};

export const readAuthorization = (target: Target, headers: Headers, now: number): SignedRequest => {
  const authorization = headers['authorization'];
  const presigned = target.query.some(([name]) => /^x-amz-(algorithm|signature)$/i.test(name));
  if (authorization !== undefined && presigned)
    throw new S3Error('InvalidArgument', 'Only one auth mechanism allowed');
  if (authorization !== undefined) return readHeader(authorization, headers, now);
  if (presigned) return readQuery(target, headers, now);
  throw new S3Error('AccessDenied', 'Access Denied');
};
