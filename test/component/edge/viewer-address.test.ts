import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { HttpEvent } from '#edge/call.ts';
import { route } from '#edge/contract.ts';
import { callersAddress, viewerAddress } from '#edge/viewer-address.ts';
import { edgeHeaders } from '#plan/edge-headers.ts';
import { served } from '#test/support/edge/served.ts';

const ask = route({
  method: 'GET',
  path: '/ask',
  who: 'anyone',
  reads: 'nothing-personal',
  summary: 'Hỏi · Asks',
  answers: { 200: z.object({}) },
});

const today = 't'.repeat(48);
const before = 'b'.repeat(48);
const cloudFront = '64.252.66.1';

const asked: number[] = [];
const addressOf = viewerAddress(async () => {
  asked.push(1);
  return [today, before];
});

const eventFrom = (sourceIp: string, headers: Record<string, string>): HttpEvent =>
  ({ headers, requestContext: { http: { sourceIp } } }) as unknown as HttpEvent;

const behind = (secret: string, viewer: string) =>
  eventFrom(cloudFront, { [edgeHeaders.secret]: secret, [edgeHeaders.viewer]: viewer });

describe('the address that tries are counted by', () => {
  it.each([today, before])(
    'is the viewer’s where CloudFront’s secret stands beside it',
    async (s) => expect(await addressOf(behind(s, '203.0.113.7'))).toBe('203.0.113.7'),
  );

  it.each([
    ['a wrong secret', behind('x'.repeat(48), '203.0.113.7')],
    ['a secret that only begins alike', behind(today.slice(0, 47), '203.0.113.7')],
    ['no secret', eventFrom(cloudFront, { [edgeHeaders.viewer]: '203.0.113.7' })],
    ['no address', eventFrom(cloudFront, { [edgeHeaders.secret]: today })],
    ['what is no address', behind(today, 'everybody')],
    ['a list of addresses', behind(today, '203.0.113.7,203.0.113.8')],
    ['an empty secret', behind('', '203.0.113.7')],
  ])('is the caller’s with %s', async (_, event) =>
    expect(await addressOf(event)).toBe(cloudFront),
  );

  it('costs no look at the secret where none was sent', async () => {
    asked.length = 0;
    await addressOf(eventFrom('203.0.113.9', { [edgeHeaders.viewer]: '203.0.113.7' }));
    expect(asked).toEqual([]);
  });

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::ffff', '2001:db8:1:2::/64'],
    ['2001:0db8::7', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['2001:db8:1:2:3:4:5::', '2001:db8:1:2::/64'],
  ])('is the line of an IPv6 address: %s', async (viewer, line) => {
    expect(await addressOf(behind(today, viewer))).toBe(line);
    expect(await callersAddress(eventFrom(viewer, {}))).toBe(line);
  });

  it.each([
    ['of a function that counts by address', addressOf, '198.51.100.9'],
    ['of one that does not', undefined, '203.0.113.7'],
  ])('is what the handler %s is given', async (_, viewer, given) => {
    const seen: string[] = [];
    const send = served({
      contract: { ask },
      handlers: {
        ask: async ({ sourceIp }) => {
          seen.push(sourceIp);
          return { status: 200, body: {} } as const;
        },
      },
      ...(viewer && { viewer }),
    });
    const headers = { [edgeHeaders.secret]: today, [edgeHeaders.viewer]: '198.51.100.9' };
    await send('GET /ask', { headers });
    expect(seen).toEqual([given]);
  });

  it('is never a header’s in a function that counts nothing by address', async () =>
    expect(await callersAddress(behind(today, '203.0.113.7'))).toBe(cloudFront));
});
