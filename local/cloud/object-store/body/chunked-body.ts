import { createHash } from 'node:crypto';
import { S3Error } from '#local/cloud/object-store/s3-error.ts';
import { sha256Hex } from '#local/cloud/object-store/signing/canonical-request.ts';
import {
  isSame,
  type Signed,
  signatureOf,
} from '#local/cloud/object-store/signing/verify-signature.ts';

export interface ChunkedBody {
  readonly data: AsyncIterable<Uint8Array>;
  /** Complete once `data` has ended. */
  readonly trailers: ReadonlyMap<string, string>;
}

const incomplete = (): S3Error =>
  new S3Error('IncompleteBody', 'The request body terminated unexpectedly');

const longestLine = 4096;

/** Reads lines and counted bytes from a stream of buffers without holding more than one of them. */
class ByteReader {
  private readonly source: AsyncIterator<Uint8Array>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]();
  }

  private async pull(): Promise<Buffer> {
    const { value, done } = await this.source.next();
    if (done) throw incomplete();
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }

  async line(): Promise<string> {
    for (;;) {
      const end = this.rest.indexOf('\r\n');
      if (end >= 0) {
        const line = this.rest.toString('latin1', 0, end);
        this.rest = this.rest.subarray(end + 2);
        return line;
      }
      if (this.rest.length > longestLine) throw incomplete();
      this.rest = Buffer.concat([this.rest, await this.pull()]);
    }
  }

  async *take(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0; ) {
      if (this.rest.length === 0) this.rest = await this.pull();
      const piece = this.rest.subarray(0, left);
      this.rest = this.rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }
}

const chunkSize = (line: string): number => {
  const [, size] = /^([0-9a-fA-F]{1,16})(?:;|$)/.exec(line) ?? [];
  if (size === undefined) throw incomplete();
  return Number.parseInt(size, 16);
};

/** Each chunk signs its own hash and the signature before it; undefined where chunks are unsigned. */
const makeChunkCheck = (signed: Signed | undefined): ((line: string, hash: string) => void) => {
  if (!signed) return () => undefined;
  let previous = signed.signature;
  return (line, hash) => {
    const sent = /;chunk-signature=([0-9a-f]{64})$/.exec(line)?.[1] ?? '';
    const expected = signatureOf(
      signed.signingKey,
      [
        'AWS4-HMAC-SHA256-PAYLOAD',
        signed.amzDate,
        signed.scope,
        previous,
        sha256Hex(''),
        hash,
      ].join('\n'),
    );
    if (!isSame(sent, expected))
      throw new S3Error(
        'SignatureDoesNotMatch',
        'The chunk signature we calculated does not match the signature you provided.',
      );
    previous = expected;
  };
};

const readTrailers = async (reader: ByteReader, trailers: Map<string, string>): Promise<void> => {
  for (let line = await reader.line(); line !== ''; line = await reader.line()) {
    const at = line.indexOf(':');
    if (at < 1 || trailers.size > 8) throw incomplete();
    trailers.set(line.slice(0, at).toLowerCase(), line.slice(at + 1).trim());
  }
};

/** One chunk's bytes; its signature is checked behind them. Answers how many they were. */
const readChunk = async function* (
  reader: ByteReader,
  check: ReturnType<typeof makeChunkCheck>,
): AsyncGenerator<Buffer, number> {
  const line = await reader.line();
  const size = chunkSize(line);
  const hash = createHash('sha256');
  for await (const piece of reader.take(size)) {
    hash.update(piece);
    yield piece;
  }
  check(line, hash.digest('hex'));
  return size;
};

/**
 * Takes the `aws-chunked` framing off a body.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 */
export const decodeChunkedBody = (
  source: AsyncIterable<Uint8Array>,
  signedChunks: Signed | undefined,
): ChunkedBody => {
  const trailers = new Map<string, string>();
  const decode = async function* (): AsyncGenerator<Buffer> {
    const reader = new ByteReader(source);
    const check = makeChunkCheck(signedChunks);
    while ((yield* readChunk(reader, check)) > 0)
      if ((await reader.line()) !== '') throw incomplete();
    await readTrailers(reader, trailers);
  };
  return { data: decode(), trailers };
};
