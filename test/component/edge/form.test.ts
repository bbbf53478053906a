import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { refuse } from '#domain/refusal.ts';
import { type Contract, route } from '#edge/contract.ts';
import { html } from '#edge/markup.ts';
import { problems } from '#functions/problems.ts';
import { served } from '#test/support/edge/served.ts';

const contract = {
  greet: route({
    method: 'POST',
    path: '/v1/greeting',
    who: 'anyone',
    summary: 'Chào · Greets',
    form: true,
    body: z.strictObject({ name: z.string().min(2).max(20) }),
    answers: { 200: 'page' },
    refuses: ['tracking-denied'],
  }),
  note: route({
    method: 'POST',
    path: '/v1/note',
    who: 'anyone',
    summary: 'Ghi · Notes',
    body: z.strictObject({ name: z.string() }),
    answers: { 200: z.object({}) },
  }),
} as const satisfies Contract;

const ask = served({
  contract,
  handlers: {
    greet: async ({ body: { name } }) =>
      name === 'Nobody'
        ? refuse({ code: 'tracking-denied' })
        : { status: 200 as const, page: { title: name, body: html`<h1>Chào ${name}</h1>` } },
    note: async () => ({ status: 200 as const, body: {} }),
  },
});

const send = async (path: '/v1/greeting' | '/v1/note', type: string, body: string) => {
  const { status, headers, text } = await ask(`POST ${path}`, {
    headers: { 'content-type': type },
    body,
  });
  const { 'content-type': got, 'content-security-policy': policy } = headers;
  return { status, type: String(got), policy, body: text };
};

const form = 'application/x-www-form-urlencoded;charset=UTF-8';

describe('a form without a script', () => {
  it('is answered by a page in which nothing typed is markup and nothing runs', async () => {
    const { status, type, policy, body } = await send(
      '/v1/greeting',
      form,
      `name=${encodeURIComponent('<b>Ánh</b>')}`,
    );
    expect([status, type]).toEqual([200, 'text/html; charset=utf-8']);
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/);
    expect(body).toContain('<h1>Chào &lt;b&gt;Ánh&lt;/b&gt;</h1>');
  });

  it.each([
    ['a refusal', 'name=Nobody', 'tracking-denied'],
    ['a field that is too short', 'name=x', 'request-invalid'],
    ['a field too many', 'name=Anh&isAdmin=1', 'request-invalid'],
    ['nothing', '', 'request-invalid'],
  ] as const)('is told of %s by a page with the status of the refusal', async (_, sent, code) => {
    const { status, type, body } = await send('/v1/greeting', form, sent);
    expect([status, type]).toEqual([problems[code].status, 'text/html; charset=utf-8']);
    expect(body).toContain(problems[code].vi);
    expect(body).toContain('urn:request:r');
  });

  it('is a choice: whoever sends JSON is told of refusals in JSON', async () => {
    const { type } = await send('/v1/greeting', 'application/json', '{"name":"Nobody"}');
    expect(type).toBe('application/problem+json; charset=utf-8');
  });

  it('goes to no route that does not say so', async () => {
    const { status, body } = await send('/v1/note', form, 'name=Anh');
    expect([status, JSON.parse(body).code]).toEqual([400, 'body-not-json']);
  });
});
