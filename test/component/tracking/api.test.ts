import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { routeKey } from '#edge/contract.ts';
import { openApiDocument } from '#edge/openapi.ts';
import { problems } from '#functions/problems.ts';
import { contract } from '#functions/tracking/api/contract.ts';
import { makeHandlers } from '#functions/tracking/api/handler.ts';
import { makeReadDetail } from '#functions/tracking/application/read-detail.ts';
import { makeTrackDossier } from '#functions/tracking/application/track-dossier.ts';
import { contract as provingContract } from '#functions/tracking/prove-history/contract.ts';
import { makeHandlers as makeProvingHandlers } from '#functions/tracking/prove-history/handler.ts';
import { makeJudge } from '#functions/tracking/send-otp/handler.ts';
import { served } from '#test/support/edge/served.ts';
import { provinceCatalogue as catalogue, makeCalendars } from '#test/support/province.ts';
import { aTrackingDesk, digitsOf, theReceipt } from '#test/support/tracking.ts';
import type { Log } from '#watch/logger.ts';
import type { Counted } from '#watch/metrics.ts';

const verifier = () => Promise.resolve(readFileSync('tools/verify-history.mjs', 'utf8'));

/** Both functions of tracking and the sender, over memory stores; and all that they log and count. */
const aService = async (options: Parameters<typeof aTrackingDesk>[1] = {}) => {
  const desk = await aTrackingDesk('waiting', options);
  const logged: unknown[] = [];
  const counts: Counted[] = [];
  const note = (...line: unknown[]) => void logged.push(line);
  const log: Log = { info: note, warn: note, error: note };
  const track = makeTrackDossier(desk);
  const readDetail = makeReadDetail({ ...desk, catalogue, calendars: makeCalendars(desk) });
  const functions = [
    served({ contract, log, handlers: makeHandlers({ ...desk, track, readDetail }) }),
    served({
      contract: provingContract,
      log,
      handlers: makeProvingHandlers({ ...desk, verifier }),
    }),
  ] as const;
  const call = async (route: string, { body, token }: { body?: unknown; token?: string } = {}) => {
    const proving = Object.values(provingContract).some((known) => routeKey(known) === route);
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    return functions[proving ? 1 : 0](route, { body, headers });
  };
  const judge = makeJudge(desk.send, log, (what) => void counts.push(what));
  const work = async () => {
    for (const request of desk.queue.splice(0)) await judge(request);
  };
  return { desk, logged, counts, call, work };
};

describe('the tracking functions', () => {
  it('log neither secret, code, phone nor token, from the receipt to the history', async () => {
    const { desk, logged, counts, call, work } = await aService();
    const { code, secret } = await theReceipt();
    expect((await call('POST /v1/track/otp', { body: { code, secret } })).status).toBe(202);
    await work();
    const otp = digitsOf(desk.inbox[0]);
    const opened = await call('POST /v1/track/session', { body: { code, secret, otp } });
    const { token } = JSON.parse(opened.text);
    expect((await call('GET /v1/track/detail', { token })).status).toBe(200);
    expect((await call('GET /v1/track/history', { token })).status).toBe(200);
    expect((await call('GET /v1/track/detail', { token: `${token}0` })).status).toBe(401);
    expect(counts).toEqual(['SmsSent']);
    expect(logged).toHaveLength(6);
    const text = JSON.stringify(logged);
    for (const canary of [secret, otp, token, '912345678', 'Ánh']) {
      expect(canary).not.toBe('');
      expect(text).not.toContain(canary);
    }
  });

  it('count what the province’s budget kept from a citizen', async () => {
    const { counts, call, work } = await aService({ dailyBudget: 0 });
    const { code, secret } = await theReceipt();
    await call('POST /v1/track/otp', { body: { code, secret } });
    await work();
    expect(counts).toEqual(['OtpBudgetSpent']);
  });

  it('publish the verifier as the script that it is', async () => {
    const { call } = await aService();
    const { status, headers, text } = await call('GET /verify-history.mjs');
    expect([status, headers?.['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(text).toBe(await verifier());
  });

  it.each([
    ['seven digits', { otp: '1234567' }],
    ['letters', { otp: '12345a' }],
    ['a number', { otp: 123456 }],
    ['no secret', { otp: '123456', secret: undefined }],
    ['a phone beside', { otp: '123456', phone: '0912345678' }],
  ])('take no session request with %s', async (_, change) => {
    const { call } = await aService();
    const body = { code: 'H13.01-261123-0001', secret: 'ABCDEFGH', ...change };
    expect((await call('POST /v1/track/session', { body })).status).toBe(400);
  });

  it('are described as open to a citizen’s session, not to staff', () => {
    const document = openApiDocument([{ tag: 'tracking', contract }], problems) as {
      paths: Record<string, Record<string, { security?: unknown }>>;
    };
    expect(document.paths['/v1/track/detail']?.['get']?.security).toEqual([{ citizen: [] }]);
    expect(document.paths['/v1/track']?.['post']).not.toHaveProperty('security');
  });
});
