import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorOf, openStore, type TestStore } from './store.ts';

let store: TestStore;
const at = { Bucket: 'plain', Key: 'parts' };
const big = Buffer.alloc(5 * 1024 * 1024, 'x');

beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.stop());

const begin = async () =>
  (await store.s3.send(new CreateMultipartUploadCommand({ ...at, ContentType: 'image/png' })))
    .UploadId;
const part = async (UploadId: string | undefined, PartNumber: number, Body: Uint8Array) => {
  const command = new UploadPartCommand({ ...at, UploadId, PartNumber, Body });
  return { PartNumber, ETag: (await store.s3.send(command)).ETag };
};
const complete = (UploadId: string | undefined, Parts: { PartNumber: number }[]) =>
  store.s3.send(
    new CompleteMultipartUploadCommand({ ...at, UploadId, MultipartUpload: { Parts } }),
  );

describe('an upload in parts', () => {
  it('becomes one object when it is completed, and not before', async () => {
    const id = await begin();
    const parts = [await part(id, 1, big), await part(id, 2, Buffer.from('tail'))];
    expect(await errorOf(store.s3.send(new GetObjectCommand(at)))).toBe('404 NoSuchKey');
    const { ETag } = await complete(id, parts);
    expect(ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
    const { Body, ContentType } = await store.s3.send(new GetObjectCommand(at));
    const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
    expect(bytes.equals(Buffer.concat([big, Buffer.from('tail')]))).toBe(true);
    expect(ContentType).toBe('image/png');
    expect(await errorOf(complete(id, parts))).toBe('404 NoSuchUpload');
  });

  it('is refused out of order, with an unknown part, or with a small one in the middle', async () => {
    const id = await begin();
    const first = await part(id, 1, Buffer.from('small'));
    const second = await part(id, 2, Buffer.from('small'));
    expect(await errorOf(complete(id, [second, first]))).toBe('400 InvalidPartOrder');
    expect(await errorOf(complete(id, [{ ...first, PartNumber: 3 }]))).toBe('400 InvalidPart');
    expect(await errorOf(complete(id, [first, second]))).toBe('400 EntityTooSmall');
    await store.s3.send(new AbortMultipartUploadCommand({ ...at, UploadId: id }));
    expect(await errorOf(part(id, 3, big))).toBe('404 NoSuchUpload');
  });
});
