import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Handlers } from '#edge/call.ts';
import { route } from '#edge/contract.ts';
import { served } from '#test/support/edge/served.ts';

const contract = {
  readSlip: route({
    method: 'GET',
    path: '/v1/slips/{number}',
    who: 'anyone',
    reads: 'nothing-personal',
    summary: 'Phiếu gửi · A slip',
    params: z.object({ number: z.string() }),
    answers: { 200: z.object({ number: z.string(), paper: z.object({ count: z.int() }) }) },
  }),
} as const;

/** What the types of a handler do not see: a field that came with a spread. */
const answering = (status: number, more: object, inside: object = {}) =>
  served({
    contract,
    handlers: {
      readSlip: async () => ({
        status,
        body: { number: '7', paper: { count: 1, ...inside }, ...more },
      }),
    } as unknown as Handlers<typeof contract>,
  });

const ask = { params: { number: '7' } };

describe('an answer in a component test', () => {
  it('comes as the handler gave it, where that is what its contract declares', async () => {
    const answer = await answering(200, {})('GET /v1/slips/{number}', ask);
    expect(answer).toMatchObject({ status: 200, body: { number: '7', paper: { count: 1 } } });
  });

  it.each([
    ['a field more', answering(200, { secret: 'x' }), '200.secret is not declared'],
    ['a field more inside', answering(200, {}, { weight: 1 }), '200.paper.weight is not declared'],
    ['another shape', answering(200, { number: 7 }), 'expected string'],
    ['another status', answering(201, {}), 'does not declare 201'],
  ])('fails the test with %s', async (_, send, why) => {
    await expect(send('GET /v1/slips/{number}', ask)).rejects.toThrow(why);
  });
});
