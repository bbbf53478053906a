import { describe, expect, it } from 'vitest';
import type { CorsRule } from '#local/cloud/gateway/read-api.ts';
import { aRoute, serveApi } from './served-api.ts';

describe('a route with a rate', () => {
  const throttled = async () => {
    let now = 1_000_000;
    const api = await serveApi({
      now: () => now,
      routes: [
        aRoute('GET /slow', { throttle: { ratePerSecond: 2, burst: 3 } }),
        aRoute('GET /free'),
      ],
    });
    const statuses = async (times: number): Promise<readonly number[]> => {
      const seen: number[] = [];
      for (let n = 0; n < times; n += 1) seen.push((await api.ask('/slow')).status);
      return seen;
    };
    const passes = (ms: number): void => {
      now += ms;
    };
    return { api, statuses, passes };
  };

  it('lets the burst pass, then refuses, and calls no function for it', async () => {
    const { api, statuses } = await throttled();
    expect(await statuses(5)).toEqual([200, 200, 200, 429, 429]);
    expect(api.events).toHaveLength(3);
    expect((await api.ask('/slow')).body).toBe('{"message":"Too Many Requests"}');
  });

  it('fills again at its rate, and never beyond the burst', async () => {
    const { statuses, passes } = await throttled();
    await statuses(4);
    passes(500);
    expect(await statuses(2)).toEqual([200, 429]);
    passes(3_600_000);
    expect(await statuses(4)).toEqual([200, 200, 200, 429]);
  });

  it('slows no other route', async () => {
    const { api, statuses } = await throttled();
    await statuses(4);
    expect((await api.ask('/free')).status).toBe(200);
  });
});

const rule: CorsRule = {
  allowOrigins: ['https://counter.example'],
  allowMethods: ['GET', 'POST'],
  allowHeaders: ['authorization', 'idempotency-key'],
  exposeHeaders: ['etag'],
  allowCredentials: false,
  maxAgeSeconds: 300,
};

const fromBrowser = async (cors: CorsRule | undefined, origin: string, method?: string) => {
  const api = await serveApi({
    cors,
    routes: [
      aRoute('GET /a', { jwt: { issuer: 'i', audience: [], scopes: [] } }),
      aRoute('GET /b'),
    ],
    function: () => ({
      ok: true,
      payload: { statusCode: 200, headers: { 'access-control-allow-origin': 'https://made.up' } },
    }),
  });
  const answer = method
    ? await api.ask('/a', {
        method: 'OPTIONS',
        headers: ['origin', origin, 'access-control-request-method', method],
      })
    : await api.ask('/b', { headers: ['origin', origin] });
  return { ...answer, calls: api.events.length };
};

describe('an API that knows its origins', () => {
  it('answers a preflight itself, without a token', async () => {
    expect(await fromBrowser(rule, 'https://counter.example', 'POST')).toMatchObject({
      status: 204,
      calls: 0,
      headers: {
        'access-control-allow-origin': 'https://counter.example',
        'access-control-allow-methods': 'GET,POST',
        'access-control-allow-headers': 'authorization,idempotency-key',
        'access-control-max-age': '300',
        vary: 'origin',
      },
    });
  });

  it.each([
    ['another origin', 'https://evil.example', 'POST'],
    ['an origin that only begins alike', 'https://counter.example.evil.example', 'POST'],
    ['a method that is not allowed', 'https://counter.example', 'DELETE'],
  ])('permits nothing to %s', async (_what, origin, method) => {
    const { headers } = await fromBrowser(rule, origin, method);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
  });

  it('puts its own headers in the place of the function’s', async () => {
    const allowed = await fromBrowser(rule, 'https://counter.example');
    expect(allowed.headers['access-control-allow-origin']).toBe('https://counter.example');
    expect(allowed.headers['access-control-expose-headers']).toBe('etag');
    const other = await fromBrowser(rule, 'https://evil.example');
    expect(other).toMatchObject({ status: 200, calls: 1 });
    expect(other.headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('says "any" only where no credentials travel', async () => {
    const any = { ...rule, allowOrigins: ['*'] };
    const open = await fromBrowser(any, 'https://x.example');
    expect(open.headers['access-control-allow-origin']).toBe('*');
    const credentials = await fromBrowser({ ...any, allowCredentials: true }, 'https://x.example');
    expect(credentials.headers).toMatchObject({
      'access-control-allow-origin': 'https://x.example',
      'access-control-allow-credentials': 'true',
    });
  });
});

describe('an API without such a rule', () => {
  it('leaves the headers to its functions, and a preflight to its routes', async () => {
    const answer = await fromBrowser(undefined, 'https://x.example');
    expect(answer.headers['access-control-allow-origin']).toBe('https://made.up');
    expect((await fromBrowser(undefined, 'https://x.example', 'GET')).status).toBe(404);
  });
});
