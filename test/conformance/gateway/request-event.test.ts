import { describe, expect, it } from 'vitest';
import { aRoute, serveApi } from './served-api.ts';

const at = Date.UTC(2026, 10, 9, 2, 5, 7);

const served = () =>
  serveApi({ routes: [aRoute('ANY /v1/things/{id}'), aRoute('$default')], now: () => at });

describe('the event of a request, payload format 2.0', () => {
  it('tells route, path, query and context', async () => {
    const api = await served();
    await api.ask('/v1/things/7?a=1&b=x%20y&a=2&empty=', { headers: ['User-Agent', 'reader'] });
    const host = new URL(api.url).host;
    expect(api.events[0]).toEqual({
      version: '2.0',
      routeKey: 'ANY /v1/things/{id}',
      rawPath: '/v1/things/7',
      rawQueryString: 'a=1&b=x%20y&a=2&empty=',
      queryStringParameters: { a: '1,2', b: 'x y', empty: '' },
      pathParameters: { id: '7' },
      headers: expect.objectContaining({
        host,
        'user-agent': 'reader',
        'x-forwarded-proto': 'http',
      }),
      isBase64Encoded: false,
      requestContext: {
        accountId: '000000000000',
        apiId: 'api1',
        domainName: host,
        domainPrefix: '127',
        http: {
          method: 'GET',
          path: '/v1/things/7',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'reader',
        },
        requestId: expect.stringMatching(/.{10,}/),
        routeKey: 'ANY /v1/things/{id}',
        stage: '$default',
        time: '09/Nov/2026:02:05:07 +0000',
        timeEpoch: at,
      },
    });
  });

  it('leaves out what the request has not', async () => {
    const api = await served();
    await api.ask('/elsewhere');
    for (const name of ['body', 'cookies', 'queryStringParameters', 'pathParameters'])
      expect(api.events[0]).not.toHaveProperty(name);
    expect(api.events[0]).toMatchObject({ rawQueryString: '', routeKey: '$default' });
    expect(api.events[0]?.requestContext).not.toHaveProperty('authorizer');
  });

  it('hands the path over unescaped, as HTTP APIs do', async () => {
    const api = await served();
    await api.ask('/v1/things/h%E1%BB%93%20s%C6%A1');
    expect(api.events[0]?.['rawPath']).toBe('/v1/things/hồ sơ');
  });

  it('joins repeated headers by a comma and keeps cookies apart', async () => {
    const api = await served();
    await api.ask('/v1/things/7', {
      headers: ['X-Word', 'one', 'x-word', 'two', 'Cookie', 'a=1; b=2', 'Cookie', 'c=3'],
    });
    expect(api.events[0]).toMatchObject({
      headers: { 'x-word': 'one,two' },
      cookies: ['a=1', 'b=2', 'c=3'],
    });
    expect(api.events[0]?.headers).not.toHaveProperty('cookie');
  });

  it.each([
    ['application/json', 'text'],
    ['application/json; charset=utf-8', 'text'],
    ['application/problem+json', 'text'],
    ['text/plain', 'text'],
    ['application/xml', 'text'],
    ['image/jpeg', 'base64'],
    ['application/octet-stream', 'base64'],
    ['application/x-www-form-urlencoded', 'base64'],
  ])('carries a body of type %s as %s', async (type, form) => {
    const api = await served();
    const body = '{"tên":"Đỗ"}';
    await api.ask('/v1/things/7', { method: 'POST', headers: ['content-type', type], body });
    expect(api.events[0]).toMatchObject({
      body: Buffer.from(body).toString(form === 'text' ? 'utf8' : 'base64'),
      isBase64Encoded: form === 'base64',
    });
  });

  it('strips a named stage from the choice of the route, and serves nothing outside it', async () => {
    const api = await serveApi({ stage: 'live', routes: [aRoute('GET /a')] });
    expect((await api.ask('/live/a')).status).toBe(200);
    expect((await api.ask('/a')).status).toBe(404);
    expect(api.events[0]).toMatchObject({ rawPath: '/live/a', requestContext: { stage: 'live' } });
  });
});
