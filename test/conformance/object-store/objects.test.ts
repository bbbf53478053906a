import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketVersioningCommand,
  GetObjectAclCommand,
  GetObjectCommand,
  GetObjectRetentionCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorOf, openStore, refusalOf, signGet, type TestStore } from './store.ts';

let store: TestStore;

beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.stop());

const put = (Key: string, Body = 'bytes', o: Partial<PutObjectCommandInput> = {}) =>
  store.s3.send(new PutObjectCommand({ Bucket: 'plain', Key, Body, ...o }));
const read = async (Key: string, o: object = {}) => {
  const { Body } = await store.s3.send(new GetObjectCommand({ Bucket: 'plain', Key, ...o }));
  return Body?.transformToString();
};

describe('an object', () => {
  it('keeps bytes, type, metadata and entity tag, under any key', async () => {
    const Key = "hồ sơ/a b+c&d=e%2F'(1)*!/../~.pdf";
    await put(Key, 'bytes', { ContentType: 'application/pdf', Metadata: { office: 'vi-thanh' } });
    const head = await store.s3.send(new HeadObjectCommand({ Bucket: 'plain', Key }));
    expect(head).toMatchObject({
      ContentType: 'application/pdf',
      ContentLength: 5,
      ETag: '"4b3a6218bb3e3a7303e8a171a60fcf92"',
      Metadata: { office: 'vi-thanh' },
    });
    expect(await read(Key)).toBe('bytes');
    // fetch would resolve the dots before it asks.
    const link = Key.replace('/../', '/');
    await put(link);
    expect(await (await fetch(await signGet(store, link))).text()).toBe('bytes');
  });

  it('of no bytes at all is an object', async () => {
    await put('empty', '');
    expect(await read('empty')).toBe('');
  });

  it.each([
    ['bytes=0-2', '012'],
    ['bytes=7-', '789'],
    ['bytes=-2', '89'],
    ['bytes=8-99', '89'],
    ['bytes=0-0', '0'],
  ])('is read in part: %s', async (Range, expected) => {
    await put('range', '0123456789');
    expect(await read('range', { Range })).toBe(expected);
  });

  it('refuses a range behind its end', async () => {
    await put('short', '0123');
    expect(await errorOf(read('short', { Range: 'bytes=4-' }))).toBe('416 InvalidRange');
  });

  it('is given under another name and type by a signed link only', async () => {
    await put('named');
    const command = new GetObjectCommand({
      Bucket: 'plain',
      Key: 'named',
      ResponseContentDisposition: 'attachment; filename="a.pdf"',
      ResponseContentType: 'application/pdf',
    });
    const url = await getSignedUrl(store.s3, command);
    const { headers } = await fetch(url);
    expect(headers.get('content-disposition')).toBe('attachment; filename="a.pdf"');
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(await refusalOf(await fetch(url.replace('a.pdf', 'b.exe')))).toBe(
      '403 SignatureDoesNotMatch',
    );
  });

  it('is read on condition', async () => {
    const { ETag } = await put('conditional');
    expect(await read('conditional', { IfMatch: ETag })).toBe('bytes');
    expect(await errorOf(read('conditional', { IfMatch: '"x"' }))).toBe('412 PreconditionFailed');
    expect(await errorOf(read('conditional', { IfNoneMatch: ETag }))).toMatch(/^304/);
  });

  it('is overwritten, unless the writer asks to create it', async () => {
    await put('again', 'first');
    await put('again', 'second');
    expect(await errorOf(put('again', 'third', { IfNoneMatch: '*' }))).toBe(
      '412 PreconditionFailed',
    );
    expect(await errorOf(put('again', 'third', { IfMatch: '"x"' }))).toBe('412 PreconditionFailed');
    expect(await read('again')).toBe('second');
  });

  it('is gone after its deletion, and deleting it again is no error', async () => {
    await put('gone');
    const remove = new DeleteObjectCommand({ Bucket: 'plain', Key: 'gone' });
    await store.s3.send(remove);
    await store.s3.send(remove);
    expect(await errorOf(read('gone'))).toBe('404 NoSuchKey');
  });

  it('is copied with its description, from another bucket too', async () => {
    await put('original', 'copy me', { ContentType: 'image/png' });
    await store.s3.send(
      new CopyObjectCommand({ Bucket: 'versioned', Key: 'copy', CopySource: 'plain/original' }),
    );
    const { Body, ContentType } = await store.s3.send(
      new GetObjectCommand({ Bucket: 'versioned', Key: 'copy' }),
    );
    expect([await Body?.transformToString(), ContentType]).toEqual(['copy me', 'image/png']);
  });
});

