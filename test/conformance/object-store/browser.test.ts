import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore, refusalOf, signPut, type TestStore } from './store.ts';

let store: TestStore;

beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.stop());

const preflight = (headers: Record<string, string>, bucket = 'browser') =>
  fetch(`${store.url}/${bucket}/key`, { method: 'OPTIONS', headers });
const asked = {
  origin: 'https://quay.example',
  'access-control-request-method': 'PUT',
  'access-control-request-headers': 'content-type, If-None-Match, x-amz-checksum-sha256',
};

describe('a page in the browser', () => {
  it('may upload from an origin that the bucket allows', async () => {
    const { status, headers } = await preflight(asked);
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-origin')).toBe('https://quay.example');
    expect(headers.get('access-control-allow-methods')).toBe('PUT, GET');
    expect(headers.get('access-control-max-age')).toBe('300');
    expect(headers.get('vary')).toContain('Origin');
  });

  it.each([
    ['another origin', { origin: 'https://quay.example.evil' }],
    ['another method', { 'access-control-request-method': 'DELETE' }],
    ['another header', { 'access-control-request-headers': 'x-amz-acl' }],
  ])('may not from %s', async (_, changed) => {
    expect(await refusalOf(await preflight({ ...asked, ...changed }))).toBe('403 AccessForbidden');
  });

  it('may not where the bucket has no rules', async () => {
    expect(await refusalOf(await preflight(asked, 'plain'))).toBe('403 AccessForbidden');
  });

  it('reads the answer, a refusal too, only where it may', async () => {
    const url = await signPut(store, {
      Bucket: 'browser',
      Key: 'key',
      IfNoneMatch: '*',
      ContentLength: 1,
      ContentType: 'image/png',
    });
    const put = (origin: string) =>
      fetch(url, {
        method: 'PUT',
        headers: { origin, 'if-none-match': '*', 'content-type': 'image/png' },
        body: 'x',
      });
    const first = await put('http://127.0.0.1:5173');
    expect(first.status).toBe(200);
    expect(first.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:5173');
    expect(first.headers.get('access-control-expose-headers')).toBe('etag');
    const refused = await put('http://127.0.0.1:5173');
    expect(refused.status).toBe(412);
    expect(refused.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:5173');
    expect((await put('https://evil.example')).headers.get('access-control-allow-origin')).toBe(
      null,
    );
  });
});
