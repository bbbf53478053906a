import { describe, expect, it } from 'vitest';
import { makeRouteMatcher } from '#local/cloud/gateway/match-route.ts';

const matcherOf = (...routeKeys: readonly string[]) =>
  makeRouteMatcher(routeKeys.map((routeKey) => ({ routeKey })));

// The table of https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
const documented = matcherOf(
  '$default',
  'ANY /{proxy+}',
  'GET /pets/{proxy+}',
  'GET /pets/dog/{id}',
  'GET /pets/dog/1',
);

describe('of several routes that fit', () => {
  it.each([
    ['GET', '/pets/dog/1', 'GET /pets/dog/1', {}],
    ['GET', '/pets/dog/2', 'GET /pets/dog/{id}', { id: '2' }],
    ['GET', '/pets/cat/1', 'GET /pets/{proxy+}', { proxy: 'cat/1' }],
    ['POST', '/test/5', 'ANY /{proxy+}', { proxy: 'test/5' }],
    ['GET', '/', '$default', {}],
  ])('%s %s goes to the one AWS documents', (method, path, routeKey, pathParameters) => {
    expect(documented(method, path)).toEqual({ route: { routeKey }, pathParameters });
  });

  it.each([
    ['the named method before ANY', ['ANY /a', 'GET /a'], 'GET', '/a', 'GET /a'],
    [
      'text before a variable, from the left',
      ['GET /{a}/x', 'GET /b/{c}'],
      'GET',
      '/b/x',
      'GET /b/{c}',
    ],
    ['a variable before a greedy one', ['GET /{a+}', 'GET /{a}'], 'GET', '/x', 'GET /{a}'],
    [
      'the method’s path when the better path has another method',
      ['POST /a/b', 'GET /a/{c}'],
      'GET',
      '/a/b',
      'GET /a/{c}',
    ],
  ] as const)('it is %s', (_what, routeKeys, method, path, expected) => {
    for (const order of [routeKeys, [...routeKeys].reverse()])
      expect(matcherOf(...order)(method, path)?.route.routeKey).toBe(expected);
  });
});

describe('a path that is nearly a route', () => {
  const matches = matcherOf('GET /a/{id}', 'GET /a/{id}/b', 'GET /files/{rest+}');

  it.each(['/a', '/a/', '/a/1/', '/a/1/c', '/a/1/b/c', '/A/1', '/files', '/files/'])(
    'is none: %s',
    (path) => {
      expect(matches('GET', path)).toBeUndefined();
    },
  );

  it('is none with another method', () => {
    expect(matches('DELETE', '/a/1')).toBeUndefined();
  });
});

describe('a variable', () => {
  const matches = matcherOf('GET /a/{id}', 'GET /files/{rest+}');

  it('is handed over unescaped, and an escaped slash does not end it', () => {
    expect(matches('GET', '/a/h%E1%BB%93%20s%C6%A1')?.pathParameters).toEqual({ id: 'hồ sơ' });
    expect(matches('GET', '/a/x%2Fy')?.pathParameters).toEqual({ id: 'x/y' });
  });

  it('takes the rest when it is greedy', () => {
    expect(matches('GET', '/files/2026/11/a.pdf')?.pathParameters).toEqual({
      rest: '2026/11/a.pdf',
    });
  });
});
