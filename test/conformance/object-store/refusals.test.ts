import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  clientFor,
  errorOf,
  openStore,
  refusalOf,
  sha256,
  signGet,
  signPut,
  type TestStore,
} from './store.ts';

let store: TestStore;
let n = 0;
let key: string;

beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.stop());
beforeEach(() => {
  n += 1;
  key = `dossier/scan-${n}`;
  store.shiftClock(0);
});

const body = 'scan bytes';
const promises = {
  ContentType: 'application/pdf',
  ContentLength: body.length,
  ChecksumSHA256: sha256(body),
  IfNoneMatch: '*',
};
const sent = {
  'content-type': 'application/pdf',
  'x-amz-checksum-sha256': sha256(body),
  'if-none-match': '*',
};
const put = (url: string, headers: Record<string, string>, bytes: string = body) =>
  fetch(url, { method: 'PUT', headers, body: bytes });

describe('an upload by presigned URL', () => {
  it('is taken when everything is as it was signed', async () => {
    const response = await put(await signPut(store, { Key: key, ...promises }), sent);
    expect(response.status).toBe(200);
    const back = await store.s3.send(new GetObjectCommand({ Bucket: 'plain', Key: key }));
    expect(await back.Body?.transformToString()).toBe(body);
    expect(back.ContentType).toBe('application/pdf');
  });

  it.each<[string, Record<string, string | undefined>, string, string]>([
    ['other bytes of the same length', {}, 'other byte', '400 BadDigest'],
    ['more bytes than signed', {}, `${body}!`, '403 SignatureDoesNotMatch'],
    ['fewer bytes than signed', {}, 'scan', '403 SignatureDoesNotMatch'],
    ['another type', { 'content-type': 'text/html' }, body, '403 SignatureDoesNotMatch'],
    ['no type', { 'content-type': undefined }, body, '403 SignatureDoesNotMatch'],
    ['no checksum', { 'x-amz-checksum-sha256': undefined }, body, '403 SignatureDoesNotMatch'],
    [
      'the checksum of other bytes',
      { 'x-amz-checksum-sha256': sha256('other byte') },
      'other byte',
      '403 SignatureDoesNotMatch',
    ],
    ['no if-none-match', { 'if-none-match': undefined }, body, '403 SignatureDoesNotMatch'],
    ['an x-amz header nobody signed', { 'x-amz-meta-owner': 'x' }, body, '403 AccessDenied'],
  ])('is refused with %s', async (_, changed, bytes, refusal) => {
    const url = await signPut(store, { Key: key, ...promises });
    const headers = Object.fromEntries(
      Object.entries({ ...sent, ...changed }).filter((entry) => entry[1] !== undefined),
    ) as Record<string, string>;
    expect(await refusalOf(await put(url, headers, bytes))).toBe(refusal);
    expect(await errorOf(store.s3.send(new GetObjectCommand({ Bucket: 'plain', Key: key })))).toBe(
      '404 NoSuchKey',
    );
  });

  it('is refused for another key, another bucket, another method', async () => {
    const url = await signPut(store, { Key: key, ...promises });
    const elsewhere = url.replace(encodeURI(key), 'dossier/another');
    expect(await refusalOf(await put(elsewhere, sent))).toBe('403 SignatureDoesNotMatch');
    const otherBucket = url.replace('/plain/', '/versioned/');
    expect(await refusalOf(await put(otherBucket, sent))).toBe('403 SignatureDoesNotMatch');
    expect(await refusalOf(await fetch(url, { headers: sent }))).toBe('403 SignatureDoesNotMatch');
  });

  it('is refused when the signature or its life is edited', async () => {
    const url = await signPut(store, { Key: key, ...promises });
    const flipped = url.replace(/Signature=(.)/, (_, c) => `Signature=${c === 'a' ? 'b' : 'a'}`);
    expect(await refusalOf(await put(flipped, sent))).toBe('403 SignatureDoesNotMatch');
    const prolonged = url.replace('X-Amz-Expires=300', 'X-Amz-Expires=604800');
    expect(await refusalOf(await put(prolonged, sent))).toBe('403 SignatureDoesNotMatch');
    const forever = url.replace('X-Amz-Expires=300', 'X-Amz-Expires=604801');
    expect(await refusalOf(await put(forever, sent))).toBe('400 AuthorizationQueryParametersError');
    const unsigned = url.replace(/&X-Amz-Signature=[0-9a-f]+/, '');
    expect(await refusalOf(await put(unsigned, sent))).toBe(
      '400 AuthorizationQueryParametersError',
    );
  });

  it('is refused a second after its last, and before its first', async () => {
    const url = await signPut(store, { Key: key, ...promises }, 60);
    store.shiftClock(62_000);
    const late = await put(url, sent);
    expect(await late.clone().text()).toContain('Request has expired');
    expect(await refusalOf(late)).toBe('403 AccessDenied');
    store.shiftClock(-16 * 60_000);
    expect(await refusalOf(await put(url, sent))).toBe('403 AccessDenied');
  });

  it('is refused once the key is taken', async () => {
    const url = await signPut(store, { Key: key, ...promises });
    expect((await put(url, sent)).status).toBe(200);
    expect(await refusalOf(await put(url, sent))).toBe('412 PreconditionFailed');
  });

  it('lets one of two uploads at the same moment win', async () => {
    const url = await signPut(store, { Key: key, ...promises });
    const statuses = (await Promise.all([put(url, sent), put(url, sent)])).map((r) => r.status);
    expect(statuses.sort()).toEqual([200, 412]);
  });

  it("is refused with the SDK's defaults, which sign the checksum of an empty body", async () => {
    const url = await getSignedUrl(
      clientFor(store.url),
      new PutObjectCommand({ Bucket: 'plain', Key: key }),
    );
    expect(url).toContain('x-amz-checksum-crc32=AAAAAA');
    expect(await refusalOf(await put(url, {}))).toBe('400 InvalidRequest');
  });

  it('is refused when its checksum stands in the query, where S3 may ignore it', async () => {
    const url = await getSignedUrl(
      clientFor(store.url, { requestChecksumCalculation: 'WHEN_REQUIRED' }),
      new PutObjectCommand({ Bucket: 'plain', Key: key, ChecksumSHA256: sha256(body) }),
    );
    expect(await refusalOf(await put(url, {}))).toBe('400 InvalidRequest');
  });
});

