import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSite } from '#local/cloud/edge/read-site.ts';
import { site } from '#local/cloud/edge/site.ts';
import { open } from '#test/conformance/fixture/open-templates.ts';

const pageFunction =
  "function handler(event) { event.request.uri = '/shop/index.html'; return event.request; }";

const policy = {
  SecurityHeadersConfig: {
    ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'", Override: true },
    ContentTypeOptions: { Override: true },
    FrameOptions: { FrameOption: 'DENY', Override: true },
    ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
    StrictTransportSecurity: { AccessControlMaxAgeSec: 60, Preload: true, Override: true },
  },
  CustomHeadersConfig: { Items: [{ Header: 'Cache-Control', Value: 'no-cache', Override: true }] },
};

interface Change {
  readonly behaviour?: object;
  readonly policy?: object;
}

const behaviourOf = (PathPattern: string, change: object = {}) => ({
  PathPattern,
  TargetOriginId: 'bucket',
  ResponseHeadersPolicyId: { Ref: 'Headers' },
  ...change,
});

const optimized = '658327ea-f89d-4fab-a63d-7e88639e58f6';
const association = { 'Fn::GetAtt': ['ToPage', 'FunctionARN'] };
const toPage = { EventType: 'viewer-request', FunctionARN: association };

const aSite = (change: Change = {}) =>
  readSite(
    open({
      resources: {
        Headers: {
          Type: 'AWS::CloudFront::ResponseHeadersPolicy',
          Properties: { ResponseHeadersPolicyConfig: { ...policy, ...change.policy } },
        },
        Kept: {
          Type: 'AWS::CloudFront::CachePolicy',
          Properties: {
            CachePolicyConfig: {
              ParametersInCacheKeyAndForwardedToOrigin: {
                EnableAcceptEncodingBrotli: false,
                EnableAcceptEncodingGzip: true,
              },
            },
          },
        },
        ToPage: {
          Type: 'AWS::CloudFront::Function',
          Properties: { FunctionCode: pageFunction },
        },
        Edge: {
          Type: 'AWS::CloudFront::Distribution',
          Properties: {
            DistributionConfig: {
              Origins: [
                { Id: 'bucket', S3OriginConfig: {} },
                { Id: 'api', CustomOriginConfig: {} },
              ],
              CacheBehaviors: [
                { PathPattern: '/v1/display', TargetOriginId: 'api' },
                behaviourOf('/shop', { FunctionAssociations: [toPage] }),
                behaviourOf('/files/*'),
                behaviourOf('/packed/*', { Compress: true, CachePolicyId: optimized }),
                behaviourOf('/zipped/*', { Compress: true, CachePolicyId: { Ref: 'Kept' } }),
                ...(change.behaviour ? [change.behaviour] : []),
              ],
            },
          },
        },
      },
    } as unknown as Parameters<typeof open>[0]),
  );

const large = 'go();'.repeat(1_000);

describe('a site under the behaviours of its template', () => {
  let folder = '';
  let server: FastifyInstance;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'post-counter-site-'));
    mkdirSync(join(folder, 'site', 'shop'), { recursive: true });
    mkdirSync(join(folder, 'site', 'files'));
    writeFileSync(join(folder, 'site', 'shop', 'index.html'), '<p>Quầy</p>');
    writeFileSync(join(folder, 'site', 'files', 'a.js'), 'go()');
    writeFileSync(join(folder, 'hidden.js'), 'hidden');
    for (const place of ['packed', 'zipped', 'files']) {
      mkdirSync(join(folder, 'site', place), { recursive: true });
      writeFileSync(join(folder, 'site', place, 'large.js'), large);
      writeFileSync(join(folder, 'site', place, 'letters.woff2'), large);
      writeFileSync(join(folder, 'site', place, 'small.js'), 'go()');
    }
    server = fastify();
    await server.register(site({ behaviours: aSite(), folder: join(folder, 'site') }));
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it.each<readonly [path: string, accepted: string, encoding: string | undefined]>([
    ['/packed/large.js', 'gzip, deflate, br, zstd', 'br'],
    ['/packed/large.js', 'gzip', 'gzip'],
    ['/packed/large.js', 'br;q=0, gzip;q=0.5', 'gzip'],
    ['/packed/large.js', 'identity', undefined],
    ['/packed/small.js', 'br', undefined],
    ['/packed/letters.woff2', 'br', undefined],
    ['/zipped/large.js', 'gzip, br', 'gzip'],
    ['/zipped/large.js', 'br', undefined],
    ['/files/large.js', 'gzip, br', undefined],
  ])(
    'packs as its behaviour and cache policy let it: %s for %s',
    async (url, accepted, encoding) => {
      const headers = { 'accept-encoding': accepted };
      const { headers: told, rawPayload } = await server.inject({ url, headers });
      expect(told['content-encoding']).toBe(encoding);
      const plain = { br: brotliDecompressSync, gzip: gunzipSync }[String(encoding)];
      const content = plain ? plain(rawPayload) : rawPayload;
      expect(content.toString()).toBe(url.endsWith('small.js') ? 'go()' : large);
      const again = await server.inject({
        url,
        headers: { ...headers, 'if-none-match': told.etag },
      });
      expect(again.statusCode).toBe(304);
    },
  );

  it('shows the page that the function before the bucket names, with the headers of the policy', async () => {
    const { statusCode, headers, body } = await server.inject('/shop?a=1');
    expect([statusCode, body]).toEqual([200, '<p>Quầy</p>']);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=60; preload',
      'cache-control': 'no-cache',
    });
  });

  it('says that nothing has changed to whoever has it already', async () => {
    const { headers } = await server.inject('/files/a.js');
    const again = await server.inject({
      url: '/files/a.js',
      headers: { 'if-none-match': String(headers.etag) },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it.each(['/files/none.js', '/files/..%2f..%2fhidden.js', '/files/'])(
    'gives nothing at %s, as a bucket that may not be listed',
    async (url) => {
      const { statusCode, body } = await server.inject({
        url,
        server: { emit: () => true },
      } as never);
      expect(statusCode).toBe(403);
      expect(body).toContain('AccessDenied');
    },
  );

  it('leaves to the API what leads to no bucket', () => {
    expect(aSite().map(({ pattern }) => pattern)).toEqual([
      '/shop',
      '/files/*',
      '/packed/*',
      '/zipped/*',
    ]);
  });
});

describe('what CloudFront does and the local port does not', () => {
  it.each<readonly [string, Change, RegExp]>([
    ['a pattern with a star within', { behaviour: behaviourOf('/a*b') }, /only a path/],
    [
      'a managed policy of headers',
      { behaviour: behaviourOf('/a', { ResponseHeadersPolicyId: '67f7725c' }) },
      /headers policy/,
    ],
    [
      'a function after the bucket',
      {
        behaviour: behaviourOf('/a', {
          FunctionAssociations: [{ ...toPage, EventType: 'viewer-response' }],
        }),
      },
      /viewer-request/,
    ],
    [
      'a function from elsewhere',
      {
        behaviour: behaviourOf('/a', {
          FunctionAssociations: [{ ...toPage, FunctionARN: 'arn:aws:cloudfront::1:function/x' }],
        }),
      },
      /not in the template/,
    ],
    [
      'a header of another kind',
      { policy: { SecurityHeadersConfig: { XSSProtection: { Protection: true } } } },
      /XSSProtection/,
    ],
  ])('is refused: %s', (_, change, why) => {
    expect(() => aSite(change)).toThrow(why);
  });
});
