import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { Readable } from 'node:stream';
import {
  type ChecksumAlgorithm,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDigest } from '#local/cloud/object-store/body/digests.ts';
import { signedChunkedPut } from './signed-chunks.ts';
import { clientFor, errorOf, openStore, sha256, type TestStore } from './store.ts';

let store: TestStore;

beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.stop());

// Check values of the catalogue of parametrised CRC algorithms, for the text "123456789".
describe.each([
  ['crc32', 'cbf43926'],
  ['crc32c', 'e3069283'],
  ['crc64nvme', 'ae8b14860a799888'],
] as const)('%s', (algorithm, expected) => {
  it('agrees with the published check value, in one piece or in many', () => {
    const whole = makeDigest(algorithm);
    whole.update(Buffer.from('123456789'));
    const pieces = makeDigest(algorithm);
    for (const piece of ['1', '2345', '6789']) pieces.update(Buffer.from(piece));
    expect(whole.bytes().toString('hex')).toBe(expected);
    expect(pieces.bytes().toString('hex')).toBe(expected);
  });
});

describe('checksums', () => {
  it.each(['CRC32', 'CRC32C', 'SHA1', 'SHA256', 'CRC64NVME'] as const)(
    'of the SDK are verified and given back: %s',
    async (algorithm: ChecksumAlgorithm) => {
      const digest = makeDigest(algorithm.toLowerCase() as 'crc32');
      digest.update(Buffer.from('bytes'));
      const value = digest.bytes().toString('base64');
      const field = `Checksum${algorithm}`;
      const send = (body: string) =>
        store.s3.send(
          new PutObjectCommand({ Bucket: 'plain', Key: algorithm, Body: body, [field]: value }),
        );
      await send('bytes');
      const head = await store.s3.send(
        new HeadObjectCommand({ Bucket: 'plain', Key: algorithm, ChecksumMode: 'ENABLED' }),
      );
      expect((head as unknown as Record<string, unknown>)[field]).toBe(value);
      expect(await errorOf(send('other'))).toBe('400 BadDigest');
    },
  );

  it('of a stream follow behind it, and the framing stays out of the object', async () => {
    const bytes = Buffer.alloc(300_000, 'abcdefg');
    await store.s3.send(
      new PutObjectCommand({
        Bucket: 'plain',
        Key: 'stream',
        Body: Readable.from([bytes.subarray(0, 100_000), bytes.subarray(100_000)]),
        ContentLength: bytes.length,
        ChecksumAlgorithm: 'SHA256',
      }),
    );
    const back = await store.s3.send(
      new GetObjectCommand({ Bucket: 'plain', Key: 'stream', ChecksumMode: 'ENABLED' }),
    );
    expect(Buffer.from((await back.Body?.transformToByteArray()) ?? []).equals(bytes)).toBe(true);
    expect(back.ChecksumSHA256).toBe(sha256(bytes));
    expect(back.ContentEncoding ?? '').toBe('');
  });

  it('of a stream are refused when they are wrong', async () => {
    const s3 = clientFor(store.url);
    s3.middlewareStack.add(
      (next) => (args) => {
        const { headers } = args.request as { headers: Record<string, string> };
        expect(headers['x-amz-trailer']).toBe('x-amz-checksum-crc32');
        const sent = args.request as { body: AsyncIterable<Buffer> };
        sent.body = Readable.from(spoilTrailer(sent.body));
        return next(args);
      },
      { step: 'deserialize', priority: 'low' },
    );
    const body = Readable.from([Buffer.from('stream')]);
    const put = new PutObjectCommand({
      Bucket: 'plain',
      Key: 'spoilt',
      Body: body,
      ContentLength: 6,
    });
    expect(await errorOf(s3.send(put))).toBe('400 BadDigest');
  });

  it('by Content-MD5 are verified', async () => {
    const md5 = createHash('md5').update('bytes').digest('base64');
    const put = (body: string, contentMd5: string) =>
      errorOf(
        store.s3.send(
          new PutObjectCommand({ Bucket: 'plain', Key: 'md5', Body: body, ContentMD5: contentMd5 }),
        ),
      );
    expect(await put('bytes', md5)).toBe('accepted');
    expect(await put('other', md5)).toBe('400 BadDigest');
    expect(await put('bytes', 'not base64')).toBe('400 InvalidDigest');
  });
});

const spoilTrailer = async function* (body: AsyncIterable<Buffer>) {
  for await (const piece of body)
    yield Buffer.from(
      Buffer.from(piece)
        .toString('latin1')
        .replace(/(x-amz-checksum-crc32:)(.)/, (_, name, c) => `${name}${c === 'A' ? 'B' : 'A'}`),
      'latin1',
    );
};

describe('chunks that sign themselves', () => {
  const send = (spoil: (framed: string) => string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { path, headers, body } = signedChunkedPut(store.url, '/plain/chunks', ['one', 'two']);
      const outgoing = request(`${store.url}${path}`, { method: 'PUT', headers }, (response) => {
        let text = '';
        response.on('data', (piece) => {
          text += piece;
        });
        response.on('end', () =>
          resolve(`${response.statusCode} ${/<Code>(\w+)/.exec(text)?.[1] ?? ''}`.trim()),
        );
      });
      outgoing.on('error', reject);
      outgoing.end(spoil(body));
    });

  it('are taken when the chain of signatures holds', async () => {
    expect(await send((body) => body)).toBe('200');
    const back = await store.s3.send(new GetObjectCommand({ Bucket: 'plain', Key: 'chunks' }));
    expect(await back.Body?.transformToString()).toBe('onetwo');
  });

  it('are refused when one byte, or one signature, is another', async () => {
    expect(await send((body) => body.replace('two', 'twa'))).toBe('403 SignatureDoesNotMatch');
    expect(
      await send((body) =>
        body.replace(/signature=(.)/, (_, c) => `signature=${c === 'a' ? 'b' : 'a'}`),
      ),
    ).toBe('403 SignatureDoesNotMatch');
  });
});