describe('a request signed in its headers', () => {
  const get = () => new GetObjectCommand({ Bucket: 'plain', Key: 'absent' });

  it.each([
    [
      'another secret',
      { credentials: { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'guess' } },
      '403 SignatureDoesNotMatch',
    ],
    [
      'an unknown key',
      { credentials: { accessKeyId: 'AKIDOTHER', secretAccessKey: 'local-secret' } },
      '403 InvalidAccessKeyId',
    ],
    [
      'another region',
      { region: 'us-east-1', followRegionRedirects: false },
      '400 AuthorizationHeaderMalformed',
    ],
  ])('is refused with %s', async (_, overrides, refusal) => {
    expect(await errorOf(clientFor(store.url, overrides).send(get()))).toBe(refusal);
  });

  it('is refused when the clocks are more than 15 minutes apart', async () => {
    const s3 = clientFor(store.url);
    store.shiftClock(14 * 60_000);
    expect(await errorOf(s3.send(get()))).toBe('404 NoSuchKey');
    store.shiftClock(16 * 60_000);
    expect(await errorOf(clientFor(store.url).send(get()))).toBe('403 RequestTimeTooSkewed');
    store.shiftClock(-16 * 60_000);
    expect(await errorOf(clientFor(store.url).send(get()))).toBe('403 RequestTimeTooSkewed');
  });

  it('is refused when a body is not the one that was signed', async () => {
    const s3 = clientFor(store.url);
    s3.middlewareStack.add(
      (next) => (args) => {
        (args.request as { body: string }).body = 'evil';
        return next(args);
      },
      { step: 'deserialize', priority: 'low' },
    );
    const bytes = 'good';
    expect(
      await errorOf(s3.send(new PutObjectCommand({ Bucket: 'plain', Key: key, Body: bytes }))),
    ).toBe('400 XAmzContentSHA256Mismatch');
  });
});

describe('anybody', () => {
  it('gets nothing without a signature', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'POST'])
      expect(await refusalOf(await fetch(`${store.url}/plain/${key}`, { method }))).toBe(
        '403 AccessDenied',
      );
    expect(await refusalOf(await fetch(`${store.url}/`))).toBe('403 AccessDenied');
  });

  it('gets nothing with two signatures, or a link to another object', async () => {
    const url = await signGet(store, key);
    const both = await fetch(url, { headers: { authorization: 'AWS4-HMAC-SHA256 x' } });
    expect(await refusalOf(both)).toBe('400 InvalidArgument');
    expect(await refusalOf(await fetch(url.replace(key, 'other')))).toBe(
      '403 SignatureDoesNotMatch',
    );
  });

  it('posts no form: the condition on its size could not be kept', async () => {
    const form = new FormData();
    form.set('key', 'x');
    form.set('policy', 'e30=');
    const response = await fetch(`${store.url}/plain`, { method: 'POST', body: form });
    expect(await refusalOf(response)).toBe('403 AccessDenied');
  });
});
