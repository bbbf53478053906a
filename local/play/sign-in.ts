import { createHash, randomBytes } from 'node:crypto';

export interface SignInOptions {
  readonly publicUrl: string;
  readonly username: string;
  readonly password: string;
  /** Default: the login's first public client. */
  readonly clientId?: string;
  readonly redirectUri?: string;
  readonly scope?: string;
}

export interface SignedIn {
  readonly accessToken: string;
  readonly idToken: string;
  readonly refreshToken?: string;
  readonly expiresIn: number;
}

class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
}

interface Client {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
}

interface ListedClient {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  readonly scopes: readonly string[];
}

/** What a browser does: keeps cookies, follows redirects one by one. */
const makeBrowser = () => {
  const cookies = new Map<string, string>();
  const remember = (response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
  };
  return async (url: string, form?: URLSearchParams): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { ...(cookie !== '' && { cookie }) },
      ...(form && { body: form }),
    });
    remember(response);
    return response;
  };
};

const findClient = async (o: SignInOptions): Promise<Client> => {
  const response = await fetch(`${o.publicUrl}/login/clients`);
  const { clients } = (await response.json()) as { clients: readonly ListedClient[] };
  const [client] = clients.filter(
    ({ clientId }) => o.clientId === undefined || clientId === o.clientId,
  );
  const clientId = o.clientId ?? client?.clientId;
  const redirectUri = o.redirectUri ?? client?.redirectUris.at(-1);
  if (clientId === undefined || redirectUri === undefined)
    throw new SignInRefused('the login knows no such public client');
  return { clientId, redirectUri, scope: o.scope ?? client?.scopes.join(' ') ?? 'openid' };
};

const authorizeUrl = (
  publicUrl: string,
  client: Client,
  state: string,
  verifier: string,
): string => {
  const url = new URL(`${publicUrl}/login/oauth2/authorize`);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    scope: client.scope,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  return url.href;
};

const reasonOf = (status: number): string => {
  if (status === 401) return 'wrong username or password';
  return status === 429 ? 'too many failed tries' : `the login answered ${status}`;
};

const mostSteps = 10;

/** From the authorize address through the login page back to the application, with the code. */
const walk = async (o: SignInOptions, client: Client, start: string): Promise<URL> => {
  const browse = makeBrowser();
  let address = start;
  let filledIn = false;
  for (let step = 0; step < mostSteps; step += 1) {
    const isForm: boolean = /\/login\/sign-in\//.test(address) && !filledIn;
    const { username, password } = o;
    const form = isForm ? new URLSearchParams({ username, password }) : undefined;
    filledIn ||= isForm;
    const response = await browse(address, form);
    await response.arrayBuffer();
    const location = response.headers.get('location');
    if (location === null) throw new SignInRefused(reasonOf(response.status));
    address = new URL(location, address).href;
    if (address.startsWith(client.redirectUri)) return new URL(address);
  }
  throw new SignInRefused('the login redirects in a circle');
};

interface TokenAnswer {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token?: string;
  readonly expires_in: number;
}

const redeem = async (
  publicUrl: string,
  client: Client,
  code: string,
  verifier: string,
): Promise<SignedIn> => {
  const response = await fetch(`${publicUrl}/login/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client.clientId,
      redirect_uri: client.redirectUri,
      code,
      code_verifier: verifier,
    }),
  });
  if (!response.ok) throw new SignInRefused(`token: ${response.status} ${await response.text()}`);
  const answer = (await response.json()) as TokenAnswer;
  return {
    accessToken: answer.access_token,
    idToken: answer.id_token,
    ...(answer.refresh_token !== undefined && { refreshToken: answer.refresh_token }),
    expiresIn: answer.expires_in,
  };
};

/** Signs a person in as a browser would: authorize, login page, code, token. Code with PKCE. */
export const signIn = async (o: SignInOptions): Promise<SignedIn> => {
  const client = await findClient(o);
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(12).toString('base64url');
  const back = await walk(o, client, authorizeUrl(o.publicUrl, client, state, verifier));
  const code = back.searchParams.get('code');
  if (code === null) throw new SignInRefused(back.searchParams.get('error') ?? 'no code came back');
  if (back.searchParams.get('state') !== state)
    throw new SignInRefused('a foreign state came back');
  return redeem(o.publicUrl, client, code, verifier);
};
