import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { raw, stackUrl } from '#test/support/people.ts';

const preflight = (origin: string) =>
  fetch(`${stackUrl()}/v1/dossiers`, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,idempotency-key',
    },
  });

/** The answer to a body that is announced and not sent: the door need not wait for it. */
const announcing = (bytes: number): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': bytes };
    const asking = request(`${stackUrl()}/v1/track`, { method: 'POST', headers }, (answer) => {
      resolve(answer.statusCode);
      asking.destroy();
    });
    asking.on('error', reject);
    asking.flushHeaders();
  });

describe('the front door, as API Gateway’s', () => {
  it('lets its own pages ask, with the headers they need', async () => {
    const answer = await preflight(stackUrl());
    expect(answer.headers.get('access-control-allow-origin')).toBe(stackUrl());
    expect(answer.headers.get('access-control-allow-headers')).toContain('idempotency-key');
  });

  it.each(['https://evil.example', 'http://127.0.0.1:8081', 'null'])(
    'says nothing of permission to %s',
    async (origin) => {
      const answer = await preflight(origin);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it('knows no other route', async () => {
    const answer = await raw('GET', '/v1/nothing');
    expect([answer.status, answer.body]).toEqual([404, { message: 'Not Found' }]);
  });

  it('takes no body over ten megabytes', async () => {
    expect(await announcing(10_500_000)).toBe(413);
  });

  it('slows down who asks the public look-up without end', async () => {
    const answers = await Promise.all(
      // No look-up, so that this address keeps its tries for the other tests.
      Array.from({ length: 90 }, () => raw('POST', '/v1/track', { body: { code: 'no code' } })),
    );
    const slowed = answers.filter(({ status }) => status === 429);
    expect(slowed.length).toBeGreaterThan(10);
    expect(slowed.map(({ body }) => body)).toContainEqual({ message: 'Too Many Requests' });
  });

  it('tells browsers to keep and to guess nothing', async () => {
    const { headers } = await raw('GET', '/v1/procedures?q=khai');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