describe('a bucket', () => {
  it('that is not there is said to be so', async () => {
    const Bucket = 'nowhere';
    expect(await errorOf(put('x', 'x', { Bucket }))).toBe('404 NoSuchBucket');
    expect(await errorOf(store.s3.send(new HeadBucketCommand({ Bucket })))).toMatch(/^404/);
  });

  it('takes only creations where its policy demands so', async () => {
    const Bucket = 'create-only';
    expect(await errorOf(put('x', 'x', { Bucket }))).toBe('403 AccessDenied');
    const copy = new CopyObjectCommand({ Bucket, Key: 'x', CopySource: 'plain/x' });
    expect(await errorOf(store.s3.send(copy))).toBe('403 AccessDenied');
    expect(await errorOf(put('x', 'x', { Bucket, IfNoneMatch: '*' }))).toBe('accepted');
    expect(await errorOf(put('x', 'y', { Bucket, IfNoneMatch: '*' }))).toBe(
      '412 PreconditionFailed',
    );
  });

  it('is listed page by page in the order of bytes', async () => {
    const keys = ['list/a', 'list/b/1', 'list/b/2', 'list/c', 'list/đ', 'list/z'];
    for (const key of keys) await put(key);
    const seen: (string | undefined)[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await store.s3.send(
        new ListObjectsV2Command({
          Bucket: 'plain',
          Prefix: 'list/',
          MaxKeys: 2,
          ContinuationToken,
        }),
      );
      expect(page.KeyCount).toBeLessThanOrEqual(2);
      seen.push(...(page.Contents ?? []).map(({ Key }) => Key));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken);
    expect(seen).toEqual(['list/a', 'list/b/1', 'list/b/2', 'list/c', 'list/z', 'list/đ']);
  });

  it('is listed folder by folder', async () => {
    for (const key of ['tree/a', 'tree/b/1', 'tree/b/2', 'tree/c/1']) await put(key);
    const list = (MaxKeys: number, ContinuationToken?: string) =>
      store.s3.send(
        new ListObjectsV2Command({
          Bucket: 'plain',
          Prefix: 'tree/',
          Delimiter: '/',
          MaxKeys,
          ContinuationToken,
        }),
      );
    const all = await list(1000);
    expect(all.Contents?.map(({ Key }) => Key)).toEqual(['tree/a']);
    expect(all.CommonPrefixes?.map(({ Prefix }) => Prefix)).toEqual(['tree/b/', 'tree/c/']);
    const first = await list(2);
    const second = await list(2, first.NextContinuationToken);
    expect(second.CommonPrefixes?.map(({ Prefix }) => Prefix)).toEqual(['tree/c/']);
  });

  it('deletes many at once, and wants a checksum for it', async () => {
    await put('many/1');
    await put('many/<&2>');
    const Objects = [{ Key: 'many/1' }, { Key: 'many/<&2>' }, { Key: 'many/absent' }];
    const { Deleted } = await store.s3.send(
      new DeleteObjectsCommand({ Bucket: 'plain', Delete: { Objects } }),
    );
    expect(Deleted?.map(({ Key }) => Key)).toEqual(Objects.map(({ Key }) => Key));
    expect(await errorOf(read('many/<&2>'))).toBe('404 NoSuchKey');
  });
});

