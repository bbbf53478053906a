import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Match } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '#infra/web-sources.ts';
import { readSite } from '#local/cloud/edge/read-site.ts';
import { fileOf, settingsAt, shellWorkerAt, type WebPage, webPlaces } from '#plan/web-places.ts';
import { open } from '#test/conformance/fixture/open-templates.ts';
import { edgeTemplate } from '#test/support/edge-stack.ts';

const edge = edgeTemplate();

/** What CloudFront would do, read as the local port reads it. */
const { Resources: resources, Parameters: parameters } = edge.toJSON();
const behaviours = readSite(
  open(
    { resources, parameters },
    {
      parameters: {
        ApiHost: 'api.example',
        EdgeProofName: 'edge',
        TokenIssuer: 'https://issuer.example/pool',
        LoginUrl: 'https://login.example',
        WebClientId: 'client',
        ScanOrigins: 'https://scans.example https://previews.example',
      },
      secretValue: () => '{"edge":"proof"}',
    },
  ),
);

describe('the bucket of the pages', () => {
  it('is private, and this distribution alone reads it', () => {
    edge.hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    edge.hasResourceProperties('AWS::CloudFront::OriginAccessControl', {
      OriginAccessControlConfig: { SigningBehavior: 'always', SigningProtocol: 'sigv4' },
    });
    const allowed = Object.values(edge.findResources('AWS::S3::BucketPolicy'))
      .flatMap(({ Properties }) => Properties['PolicyDocument'].Statement)
      .filter(({ Effect, Principal }) => Effect === 'Allow' && !('AWS' in Principal))
      .filter(({ Principal: { Service } }) => Service !== 'logging.s3.amazonaws.com');
    expect(allowed).toEqual([
      expect.objectContaining({
        Action: 's3:GetObject',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() } },
      }),
    ]);
  });

  it('gives files only to whoever reads; what changes nothing is asked of the API', () => {
    edge.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        CacheBehaviors: Match.arrayWith([
          Match.objectLike({
            PathPattern: '/assets/*',
            ViewerProtocolPolicy: 'redirect-to-https',
            AllowedMethods: Match.absent(),
          }),
        ]),
      },
    });
  });
});

describe('a page', () => {
  const pages = behaviours.filter(
    ({ pattern }) => !['/assets/*', settingsAt, shellWorkerAt].includes(pattern),
  );

  it('answers at each of its addresses, with and without something behind it', () => {
    expect(pages.map(({ pattern }) => pattern)).toEqual(
      webPlaces.flatMap(({ at }) => [at, `${at}/*`]),
    );
    for (const { at, page } of webPlaces)
      for (const path of [at, `${at}/`, `${at}/H13.01-261126-0032`, `${at}/a/b`]) {
        const behaviour = pages.find(({ pattern }) => pattern === (path === at ? at : `${at}/*`));
        expect(behaviour?.lookUp(path)).toEqual({ key: fileOf(page) });
      }
  });

  it.each(pages.map(({ pattern, headers }) => [pattern, headers] as const))(
    '%s runs no text but its own files, is framed by nobody, and is asked for anew',
    (_, headers) => {
      const policy = headers['content-security-policy'] ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*|data:|http:/);
      expect(headers).toMatchObject({
        'strict-transport-security': 'max-age=63072000; includeSubDomains',
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
        'permissions-policy': expect.stringContaining('microphone=()'),
      });
    },
  );

  it('reaches its own origin only; one of staff also where staff sign in and scans lie', () => {
    const reached = (at: string) =>
      /connect-src ([^;]*)/.exec(
        pages.find(({ pattern }) => pattern === at)?.headers['content-security-policy'] ?? '',
      )?.[1];
    expect(reached('/tra-cuu')).toBe("'self'");
    expect(reached('/quay')).toBe(
      "'self' https://login.example https://scans.example https://previews.example",
    );
  });

  it('of staff is told where to sign in', () => {
    const told = behaviours.find(({ pattern }) => pattern === settingsAt)?.lookUp(settingsAt);
    expect(told).toMatchObject({ status: 200, type: 'application/json; charset=utf-8' });
    expect(JSON.parse(told && 'body' in told ? told.body : '')).toEqual({
      issuer: 'https://issuer.example/pool',
      loginUrl: 'https://login.example',
      clientId: 'client',
    });
  });

  it('of staff may start one script by its address, and others none', () => {
    const typesAt = (at: string) =>
      /trusted-types (?!for)([^;]*)$/.exec(
        pages.find(({ pattern }) => pattern === at)?.headers['content-security-policy'] ?? '',
      )?.[1];
    expect(typesAt('/quay')).toBe('shell-worker');
    expect(typesAt('/tra-cuu')).toBe("'none'");
    const worker = behaviours.find(({ pattern }) => pattern === shellWorkerAt);
    expect(worker?.lookUp(shellWorkerAt)).toEqual({ key: shellWorkerAt });
    expect(worker?.headers['cache-control']).toBe('no-cache');
    expect(worker?.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('names its files, which stay as they are for a year', () => {
    const assets = behaviours.find(({ pattern }) => pattern === '/assets/*');
    expect(assets?.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(assets?.lookUp('/assets/a.js')).toEqual({ key: '/assets/a.js' });
  });
});

describe('what a page weighs', () => {
  let site = '';
  beforeAll(async () => {
    site = await buildSite();
  });

  const zipped = (file: string): number => gzipSync(readFileSync(join(site, file))).length;

  /** Files that a page loads before anybody has clicked, by the end of their names. */
  const loadedBy = (page: WebPage): readonly string[] => {
    const html = readFileSync(join(site, fileOf(page)), 'utf8');
    const named = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file]) => file);
    return [fileOf(page), ...new Set(named.filter((file) => file !== undefined))];
  };

  // What a role loads first is another thing: at most 200 KB, which `npm run web:measure` looks at.
  it('is for staff at most 260 KB of code in the screens of all roles, which the browser keeps without a line', () => {
    const worker = readFileSync(join(site, shellWorkerAt), 'utf8');
    const kept = [...new Set(worker.match(/\/assets\/[\w.-]+/g))];
    const code = kept.filter((file) => /\.(?:js|css)$/.test(file));
    for (const file of loadedBy('staff').slice(1)) expect(kept).toContain(file);
    expect(code.length).toBeGreaterThan(10);
    expect(code.reduce((sum, file) => sum + zipped(file), 0)).toBeLessThanOrEqual(260 * 1024);
    const page = readFileSync(join(site, fileOf('staff')));
    expect(worker).toContain(createHash('sha256').update(page).digest('hex'));
  });

  it('is for a citizen at most 15 KB of code, and 65 KB with two weights of letters', () => {
    const code = loadedBy('citizen').reduce((sum, file) => sum + zipped(file), 0);
    const letters = readdirSync(join(site, 'assets'))
      .filter((name) => name.endsWith('.woff2'))
      .reduce((sum, name) => sum + readFileSync(join(site, 'assets', name)).length, 0);
    expect(letters).toBeGreaterThan(10_000);
    expect(code).toBeLessThanOrEqual(15 * 1024);
    expect(code + letters).toBeLessThanOrEqual(65 * 1024);
  });
});
