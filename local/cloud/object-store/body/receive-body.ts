import { open } from 'node:fs/promises';
import type { Call } from '#local/cloud/object-store/call.ts';
import { notImplemented, S3Error } from '#local/cloud/object-store/s3-error.ts';
import { announcedChecksum, isDigest } from './announced-checksum.ts';
import { decodeChunkedBody } from './chunked-body.ts';
import { type ChecksumAlgorithm, type Digest, digestLength, makeDigest } from './digests.ts';

export interface Received {
  readonly size: number;
  readonly md5: Buffer;
  readonly checksum?: { readonly algorithm: ChecksumAlgorithm; readonly value: string };
}

/** S3's limit for one PutObject. */
const largestBody = 5 * 1024 ** 3;

interface Framing {
  readonly data: AsyncIterable<Uint8Array>;
  readonly trailers: ReadonlyMap<string, string>;
  readonly length: number;
  /** The literal hash that was signed for the body. */
  readonly sha256?: string;
}

const announcedLength = (text: string | undefined): number => {
  if (text === undefined || !/^\d+$/.test(text))
    throw new S3Error('MissingContentLength', 'You must provide the Content-Length HTTP header.');
  const length = Number(text);
  if (length > largestBody)
    throw new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
      ProposedSize: text,
      MaxSizeAllowed: String(largestBody),
    });
  return length;
};

const noTrailers: ReadonlyMap<string, string> = new Map();

const framingOf = ({ headers, signed, body }: Call): Framing => {
  const { payload } = signed;
  const plain = (): number => announcedLength(headers['content-length']);
  if (payload === 'UNSIGNED-PAYLOAD') return { data: body, trailers: noTrailers, length: plain() };
  if (/^[0-9a-f]{64}$/.test(payload))
    return { data: body, trailers: noTrailers, length: plain(), sha256: payload };
  const decoded = (): number => announcedLength(headers['x-amz-decoded-content-length']);
  if (payload === 'STREAMING-UNSIGNED-PAYLOAD-TRAILER')
    return { ...decodeChunkedBody(body, undefined), length: decoded() };
  if (payload === 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD')
    return { ...decodeChunkedBody(body, signed), length: decoded() };
  if (payload.startsWith('STREAMING-')) throw notImplemented(`x-amz-content-sha256: ${payload}`);
  throw new S3Error(
    'InvalidArgument',
    'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, a STREAMING value, or a valid sha256 value.',
  );
};

const announcedMd5 = (headers: Call['headers']): string | undefined => {
  const md5 = headers['content-md5'];
  if (md5 !== undefined && !isDigest(md5, digestLength.md5))
    throw new S3Error('InvalidDigest', 'The Content-MD5 you specified was invalid');
  return md5;
};

const badDigest = (what: string): S3Error =>
  new S3Error('BadDigest', `The ${what} you specified did not match what we received.`);

/** Counts, hashes and passes on; more than was announced never reaches the disk. */
const pump = async (
  framing: Framing,
  digests: readonly Digest[],
  write: (piece: Uint8Array) => Promise<unknown>,
): Promise<number> => {
  let size = 0;
  for await (const piece of framing.data) {
    size += piece.length;
    if (size > framing.length) break;
    for (const digest of digests) digest.update(piece);
    await write(piece);
  }
  if (size !== framing.length)
    throw new S3Error(
      'IncompleteBody',
      'You did not provide the number of bytes specified by the Content-Length HTTP header',
    );
  return size;
};

const checkChecksum = (
  announced: NonNullable<ReturnType<typeof announcedChecksum>>,
  trailers: ReadonlyMap<string, string>,
  digest: Digest,
): NonNullable<Received['checksum']> => {
  const { algorithm } = announced;
  const sent = announced.value ?? trailers.get(`x-amz-checksum-${algorithm}`);
  const value = digest.bytes().toString('base64');
  if (sent !== value) throw badDigest(algorithm.toUpperCase());
  return { algorithm, value };
};

/** Streams the body through `write` and answers only when every promise about it is kept. */
const receive = async (
  call: Call,
  write: (piece: Uint8Array) => Promise<unknown>,
): Promise<Received> => {
  const framing = framingOf(call);
  const announced = announcedChecksum(call.headers);
  const contentMd5 = announcedMd5(call.headers);
  const md5 = makeDigest('md5');
  const sha256 = framing.sha256 === undefined ? undefined : makeDigest('sha256');
  const checksum = announced && makeDigest(announced.algorithm);
  const digests = [md5, sha256, checksum].filter((digest) => digest !== undefined);
  const size = await pump(framing, digests, write);
  const received = md5.bytes();
  if (sha256 && sha256.bytes().toString('hex') !== framing.sha256)
    throw new S3Error(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  if (contentMd5 !== undefined && contentMd5 !== received.toString('base64'))
    throw badDigest('Content-MD5');
  return {
    size,
    md5: received,
    ...(announced &&
      checksum && { checksum: checkChecksum(announced, framing.trailers, checksum) }),
  };
};

/** Into a new file, on the disk before the promise resolves. The caller removes it on failure. */
export const receiveFile = async (call: Call, path: string): Promise<Received> => {
  const file = await open(path, 'wx', 0o600);
  try {
    const received = await receive(call, (piece) => file.writev([piece]));
    await file.sync();
    return received;
  } finally {
    await file.close();
  }
};

/** Small request documents: S3 takes at most 1000 keys or 10000 parts. */
const largestDocument = 2 * 1024 ** 2;

export const receiveText = async (call: Call): Promise<string> => {
  const pieces: Buffer[] = [];
  let size = 0;
  await receive(call, async (piece) => {
    size += piece.length;
    if (size > largestDocument)
      throw new S3Error('MalformedXML', 'The XML you provided is too large');
    pieces.push(Buffer.from(piece));
  });
  return Buffer.concat(pieces).toString('utf8');
};
