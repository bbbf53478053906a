import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TokenIssuer } from '#local/cloud/gateway/jwt-authorizer.ts';
import { aRoute, serveApi } from './served-api.ts';

const issuer = 'http://127.0.0.1:8080/login';
const templateIssuer = 'https://cognito-idp.ap-southeast-1.amazonaws.com/pool';

interface Keys {
  readonly source: TokenIssuer;
  sign(payload: JWTPayload, header?: object): Promise<string>;
}

const makeKeys = async (): Promise<Keys> => {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  return {
    source: { issuer, jwks: async () => ({ keys: [jwk] }) },
    sign: (payload, header = {}) =>
      new SignJWT(payload)
        .setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header })
        .sign(privateKey),
  };
};

let ours: Keys;
let theirs: Keys;
beforeAll(async () => {
  ours = await makeKeys();
  theirs = await makeKeys();
});

const seconds = (): number => Math.floor(Date.now() / 1000);

const claims = (): JWTPayload => ({
  iss: issuer,
  sub: 'u1',
  client_id: 'web',
  iat: seconds() - 10,
  exp: seconds() + 600,
});

const served = () =>
  serveApi({
    issuer: ours.source,
    routes: [
      aRoute('GET /own', { jwt: { issuer: templateIssuer, audience: ['web'], scopes: [] } }),
      aRoute('GET /scoped', {
        jwt: { issuer: templateIssuer, audience: ['web'], scopes: ['a/read', 'a/all'] },
      }),
      aRoute('GET /open'),
    ],
  });

const lacking = (name: keyof JWTPayload): JWTPayload =>
  Object.fromEntries(Object.entries(claims()).filter(([claim]) => claim !== name));

const withToken = (token: string) => ({ headers: ['Authorization', `Bearer ${token}`] });

describe('a token', () => {
  it('lets its bearer in, and tells the function every claim as text', async () => {
    const api = await served();
    const token = await ours.sign({
      ...claims(),
      'cognito:groups': ['clerk', 'courier'],
      verified: true,
      level: 2,
    });
    expect((await api.ask('/own', withToken(token))).status).toBe(200);
    expect(api.events[0]?.requestContext.authorizer?.jwt).toMatchObject({
      claims: { sub: 'u1', 'cognito:groups': '[clerk courier]', verified: 'true', level: '2' },
      scopes: null,
    });
  });

  it('is taken without the word Bearer too, as API Gateway takes it', async () => {
    const api = await served();
    const headers = ['Authorization', await ours.sign(claims())];
    expect((await api.ask('/own', { headers })).status).toBe(200);
  });

  it('may name its audience instead of its client', async () => {
    const api = await served();
    const token = await ours.sign({ ...claims(), aud: ['other', 'web'], client_id: 'other' });
    expect((await api.ask('/own', withToken(token))).status).toBe(200);
  });

  it.each<[string, () => Promise<string>]>([
    ['signed by another key of the same name', () => theirs.sign(claims())],
    ['of another issuer', () => ours.sign({ ...claims(), iss: 'https://evil.example' })],
    [
      'of the template’s issuer, whom nobody here is',
      () => ours.sign({ ...claims(), iss: templateIssuer }),
    ],
    ['for another client', () => ours.sign({ ...claims(), client_id: 'other' })],
    ['for another audience, whatever its client', () => ours.sign({ ...claims(), aud: 'other' })],
    ['for no client at all', () => ours.sign(lacking('client_id'))],
    ['that has expired', () => ours.sign({ ...claims(), exp: seconds() - 1 })],
    ['that never expires', () => ours.sign(lacking('exp'))],
    ['that is not valid yet', () => ours.sign({ ...claims(), nbf: seconds() + 600 })],
    ['issued in the future', () => ours.sign({ ...claims(), iat: seconds() + 600 })],
    ['by an unknown key', () => ours.sign(claims(), { kid: 'k2' })],
    [
      'whose claims were changed',
      async () => {
        const [head, , signature] = (await ours.sign(claims())).split('.');
        const changed = Buffer.from(JSON.stringify({ ...claims(), sub: 'u2' })).toString(
          'base64url',
        );
        return [head, changed, signature].join('.');
      },
    ],
    [
      'signed with nothing',
      async () => {
        const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
        return `${part({ alg: 'none' })}.${part(claims())}.`;
      },
    ],
    [
      'signed with a shared word',
      () =>
        new SignJWT(claims())
          .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
          .sign(new TextEncoder().encode('a word that is long enough for this')),
    ],
    ['that is no token', async () => 'not-a-token'],
    ['that is empty', async () => ''],
  ])('does not, %s', async (_what, make) => {
    const api = await served();
    const answer = await api.ask('/own', withToken(await make()));
    expect(answer).toMatchObject({ status: 401, body: '{"message":"Unauthorized"}' });
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer/);
    expect(api.events).toEqual([]);
  });

  it('is missed where one is needed, and only there', async () => {
    const api = await served();
    expect((await api.ask('/own')).status).toBe(401);
    expect((await api.ask('/open')).status).toBe(200);
  });
});

describe('a route with scopes', () => {
  it.each([
    ['one of them', { scope: 'openid a/all' }, 200],
    ['one of them by the short name', { scp: ['a/read'] }, 200],
    ['others', { scope: 'openid a/reader' }, 403],
    ['none', {}, 403],
  ])('asks the token for one: it has %s', async (_what, more, status) => {
    const api = await served();
    const answer = await api.ask('/scoped', withToken(await ours.sign({ ...claims(), ...more })));
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.body).toBe('{"message":"Forbidden"}');
  });

  it('says which it asked for', async () => {
    const api = await served();
    const answer = await api.ask('/scoped', withToken(await ours.sign(claims())));
    expect(answer.headers['www-authenticate']).toBe(
      'Bearer scope="a/read a/all" error="insufficient_scope"',
    );
  });
});
