import { createHash } from 'node:crypto';
import { S3Error } from '#local/cloud/object-store/s3-error.ts';

export type Headers = Readonly<Record<string, string>>;

export interface Target {
  /** Decoded, as sent: S3 neither resolves `..` nor merges slashes. */
  readonly path: string;
  readonly query: readonly (readonly [name: string, value: string])[];
}

const decodable = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

const decode = (text: string): string => {
  const decoded = decodable(text);
  if (decoded === undefined)
    throw new S3Error('InvalidURI', "Couldn't parse the specified URI.", { URI: text });
  return decoded;
};

export const readTarget = (url: string): Target => {
  const at = url.indexOf('?');
  const query = at < 0 ? '' : url.slice(at + 1);
  return {
    path: decode(at < 0 ? url : url.slice(0, at)),
    query: query
      .split('&')
      .filter(Boolean)
      .map((pair) => {
        const [name = '', ...value] = pair.split('=');
        const text = (part: string): string => decode(part.replaceAll('+', '%20'));
        return [text(name), text(value.join('='))] as const;
      }),
  };
};

/** Header names in lower case; a repeated header is joined by commas, as the signature sees it. */
export const readHeaders = (rawHeaders: readonly string[]): Headers => {
  const headers: Record<string, string> = Object.create(null);
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const name = (rawHeaders[i] ?? '').toLowerCase();
    const value = (rawHeaders[i + 1] ?? '').trim();
    headers[name] = headers[name] === undefined ? value : `${headers[name]},${value}`;
  }
  return headers;
};

export const percentEncode = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const byCodeUnit = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

const canonicalQuery = (query: Target['query']): string =>
  query
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [percentEncode(name), percentEncode(value)] as const)
    .sort(([a, x], [b, y]) => byCodeUnit(a, b) || byCodeUnit(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');

export const canonicalRequest = (o: {
  readonly method: string;
  readonly target: Target;
  readonly headers: Headers;
  readonly signedHeaders: readonly string[];
  readonly payloadHash: string;
}): string => {
  const headers = o.signedHeaders.map(
    (name) => `${name}:${(o.headers[name] ?? '').replace(/\s+/g, ' ')}\n`,
  );
  return [
    o.method,
    o.target.path.split('/').map(percentEncode).join('/'),
    canonicalQuery(o.target.query),
    headers.join(''),
    o.signedHeaders.join(';'),
    o.payloadHash,
  ].join('\n');
};

export const sha256Hex = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex');
