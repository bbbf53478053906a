import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { page } from '#local/page/page.ts';
import { demoUsers } from '#local/people/demo-users.ts';

let server: FastifyInstance;

beforeAll(async () => {
  server = fastify();
  await server.register(
    page({
      users: demoUsers,
      describe: () => ({
        functions: ['Service/Intake/Function/Resource'],
        queues: [{ name: '<inbox>', depth: 3 }],
        tables: ['State-RecordsDossiers99F8788D'],
        ports: { web: 8080 },
        somethingNew: ['later'],
      }),
    }),
  );
});

afterAll(() => server.close());

describe('the first page', () => {
  it('says who may come in and what runs, without any script', async () => {
    const { body, headers } = await server.inject('/');
    for (const { name, username } of demoUsers) {
      expect(body).toContain(name);
      expect(body).toContain(username);
    }
    for (const text of [
      'Intake',
      '&lt;inbox&gt;',
      '>RecordsDossiers<',
      '8080',
      'later',
      'npm run tour',
    ])
      expect(body).toContain(text);
    expect(body).not.toContain('<inbox>');
    expect(body).not.toContain('<script');
    expect(headers['content-security-policy']).toContain("script-src 'none'");
  });

  it('loads nothing from elsewhere', async () => {
    const { body } = await server.inject('/');
    expect(body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  it.each(['/', '/reference'])('is guarded at %s', async (url) => {
    const { headers, statusCode } = await server.inject(url);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });
});

describe('what the pages load', () => {
  it.each([
    ['/assets/fonts/400.ttf', 'font/ttf'],
    ['/assets/fonts/700.ttf', 'font/ttf'],
    ['/reference/swagger-ui.css', 'text/css'],
    ['/reference/swagger-ui.js', 'text/javascript'],
    ['/reference/start.js', 'text/javascript'],
  ])('%s is served from here as %s', async (url, type) => {
    const { statusCode, headers, rawPayload } = await server.inject(url);
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toContain(type);
    expect(rawPayload.length).toBeGreaterThan(1_000);
  });

  it.each([
    '/assets/fonts/..%2f..%2fpackage.json',
    '/reference/..%2fpackage.json',
    '/assets/fonts/401.ttf',
  ])('%s is not there', async (url) => {
    expect((await server.inject(url)).statusCode).toBe(404);
  });

  it('runs on the reference page only scripts of this origin', async () => {
    const { body, headers } = await server.inject('/reference');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(body).not.toMatch(/<script>/);
  });
});
