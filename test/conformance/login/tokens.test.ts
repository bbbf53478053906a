import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassword } from '#local/people/demo-users.ts';
import { type SignedIn, signIn } from '#local/play/sign-in.ts';
import {
  forget,
  placesOfWork,
  type RunningLogin,
  redirectUri,
  runLogin,
  software,
  userPoolId,
  webClient,
} from './running-login.ts';

let running: RunningLogin;
let lan: SignedIn;
const events: unknown[] = [];

const lanSignsIn = () =>
  signIn({ publicUrl: running.publicUrl, username: 'lan.vithanh', password: demoPassword });

const verify = async (token: string) =>
  jwtVerify(token, createLocalJWKSet((await running.login.jwks()) as JSONWebKeySet), {
    issuer: running.login.issuer,
    algorithms: ['RS256'],
  });

const post = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${running.publicUrl}/login/oauth2/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form),
  });

const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});

beforeAll(async () => {
  running = await runLogin({
    tokenClaims: (event) => {
      events.push(event);
      return placesOfWork(event);
    },
  });
  lan = await lanSignsIn();
});

afterAll(async () => {
  await running.stop();
  forget(running);
});

describe('tokens of a signed-in clerk', () => {
  it('carry the claims of a Cognito access token and what the trigger added', async () => {
    const { payload } = await verify(lan.accessToken);
    expect(payload).toMatchObject({
      iss: `${running.publicUrl}/login`,
      username: 'lan.vithanh',
      'cognito:groups': ['clerk'],
      client_id: webClient,
      token_use: 'access',
      scope: 'openid profile',
      office: 'bd-vi-thanh',
      name: 'Nguyễn Thị Lan',
      version: 2,
    });
    expect(payload.sub).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(Number(payload.exp) - Number(payload.iat)).toBe(lan.expiresIn);
  });

  it('have no audience in the access token, as with Cognito', async () => {
    const { payload } = await verify(lan.accessToken);
    expect(payload).not.toHaveProperty('aud');
    expect(decodeProtectedHeader(lan.accessToken)).not.toHaveProperty('typ');
  });

  it('say in the ID token who it is, for this client', async () => {
    const { payload } = await verify(lan.idToken);
    expect(payload).toMatchObject({
      aud: webClient,
      token_use: 'id',
      'cognito:username': 'lan.vithanh',
      'cognito:groups': ['clerk'],
      'custom:office': 'bd-vi-thanh',
    });
  });

  it('were shaped after the trigger had seen a V2_0 event', () => {
    expect(events[0]).toMatchObject({
      version: '2',
      triggerSource: 'TokenGeneration_HostedAuth',
      userPoolId,
      region: 'ap-southeast-1',
      userName: 'lan.vithanh',
      callerContext: { clientId: webClient },
      request: {
        userAttributes: { 'custom:office': 'bd-vi-thanh', name: 'Nguyễn Thị Lan' },
        groupConfiguration: { groupsToOverride: ['clerk'] },
        scopes: ['openid', 'profile'],
      },
    });
  });

  it('name the same subject at every sign-in', async () => {
    const again = await lanSignsIn();
    const [first, second] = await Promise.all([lan, again].map((t) => verify(t.accessToken)));
    expect(second?.payload.sub).toBe(first?.payload.sub);
  });
});

describe('a trigger', () => {
  it('can suppress groups, but not what identifies the token', async () => {
    const own = await runLogin({
      tokenClaims: async () => ({
        add: { sub: 'somebody-else', token_use: 'id', extra: 'yes' },
        suppress: ['cognito:groups', 'client_id', 'username'],
      }),
    });
    const { accessToken } = await signIn({
      publicUrl: own.publicUrl,
      username: 'lan.vithanh',
      password: demoPassword,
    });
    const keys = createLocalJWKSet((await own.login.jwks()) as JSONWebKeySet);
    const { payload } = await jwtVerify(accessToken, keys);
    await own.stop();
    forget(own);
    expect(payload).toMatchObject({
      token_use: 'access',
      extra: 'yes',
      client_id: webClient,
      username: 'lan.vithanh',
    });
    expect(payload.sub).not.toBe('somebody-else');
    expect(payload).not.toHaveProperty('cognito:groups');
  });
});

