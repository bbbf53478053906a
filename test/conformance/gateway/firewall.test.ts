import { describe, expect, it } from 'vitest';
import type { StackTemplate } from '#local/cloud/assembly/read-assembly.ts';
import { readFirewall } from '#local/cloud/gateway/firewall.ts';
import { open } from '#test/conformance/fixture/open-templates.ts';
import { edgeTemplate } from '#test/support/edge-stack.ts';
import { aRoute, serveApi } from './served-api.ts';

/** The product's own web ACL, as its template has it. */
const acl = () => {
  return edgeTemplate().findResources('AWS::WAFv2::WebACL') as Record<
    string,
    { Properties: { Rules: { Statement: { RateBasedStatement: Rate } }[] } }
  >;
};

interface Rate {
  readonly Limit: number;
  readonly EvaluationWindowSec: number;
}

const behindFirewall = async () => {
  let now = 1_000_000_000;
  const resources = acl();
  const [rule] = Object.values(resources)[0]?.Properties.Rules ?? [];
  const { Limit: limit = 0, EvaluationWindowSec: window = 0 } =
    rule?.Statement.RateBasedStatement ?? {};
  const firewall = readFirewall(
    open({ resources: resources as unknown as StackTemplate['resources'] }),
    () => now,
  );
  const api = await serveApi({
    firewall,
    routes: [
      aRoute('GET /v1/procedures/{code}'),
      aRoute('GET /v1/dossiers'),
      aRoute('GET /v1/track'),
      aRoute('GET /v1/queue/display'),
    ],
  });
  /** All but one of what the window allows, spent without a request each. */
  const spend = (address: string, times: number, path = '/v1/procedures/1'): void => {
    for (let n = 0; n < times; n += 1) firewall.refuse({ path, address });
  };
  return { api, limit, window, spend, passes: (ms: number) => (now += ms) };
};

describe('the firewall before the public routes', () => {
  it('refuses an address over its limit with a problem, and serves another', async () => {
    const { api, limit, spend } = await behindFirewall();
    spend('127.0.0.1', limit - 1);
    expect((await api.ask('/v1/procedures/1.004')).status).toBe(200);
    const refused = await api.ask('/v1/procedures/1.004');
    expect(refused).toMatchObject({
      status: 429,
      headers: { 'retry-after': '300', 'content-type': 'application/json' },
    });
    expect(JSON.parse(refused.body)).toMatchObject({
      type: 'urn:problem:post-counter:too-many-requests',
      title: 'Quá nhiều yêu cầu từ một địa chỉ mạng',
      titleEn: 'Too many requests from one network address',
      status: 429,
    });
    expect(api.events).toHaveLength(1);
    expect((await api.ask('/v1/procedures/1.004', { from: '127.0.0.2' })).status).toBe(200);
  });

  it('stops nobody at the counter: staff routes do not count', async () => {
    const { api, limit, spend } = await behindFirewall();
    spend('127.0.0.1', limit + 1);
    expect((await api.ask('/v1/dossiers')).status).toBe(200);
  });

  it.each([
    ['displays', '/v1/queue/display', '/v1/track'],
    ['tracking', '/v1/track', '/v1/queue/display'],
    ['all others', '/v1/procedures/1', '/v1/track'],
  ])('counts each group apart: what %s spent stops no other', async (_, spent, other) => {
    const { api, spend } = await behindFirewall();
    spend('127.0.0.1', 10_000, spent);
    expect((await api.ask(spent)).status).toBe(429);
    expect((await api.ask(other)).status).toBe(200);
  });

  it('is not led astray by escapes', async () => {
    const { api, limit, spend } = await behindFirewall();
    spend('127.0.0.1', limit);
    expect((await api.ask('/v1/proc%65dures/1')).status).toBe(429);
  });

  it('lets the address pass again when the window has gone by', async () => {
    const { api, limit, window, spend, passes } = await behindFirewall();
    spend('127.0.0.1', limit + 1);
    passes(window * 1_000 - 20_000);
    expect((await api.ask('/v1/procedures/1')).status).toBe(429);
    passes(40_000);
    expect((await api.ask('/v1/procedures/1')).status).toBe(200);
  });
});

describe('a web ACL that the local port cannot keep', () => {
  const rule = (statement: object) => () =>
    readFirewall(
      open({
        resources: {
          Acl: {
            Type: 'AWS::WAFv2::WebACL',
            Properties: {
              DefaultAction: { Allow: {} },
              Rules: [{ Name: 'R', Action: { Block: {} }, Statement: statement }],
            },
          },
        } as unknown as StackTemplate['resources'],
      }),
    );

  it.each([
    ['a statement of another kind', { GeoMatchStatement: { CountryCodes: ['VN'] } }],
    ['a rate by another key', { RateBasedStatement: { Limit: 10, AggregateKeyType: 'CONSTANT' } }],
  ])('is refused, not skipped: %s', (_what, statement) => {
    expect(rule(statement)).toThrow(/only rates by address/);
  });
});
