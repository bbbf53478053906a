import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { describe, expect, it } from 'vitest';
import { type Route, route, routeKey } from '#edge/contract.ts';
import { allRoutes } from '#infra/services.ts';
import { FrontStack } from '#infra/stacks/front-stack.ts';
import { StageStack } from '#infra/stacks/stage-stack.ts';
import type { StackTemplate } from '#local/cloud/assembly/read-assembly.ts';
import { readApi } from '#local/cloud/gateway/read-api.ts';
import { throttles, usual } from '#plan/throttles.ts';
import { open } from '#test/conformance/fixture/open-templates.ts';
import { serveApi } from './served-api.ts';

/** As a hotline's service will write it. */
const voice: Route = route({
  method: 'POST',
  path: '/v1/voice/{provider}/turn',
  who: 'gateway',
  summary: 'Tổng đài · A turn of a call',
  throttle: throttles.voice,
  answers: {},
});

const groups = {
  displays: '/v1/queue/display',
  tracking: '/v1/track',
  trackingCodes: '/v1/track/otp',
  proofs: '/v1/track/history',
  published: '/verify-history.mjs',
  pairing: '/v1/devices/pair',
  deviceTokens: '/v1/devices/token',
  ratings: '/v1/satisfaction/ratings',
  voice: '/v1/voice/jambonz/turn',
} as const satisfies Record<keyof typeof throttles, string>;
type Group = keyof typeof groups;
const everyGroup = Object.keys(groups) as Group[];

/** The product's own stage over all of its routes, as its template has it, before one function. */
const apiOf = (routes: readonly Route[]) => {
  const app = new App();
  const userPool = new UserPool(new Stack(app, 'People'), 'Pool');
  const client = userPool.addClient('Web');
  const front = new FrontStack(app, 'Front', { userPool, client, webOrigins: ['https://a.vn'] });
  const stage = new StageStack(app, 'Stage', { front, routes });
  const [limits] = Object.values(
    Template.fromStack(stage).findResources('AWS::ApiGatewayV2::Stage'),
  ).map(({ Properties: { RouteSettings, DefaultRouteSettings } }) => ({
    RouteSettings,
    DefaultRouteSettings,
  }));
  const ApiId = { Ref: 'Api' };
  const routeOf = (each: Route) => ({
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      ApiId,
      RouteKey: routeKey(each),
      Target: { 'Fn::Join': ['/', ['integrations', { Ref: 'Integration' }]] },
    },
  });
  const resources = {
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'Api' } },
    Function: { Type: 'AWS::Lambda::Function', Properties: {} },
    Integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        ApiId,
        IntegrationType: 'AWS_PROXY',
        PayloadFormatVersion: '2.0',
        IntegrationUri: { 'Fn::GetAtt': ['Function', 'Arn'] },
      },
    },
    Stage: { Type: 'AWS::ApiGatewayV2::Stage', Properties: { ...limits, ApiId } },
    ...Object.fromEntries(routes.map((each, n) => [`Route${n}`, routeOf(each)])),
  };
  const api = readApi(open({ resources: resources as unknown as StackTemplate['resources'] }));
  if (!api) throw new Error('no API');
  return api;
};

const spec = apiOf([...allRoutes, voice]);

const methodOf = (path: string) =>
  spec.routes.some(({ routeKey: key }) => key === `GET ${path}`) ? 'GET' : 'POST';

const served = async () => {
  const api = await serveApi({ routes: spec.routes, now: () => 1_000_000 });
  const ask = async (group: Group) =>
    (await api.ask(groups[group], { method: methodOf(groups[group]) })).status;
  /** Calls until the route refuses; how many it served before. */
  const drain = async (group: Group): Promise<number> => {
    for (let n = 0; ; n += 1) if ((await ask(group)) === 429) return n;
  };
  return { api, ask, drain };
};

describe('the groups of routes at the local gateway, from the product’s own stage', () => {
  it.each(everyGroup)('%s is served its burst and no more, and starves no other', async (group) => {
    const { api, ask, drain } = await served();
    expect(await drain(group)).toBe(throttles[group].burst);
    for (const other of everyGroup.filter((each) => each !== group))
      expect([other, await ask(other)]).toEqual([other, 200]);
    expect((await api.ask('/v1/procedures')).status).toBe(200);
  });

  it('is of the table, whatever route has a limit of its own', () => {
    const table: ReadonlySet<unknown> = new Set(Object.values(throttles));
    const strays = allRoutes.filter(({ throttle }) => throttle && !table.has(throttle));
    expect(strays.map(routeKey)).toEqual([]);
  });

  it('gives everybody at work the usual limit', () => {
    const limits = new Map(spec.routes.map((each) => [each.routeKey, each.throttle]));
    const { rate: ratePerSecond, burst } = usual;
    expect(limits.get('POST /v1/dossiers')).toEqual({ ratePerSecond, burst });
  });

  it('has room for every screen of the province and every call of the hotline', () => {
    const screens = (110 * 2) / 2;
    expect(throttles.displays.rate).toBeGreaterThan(screens);
    expect(throttles.voice.rate).toBeGreaterThanOrEqual(6_000 / 10);
  });
});