describe('a refresh token', () => {
  it('gives a fresh access token with the trigger asked again', async () => {
    const response = await post({
      grant_type: 'refresh_token',
      client_id: webClient,
      refresh_token: lan.refreshToken ?? '',
    });
    const body = (await response.json()) as { access_token: string };
    expect(response.status).toBe(200);
    const { payload } = await verify(body.access_token);
    expect(payload).toMatchObject({ username: 'lan.vithanh', office: 'bd-vi-thanh' });
    expect(events.at(-1)).toMatchObject({ triggerSource: 'TokenGeneration_RefreshTokens' });
  });

  it('works after a restart, and tokens of before still verify', async () => {
    const port = Number(new URL(running.publicUrl).port);
    await running.stop();
    running = await runLogin({ directory: running.directory, port });
    await verify(lan.accessToken);
    const response = await post({
      grant_type: 'refresh_token',
      client_id: webClient,
      refresh_token: lan.refreshToken ?? '',
    });
    expect(response.status).toBe(200);
  });

  it('is worth nothing once revoked, also after a restart', async () => {
    const { refreshToken = '' } = await lanSignsIn();
    await fetch(`${running.publicUrl}/login/oauth2/revoke`, {
      method: 'POST',
      body: new URLSearchParams({ token: refreshToken, client_id: webClient }),
    });
    const port = Number(new URL(running.publicUrl).port);
    await running.stop();
    running = await runLogin({ directory: running.directory, port });
    const response = await post({
      grant_type: 'refresh_token',
      client_id: webClient,
      refresh_token: refreshToken,
    });
    expect(await response.json()).toMatchObject({ error: 'invalid_grant' });
  });

  it('of another client is refused', async () => {
    const { refreshToken = '' } = await lanSignsIn();
    const response = await post(
      { grant_type: 'refresh_token', refresh_token: refreshToken },
      basic(software.clientId, software.clientSecret),
    );
    expect(response.status).toBe(400);
  });
});

describe('keys on disk', () => {
  it.each(['signing-keys.json', 'grants.jsonl'])('%s is readable by its owner only', (file) => {
    expect(statSync(join(running.directory, file)).mode & 0o777).toBe(0o600);
  });

  it('never show their private part', async () => {
    const response = await fetch(`${running.publicUrl}/login/.well-known/jwks.json`);
    const { keys } = (await response.json()) as { keys: object[] };
    expect(keys).toHaveLength(1);
    expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
    expect(keys[0]).toMatchObject((await running.login.jwks()).keys[0] ?? {});
  });
});

describe('software of a department', () => {
  it('gets a token in its own name with all its scopes', async () => {
    const response = await post(
      { grant_type: 'client_credentials' },
      basic(software.clientId, software.clientSecret),
    );
    const { access_token: token } = (await response.json()) as { access_token: string };
    const { payload } = await verify(token);
    expect(payload).toMatchObject({
      sub: software.clientId,
      client_id: software.clientId,
      token_use: 'access',
      scope: 'dossiers/work',
    });
    expect(payload).not.toHaveProperty('username');
    expect(payload).not.toHaveProperty('aud');
  });

  it.each([
    ['a wrong secret', basic(software.clientId, 'wrong'), 401, 'invalid_client'],
    ['an unknown client', basic('nobody', 'wrong'), 401, 'invalid_client'],
  ])('is refused with %s', async (_what, headers, status, error) => {
    const response = await post({ grant_type: 'client_credentials' }, headers);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error });
  });

  it('is refused a scope that it was not given', async () => {
    const response = await post(
      { grant_type: 'client_credentials', scope: 'openid' },
      basic(software.clientId, software.clientSecret),
    );
    expect(await response.json()).toMatchObject({ error: 'invalid_scope' });
  });

  it('is not what a browser’s client may be', async () => {
    const response = await post({ grant_type: 'client_credentials', client_id: webClient });
    expect(response.status).toBe(400);
    expect(await response.json()).not.toHaveProperty('access_token');
  });
});

describe('the client list', () => {
  it('shows who may sign in here and no secret', async () => {
    const response = await fetch(`${running.publicUrl}/login/clients`);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({
      clients: [
        {
          clientId: webClient,
          redirectUris: expect.arrayContaining([redirectUri, `${running.publicUrl}/signed-in`]),
        },
      ],
    });
    expect(text).not.toContain(software.clientSecret);
  });
});
