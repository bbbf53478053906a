import { describe, expect, it } from 'vitest';
import { makeClient } from '#api/client.ts';
import type { Handlers } from '#edge/call.ts';
import type { contracts } from '#functions/contracts.ts';
import type { contract as money } from '#functions/money/api/contract.ts';

interface Sent {
  readonly url: string;
  readonly init: RequestInit | undefined;
}

const clientThat = (answer: () => Response) => {
  const sent: Sent[] = [];
  const client = makeClient<typeof contracts>({
    url: 'http://api',
    token: () => 'token-of-lan',
    fetch: async (url, init) => {
      sent.push({ url: String(url), init });
      return answer();
    },
  });
  return { client, sent };
};

const json = (status: number, body: unknown, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });

describe('the client of the API', () => {
  it('fills in parameters, query, body, token and key', async () => {
    const { client, sent } = clientThat(() => json(200, {}));
    await client.call('POST /v1/shifts/{shiftId}/confirm', {
      params: { shiftId: 'a/b' },
      body: { differenceVnd: -20_000 },
      key: 'key-12345',
    });
    await client.call('GET /v1/procedures', { query: { q: 'đất đai' } });
    expect(sent.map(({ url }) => url)).toEqual([
      'http://api/v1/shifts/a%2Fb/confirm',
      'http://api/v1/procedures?q=%C4%91%E1%BA%A5t+%C4%91ai',
    ]);
    expect(sent[0]?.init).toMatchObject({
      method: 'POST',
      body: '{"differenceVnd":-20000}',
      headers: { authorization: 'Bearer token-of-lan', 'idempotency-key': 'key-12345' },
    });
  });

  it.each([
    ['a refusal', json(409, { code: 'shift-open', title: 'Đã có ca đang mở' }), 'shift-open'],
    ['the gateway’s own words', json(503, { message: 'Service Unavailable' }), 'gateway-503'],
    ['a page of somebody between', new Response('<html>', { status: 502 }), 'gateway-502'],
  ])('tells of %s as a problem', async (_, response, code) => {
    const { client } = clientThat(() => response);
    const answer = await client.call('POST /v1/shifts', {
      body: { floatVnd: 0 },
      key: 'key-12345',
    });
    expect(answer).toMatchObject({ ok: false, status: response.status, problem: { code } });
  });

  it('answers where a file lies, and does not go there with the token', async () => {
    const headers = { location: 'https://files/1' };
    const { client, sent } = clientThat(() => new Response(null, { status: 303, headers }));
    const answer = await client.call('GET /v1/dossiers/{dossierId}/scans/{scanId}/content', {
      params: { dossierId: '1', scanId: '2' },
    });
    expect(answer).toMatchObject({ ok: true, body: { location: 'https://files/1' } });
    expect(sent[0]?.init?.redirect).toBe('manual');
  });
});

describe('what does not compile', () => {
  const { client } = clientThat(() => json(200, {}));

  it('is a request that no route takes', () => {
    const wrong = [
      // @ts-expect-error no such route
      () => client.call('GET /v1/shift'),
      // @ts-expect-error no such method there
      () => client.call('GET /v1/shifts'),
      // @ts-expect-error the parameter is missing
      () => client.call('GET /v1/procedures/{code}'),
      // @ts-expect-error the parameter has another name
      () => client.call('GET /v1/procedures/{code}', { params: { id: '1.012783' } }),
      // @ts-expect-error a field of the body is missing
      () => client.call('POST /v1/shifts', { body: {}, key: 'key-12345' }),
      // @ts-expect-error the key is missing
      () => client.call('POST /v1/shifts', { body: { floatVnd: 0 } }),
      // @ts-expect-error a GET has no body
      () => client.call('GET /v1/procedures', { body: { q: 'x' } }),
    ];
    expect(wrong).toHaveLength(7);
  });

  it('is reading what is not answered', () => {
    const wrong = async () => {
      const answer = await client.call('GET /v1/procedures/{code}', { params: { code: 'x' } });
      // @ts-expect-error it may have been refused
      const unasked = answer.body;
      // @ts-expect-error not in this answer
      const unknown = answer.ok && answer.body.dossierId;
      return [unasked, unknown];
    };
    expect(wrong).toBeTypeOf('function');
  });

  it('is an answer that the route does not declare', () => {
    const handlers = {
      // @ts-expect-error 418 is no answer of this route
      readShift: async () => ({ status: 418, body: 'tea' }),
      // @ts-expect-error 200 is, but not with this body
      readCash: async () => ({ status: 200, body: { tea: true } }),
    } satisfies Partial<Handlers<typeof money>>;
    expect(Object.keys(handlers)).toEqual(['readShift', 'readCash']);
  });
});
