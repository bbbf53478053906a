import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Invocation } from '#local/cloud/lambda/function-host.ts';
import { aRoute, serveApi } from './served-api.ts';

const routes = [aRoute('$default')];
const message = (text: string): string => JSON.stringify({ message: text });

const answering = async (invocation: Invocation | (() => Promise<Invocation>)) => {
  const api = await serveApi({
    routes,
    function: () => (typeof invocation === 'function' ? invocation() : invocation),
  });
  return api.ask('/');
};

describe('what a function returns', () => {
  it('is the answer, with status, headers, cookies and body', async () => {
    const answer = await answering({
      ok: true,
      payload: {
        statusCode: 201,
        headers: { 'Content-Type': 'application/json', 'X-Count': 3, 'x-flag': true },
        cookies: ['a=1; HttpOnly', 'b=2'],
        body: '{"tên":"Đỗ"}',
      },
    });
    expect(answer).toMatchObject({
      status: 201,
      headers: {
        'content-type': 'application/json',
        'x-count': '3',
        'x-flag': 'true',
        'set-cookie': ['a=1; HttpOnly', 'b=2'],
      },
      body: '{"tên":"Đỗ"}',
    });
  });

  it('may be bytes', async () => {
    const body = Buffer.from('%PDF-1.7').toString('base64');
    const payload = { statusCode: 200, body, isBase64Encoded: true };
    expect((await answering({ ok: true, payload })).body).toBe('%PDF-1.7');
  });

  it.each<[string, unknown, string]>([
    ['an object', { hello: 1 }, '{"hello":1}'],
    ['a text', 'hello', '"hello"'],
    ['a list', [1, 2], '[1,2]'],
    ['nothing', undefined, 'null'],
  ])('is answered as JSON with 200 when it names no status: %s', async (_what, payload, body) => {
    expect(await answering({ ok: true, payload })).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body,
    });
  });

  it.each<[string, object]>([
    ['a status that is no number', { statusCode: 'fine' }],
    ['a status out of range', { statusCode: 99 }],
    ['a header with a list', { statusCode: 200, headers: { a: ['b'] } }],
    ['a body that is no text', { statusCode: 200, body: { a: 1 } }],
  ])('is no answer with %s', async (_what, payload) => {
    expect(await answering({ ok: true, payload })).toMatchObject({
      status: 500,
      body: message('Internal Server Error'),
    });
  });
});

describe('a function that does not return', () => {
  const failed = (why: 'unhandled' | 'timeout' | 'memory' | 'crash' | 'throttled'): Invocation => ({
    ok: false,
    why,
    error: { errorType: 'Error', errorMessage: 'a secret of the house' },
  });

  it.each(['unhandled', 'timeout', 'memory', 'crash'] as const)(
    'is an internal error without its reason: %s',
    async (why) => {
      expect(await answering(failed(why))).toMatchObject({
        status: 500,
        body: message('Internal Server Error'),
      });
    },
  );

  it('is unavailable when all its environments are busy', async () => {
    expect(await answering(failed('throttled'))).toMatchObject({ status: 503 });
  });

  it('is unavailable when it outlasts the integration', async () => {
    const api = await serveApi({
      routes: [aRoute('$default', { timeoutMs: 50 })],
      function: () => pause(60_000, failed('crash'), { ref: false }),
    });
    expect(await api.ask('/')).toMatchObject({ status: 503, body: message('Service Unavailable') });
  });
});

describe('a request that reaches no function', () => {
  it.each([
    ['an unknown path', '/nowhere', 404, 'Not Found'],
    ['a broken escape', '/a/%E0%A4%A', 400, 'Bad Request'],
  ])('is refused: %s', async (_what, target, status, text) => {
    const api = await serveApi({ routes: [aRoute('GET /a/{id}')] });
    expect(await api.ask(target)).toMatchObject({ status, body: message(text) });
    expect(api.events).toEqual([]);
  });

  it('is refused when its body is over ten megabytes, and not at ten', async () => {
    const api = await serveApi({ routes });
    const largest = 10 * 1024 * 1024;
    const fits = await api.ask('/', { method: 'POST', body: Buffer.alloc(largest, 'a') });
    expect(fits.status).toBe(200);
    // Announced and not sent: the door need not wait for it.
    const headers = ['content-length', String(largest + 1)];
    expect(await api.ask('/', { method: 'POST', headers })).toMatchObject({
      status: 413,
      body: message('Request Entity Too Large'),
    });
    expect(api.events).toHaveLength(1);
  });
});