describe('a bucket with versions', () => {
  const Bucket = 'versioned';

  it('keeps what is overwritten or deleted', async () => {
    const Key = 'kept';
    const one = await put(Key, 'one', { Bucket });
    await put(Key, 'two', { Bucket });
    const marker = await store.s3.send(new DeleteObjectCommand({ Bucket, Key }));
    expect(marker.DeleteMarker).toBe(true);
    expect(await errorOf(read(Key, { Bucket }))).toBe('404 NoSuchKey');
    expect(await read(Key, { Bucket, VersionId: one.VersionId })).toBe('one');
    expect(await errorOf(read(Key, { Bucket, VersionId: marker.VersionId }))).toBe(
      '405 MethodNotAllowed',
    );
    expect(await errorOf(read(Key, { Bucket, VersionId: 'none' }))).toBe('404 NoSuchVersion');
    const listed = await store.s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: Key }));
    expect(listed.Versions?.map(({ IsLatest, Size }) => [IsLatest, Size])).toEqual([
      [false, 3],
      [false, 3],
    ]);
    expect(listed.DeleteMarkers?.map(({ IsLatest }) => IsLatest)).toEqual([true]);
    await store.s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId: marker.VersionId }));
    expect(await read(Key, { Bucket })).toBe('two');
  });

  it('says that it keeps versions', async () => {
    const { Status } = await store.s3.send(new GetBucketVersioningCommand({ Bucket }));
    expect(Status).toBe('Enabled');
  });
});

describe('object lock', () => {
  const remove = (Bucket: string, Key: string, o: object = {}) =>
    errorOf(store.s3.send(new DeleteObjectCommand({ Bucket, Key, ...o })));

  it('keeps a version from everybody until its time is over', async () => {
    const { VersionId } = await put('evidence', 'x', { Bucket: 'locked' });
    const options = { VersionId, BypassGovernanceRetention: true };
    expect(await remove('locked', 'evidence', options)).toBe('403 AccessDenied');
    expect(await read('evidence', { Bucket: 'locked', VersionId })).toBe('x');
    const Objects = [{ Key: 'evidence', VersionId }];
    const { Errors } = await store.s3.send(
      new DeleteObjectsCommand({ Bucket: 'locked', Delete: { Objects } }),
    );
    expect(Errors?.map(({ Code }) => Code)).toEqual(['AccessDenied']);
    expect(await remove('locked', 'evidence')).toBe('accepted');
  });

  it('in governance mode yields to whoever says so on purpose', async () => {
    const { VersionId } = await put('governed', 'x', { Bucket: 'governed' });
    expect(await remove('governed', 'governed', { VersionId })).toBe('403 AccessDenied');
    expect(
      await remove('governed', 'governed', { VersionId, BypassGovernanceRetention: true }),
    ).toBe('accepted');
  });

  it('takes the time that the upload asks for, and tells it', async () => {
    const ObjectLockRetainUntilDate = new Date(Date.now() + 3_600_000);
    const Bucket = 'governed';
    await put('own', 'x', { Bucket, ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate });
    const { Retention } = await store.s3.send(
      new GetObjectRetentionCommand({ Bucket, Key: 'own' }),
    );
    expect(Retention).toEqual({
      Mode: 'COMPLIANCE',
      RetainUntilDate: ObjectLockRetainUntilDate,
    });
    const past = { ObjectLockMode: 'COMPLIANCE', ObjectLockRetainUntilDate: new Date(0) } as const;
    expect(await errorOf(put('past', 'x', { Bucket, ...past }))).toBe('400 InvalidArgument');
    expect(await errorOf(put('past', 'x', past))).toMatch(/^400 Invalid/);
  });
});

describe('what this store does not do', () => {
  it('is answered 501, and harms nothing', async () => {
    await put('unharmed');
    const Key = 'unharmed';
    const Bucket = 'plain';
    const asked = [
      new PutObjectTaggingCommand({ Bucket, Key, Tagging: { TagSet: [{ Key: 'a', Value: 'b' }] } }),
      new GetObjectAclCommand({ Bucket, Key }),
      new ListObjectsCommand({ Bucket }),
    ];
    for (const command of asked)
      expect(await errorOf(store.s3.send(command as GetObjectAclCommand))).toBe(
        '501 NotImplemented',
      );
    expect(await errorOf(put(Key, 'x', { ACL: 'public-read' }))).toBe('501 NotImplemented');
    expect(await errorOf(put(Key, 'x', { Tagging: 'a=b' }))).toBe('501 NotImplemented');
    expect(await read(Key)).toBe('bytes');
  });

  it('is a key longer than S3 takes', async () => {
    expect(await errorOf(put('k'.repeat(1025)))).toBe('400 KeyTooLongError');
    expect(await errorOf(put('k'.repeat(1024)))).toBe('accepted');
  });
});
