import { createHash, createHmac } from 'node:crypto';
import { credentials, region } from './store.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const mac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

/**
 * A PUT whose body is signed chunk by chunk, written from the specification and not from our code:
 * no SDK of this repository sends one.
 */
export const signedChunkedPut = (url: string, path: string, chunks: readonly string[]) => {
  const amzDate = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = `${amzDate.slice(0, 8)}/${region}/s3/aws4_request`;
  const length = chunks.join('').length;
  const signed: Record<string, string> = {
    host: new URL(url).host,
    'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
    'x-amz-date': amzDate,
    'x-amz-decoded-content-length': String(length),
  };
  const names = Object.keys(signed).join(';');
  const canonical = [
    'PUT',
    path,
    '',
    ...Object.entries(signed).map(([name, value]) => `${name}:${value}`),
    '',
    names,
    signed['x-amz-content-sha256'],
  ].join('\n');
  const key = scope
    .split('/')
    .reduce<string | Buffer>((k, part) => mac(k, part), `AWS4${credentials.secretAccessKey}`);
  const sign = (kind: string, ...parts: readonly string[]): string =>
    mac(key, [kind, amzDate, scope, ...parts].join('\n')).toString('hex');
  const seed = sign('AWS4-HMAC-SHA256', hash(canonical));
  let previous = seed;
  const framed = [...chunks, ''].map((chunk) => {
    previous = sign('AWS4-HMAC-SHA256-PAYLOAD', previous, hash(''), hash(chunk));
    return `${chunk.length.toString(16)};chunk-signature=${previous}\r\n${chunk}\r\n`;
  });
  const body = framed.join('');
  return {
    path,
    body,
    headers: {
      ...signed,
      'content-encoding': 'aws-chunked',
      'content-length': String(body.length),
      authorization: `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${seed}`,
    },
  };
};
