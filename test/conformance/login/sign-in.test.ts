import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassword } from '#local/people/demo-users.ts';
import { signIn } from '#local/play/sign-in.ts';
import { forget, type RunningLogin, redirectUri, runLogin, webClient } from './running-login.ts';

let running: RunningLogin;
let now = Date.parse('2026-11-20T08:00:00+07:00');

beforeAll(async () => {
  running = await runLogin({ clock: () => now });
});

afterAll(async () => {
  await running.stop();
  forget(running);
});

const request = (changes: Record<string, string | undefined> = {}): string => {
  const all: Record<string, string | undefined> = {
    response_type: 'code',
    client_id: webClient,
    redirect_uri: redirectUri,
    scope: 'openid profile',
    state: 'abc',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    ...changes,
  };
  const given = Object.entries(all).flatMap(([k, v]) => (v === undefined ? [] : [[k, v] as const]));
  return `${running.publicUrl}/login/oauth2/authorize?${new URLSearchParams(Object.fromEntries(given))}`;
};

const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');

/** A browser at the login page. */
const atLoginPage = async () => {
  const first = await fetch(request(), { redirect: 'manual' });
  const address = new URL(first.headers.get('location') ?? '', running.publicUrl).href;
  const cookie = cookiesOf(first);
  return {
    address,
    show: () => fetch(address, { headers: { cookie } }),
    fill: (username: string, password: string) =>
      fetch(address, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie },
        body: new URLSearchParams({ username, password }),
      }),
  };
};

describe('the authorize address', () => {
  it('sends back to the application a request without PKCE', async () => {
    const response = await fetch(
      request({ code_challenge: undefined, code_challenge_method: undefined }),
      { redirect: 'manual' },
    );
    const back = new URL(response.headers.get('location') ?? '');
    expect(back.origin + back.pathname).toBe(redirectUri);
    expect(back.searchParams.get('error')).toBe('invalid_request');
    expect(back.searchParams.get('state')).toBe('abc');
  });

  it('takes no plain PKCE challenge', async () => {
    const response = await fetch(request({ code_challenge_method: 'plain' }), {
      redirect: 'manual',
    });
    expect(response.headers.get('location')).toContain('error=invalid_request');
  });

  it.each([
    ['another address to return to', { redirect_uri: 'https://evil.example/signed-in' }],
    ['a longer address to return to', { redirect_uri: `${redirectUri}/more` }],
    ['an unknown client', { client_id: 'nobody' }],
  ])('refuses on its own page, without redirect, %s', async (_what, changes) => {
    const response = await fetch(request(changes), { redirect: 'manual' });
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).toContain('Không đăng nhập được');
  });

  it('has Cognito’s other name /login', async () => {
    const response = await fetch(`${running.publicUrl}/login?client_id=${webClient}`, {
      redirect: 'manual',
    });
    expect(response.headers.get('location')).toBe(`/login/oauth2/authorize?client_id=${webClient}`);
  });
});

describe('the code', () => {
  const redeem = (code: string, verifier: string, redirect = redirectUri) =>
    fetch(`${running.publicUrl}/login/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: webClient,
        redirect_uri: redirect,
        code,
        code_verifier: verifier,
      }),
    });

  it('is not to be had without the browser that began', async () => {
    const signedIn = await (await atLoginPage()).fill('lan.vithanh', demoPassword);
    const resume = new URL(signedIn.headers.get('location') ?? '', running.publicUrl);
    expect(resume.pathname).toContain('/login/oauth2/authorize/');
    expect((await fetch(resume, { redirect: 'manual' })).status).toBe(400);
  });

  it('is refused when it was never issued', async () => {
    const response = await redeem('made-up', 'x'.repeat(43));
    expect(await response.json()).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('the login page', () => {
  it('names every demo user, runs no script and loads nothing from elsewhere', async () => {
    const page = await atLoginPage();
    const response = await page.show();
    const text = await response.text();
    for (const name of ['Nguyễn Thị Lan', 'Huỳnh Thái Bình', 'Đăng nhập', 'Sign in'])
      expect(text).toContain(name);
    expect(text).not.toMatch(/<script|(?:src|href)="https?:/);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'none'");
    expect(policy).toContain("default-src 'none'");
    expect(response.headers.get('x-frame-options')).toBe('DENY');
  });

  it('answers alike for a wrong password and for a person who is not there', async () => {
    const page = await atLoginPage();
    const [wrong, nobody] = await Promise.all([
      page.fill('lan.vithanh', 'wrong'),
      page.fill('no.such.one', 'wrong'),
    ]);
    expect([wrong.status, nobody.status]).toEqual([401, 401]);
    const [a, b] = await Promise.all([wrong.text(), nobody.text()]);
    expect(a).toContain('Tên đăng nhập hoặc mật khẩu không đúng');
    expect(b.replace('no.such.one', 'lan.vithanh')).toBe(a);
  });

  it('shows what was typed as text', async () => {
    const page = await atLoginPage();
    const response = await page.fill('"><img src=x onerror=alert(1)>', 'wrong');
    expect(await response.text()).not.toContain('<img src=x');
  });

  it('makes wait after five wrong tries, lets in after the wait, and forgets then', async () => {
    const page = await atLoginPage();
    for (let n = 0; n < 5; n += 1)
      expect((await page.fill('minh.ngabay', 'wrong')).status).toBe(401);
    const locked = await page.fill('minh.ngabay', demoPassword);
    expect(locked.status).toBe(429);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await page.fill('lan.vithanh', 'wrong')).status).toBe(401);
    now += 2_000;
    expect((await page.fill('Minh.NgaBay ', demoPassword)).status).toBe(303);
    expect((await page.fill('minh.ngabay', 'wrong')).status).toBe(401);
  });

  it('says that it has expired to a browser that did not begin', async () => {
    const page = await atLoginPage();
    const response = await fetch(page.address);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('đã hết hạn');
  });

  it('reads no endless form', async () => {
    const page = await atLoginPage();
    expect((await page.fill('x'.repeat(5_000), 'y')).status).toBe(413);
  });
});

describe('signing in for the tour and the tests', () => {
  it('tells a wrong password', async () => {
    await expect(
      signIn({ publicUrl: running.publicUrl, username: 'hoa.nnmt', password: 'wrong' }),
    ).rejects.toThrow('wrong username or password');
  });

  it('takes client and return address when they are given', async () => {
    const signedIn = await signIn({
      publicUrl: running.publicUrl,
      username: 'hoa.nnmt',
      password: demoPassword,
      clientId: webClient,
      redirectUri,
    });
    expect(signedIn).toMatchObject({ expiresIn: 3600 });
    expect(signedIn.refreshToken).toBeTypeOf('string');
  });
});

describe('signing out', () => {
  it('goes back to the application', async () => {
    const target = 'https://ho-so.example.vn/';
    const response = await fetch(
      `${running.publicUrl}/login/logout?client_id=${webClient}&logout_uri=${encodeURIComponent(target)}`,
      { redirect: 'manual' },
    );
    expect(response.headers.get('location')).toBe(target);
  });

  it('is no open redirect', async () => {
    const response = await fetch(
      `${running.publicUrl}/login/logout?client_id=${webClient}&logout_uri=https://evil.example/`,
      { redirect: 'manual' },
    );
    expect(response.status).toBe(400);
  });
});
