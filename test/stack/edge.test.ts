import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { routeKey } from '#edge/contract.ts';
import { allRoutes as routes } from '#infra/services.ts';
import { edgeHeaders } from '#plan/edge-headers.ts';
import { edgeTemplate } from '#test/support/edge-stack.ts';

const edge = edgeTemplate();

interface ViewerRequest {
  readonly request: { readonly headers: Record<string, { readonly value: string }> };
  readonly viewer: { readonly ip: string };
}

/** The function that CloudFront would run, taken out of the template. */
const viewerFunction = (): ((event: ViewerRequest) => ViewerRequest['request']) => {
  const { Properties = {} } =
    Object.values(edge.findResources('AWS::CloudFront::Function')).find(({ Properties: found }) =>
      found['FunctionCode'].includes(edgeHeaders.viewer),
    ) ?? {};
  return new Function(`${Properties['FunctionCode']}; return handler;`)();
};

describe('what CloudFront hands to the API', () => {
  it('is the viewer’s own address, whatever the viewer says of it', () => {
    const headers = {
      [edgeHeaders.viewer]: { value: '10.0.0.1' },
      authorization: { value: 'Bearer x' },
    };
    const handed = viewerFunction()({ request: { headers }, viewer: { ip: '203.0.113.7' } });
    expect(handed.headers).toEqual({
      [edgeHeaders.viewer]: { value: '203.0.113.7' },
      authorization: { value: 'Bearer x' },
    });
  });

  it('is asked once a second of what all displays show, and always of everything else', () => {
    const kept = routes.filter(({ keptAtEdge }) => keptAtEdge !== undefined);
    expect(kept.map(routeKey)).toEqual(['GET /v1/queue/display']);
    for (const { method, path, who } of kept)
      expect([method, who, path.includes('{')]).toEqual(['GET', 'anyone', false]);
    edge.hasResourceProperties('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: { MinTTL: 1, DefaultTTL: 1, MaxTTL: 1 },
    });
    const disabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
    edge.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        DefaultCacheBehavior: { CachePolicyId: disabled },
        CacheBehaviors: Match.arrayWith([
          Match.objectLike({
            PathPattern: '/v1/queue/display',
            CachePolicyId: { Ref: Match.stringLikeRegexp('Kept1Seconds') },
            FunctionAssociations: [Match.objectLike({ EventType: 'viewer-request' })],
          }),
        ]),
      },
    });
  });

  it('stands under the secret, which the template does not hold', () => {
    edge.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        DefaultCacheBehavior: {
          FunctionAssociations: [{ EventType: 'viewer-request' }],
        },
        Origins: Match.arrayWith([
          Match.objectLike({
            OriginCustomHeaders: [
              {
                HeaderName: edgeHeaders.secret,
                HeaderValue: {
                  'Fn::Join': [
                    '',
                    ['{{resolve:secretsmanager:', { Ref: 'EdgeProofName' }, ':SecretString:edge}}'],
                  ],
                },
              },
            ],
            CustomOriginConfig: Match.anyValue(),
          }),
        ]),
      },
    });
  });
});
