import { describe, expect, it } from 'vitest';
import type { Invocation } from '#local/cloud/lambda/function-host.ts';
import { aRoute, type GatewayEvent, serveApi } from './served-api.ts';

const rule = {
  authorizerId: 'auth1',
  functionId: 'authorizer',
  headers: ['authorization'],
  ttlMs: 30_000,
} as const;

const yes = { isAuthorized: true, context: { device: 'd1', office: 'o1' } };
const bearer = (token: string) => ({ headers: ['Authorization', `Bearer ${token}`] });

/** Two guarded routes and an open one, before a function that answers as told. */
const aGuardedApi = async (
  verdict: (event: GatewayEvent) => Invocation,
  ttlMs: number = rule.ttlMs,
) => {
  let now = 1_000_000;
  let asked = 0;
  const api = await serveApi({
    now: () => now,
    routes: [
      aRoute('GET /own', { request: { ...rule, ttlMs } }),
      aRoute('POST /own', { request: { ...rule, ttlMs } }),
      aRoute('GET /open'),
    ],
    function: (event, functionId) => {
      if (functionId !== rule.functionId) return { ok: true, payload: { event } };
      asked += 1;
      return verdict(event);
    },
  });
  return {
    ...api,
    asked: () => asked,
    pass: (ms: number) => {
      now += ms;
    },
  };
};

const answering = (payload: unknown) => (): Invocation => ({ ok: true, payload });

describe('a function that is asked before a route', () => {
  it('is not asked without its identity source', async () => {
    const api = await aGuardedApi(answering(yes));
    expect((await api.ask('/own')).status).toBe(401);
    expect((await api.ask('/own', { headers: ['Authorization', ''] })).status).toBe(401);
    expect(api.asked()).toBe(0);
  });

  it('is not asked before an open route, whose function hears of nobody', async () => {
    const api = await aGuardedApi(answering(yes));
    expect((await api.ask('/open', bearer('a'))).status).toBe(200);
    expect(api.asked()).toBe(0);
    expect(api.events[0]?.requestContext.authorizer).toBeUndefined();
  });

  it('is shown the request without its body, and the identity', async () => {
    const api = await aGuardedApi(answering(yes));
    await api.ask('/own?a=1', { ...bearer('a'), method: 'POST', body: 'secret' });
    const [event] = api.events;
    expect(event).toMatchObject({
      version: '2.0',
      type: 'REQUEST',
      routeKey: 'POST /own',
      rawPath: '/own',
      rawQueryString: 'a=1',
      identitySource: ['Bearer a'],
      routeArn: expect.stringMatching(/:api1\/\$default\/POST\/own$/),
    });
    expect(JSON.stringify(event)).not.toContain('secret');
  });

  it('says who it is to the route’s function, and nothing of a staff token', async () => {
    const api = await aGuardedApi(answering(yes));
    expect((await api.ask('/own', bearer('a'))).status).toBe(200);
    expect(api.events[1]?.requestContext.authorizer).toEqual({ lambda: yes.context });
  });

  it('shuts the route with a no', async () => {
    const api = await aGuardedApi(answering({ isAuthorized: false }));
    const answer = await api.ask('/own', bearer('a'));
    expect([answer.status, answer.body]).toEqual([403, '{"message":"Forbidden"}']);
    expect(api.events).toHaveLength(1);
  });

  it('keeps yes and no for each token as long as the template says, on every route it guards', async () => {
    const api = await aGuardedApi(({ headers }) => ({
      ok: true,
      payload: { isAuthorized: headers['authorization'] === 'Bearer a' },
    }));
    const statuses = async () => [
      (await api.ask('/own', bearer('a'))).status,
      (await api.ask('/own', { ...bearer('a'), method: 'POST' })).status,
      (await api.ask('/own', bearer('b'))).status,
      (await api.ask('/own', bearer('b'))).status,
    ];
    expect(await statuses()).toEqual([200, 200, 403, 403]);
    expect(api.asked()).toBe(2);
    api.pass(rule.ttlMs - 1);
    await statuses();
    expect(api.asked()).toBe(2);
    api.pass(1);
    expect(await statuses()).toEqual([200, 200, 403, 403]);
    expect(api.asked()).toBe(4);
  });

  it('is asked each time where the template keeps nothing', async () => {
    const api = await aGuardedApi(answering(yes), 0);
    await api.ask('/own', bearer('a'));
    await api.ask('/own', bearer('a'));
    expect(api.asked()).toBe(2);
  });

  it.each([
    ['fails', { ok: false, why: 'unhandled', error: { errorType: 'E', errorMessage: 'm' } }],
    ['answers nothing', { ok: true, payload: null }],
    ['answers with a text for a verdict', { ok: true, payload: { isAuthorized: 'true' } }],
  ] as const)('that %s opens nothing, and is asked again', async (_, invocation) => {
    const api = await aGuardedApi(() => invocation);
    expect((await api.ask('/own', bearer('a'))).status).toBe(500);
    expect((await api.ask('/own', bearer('a'))).status).toBe(500);
    expect(api.asked()).toBe(2);
  });
});
