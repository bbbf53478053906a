import { mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Provider } from 'oidc-provider';
import type { PreTokenGenerationV2, TokenClaims } from './access-token.ts';
import { makeAccounts, type Staff } from './accounts.ts';
import { openGrantStore } from './grant-store.ts';
import { type LoginClient, providerConfiguration, usesCode } from './provider-configuration.ts';
import { makeSignInHandler, sendPage } from './sign-in-handler.ts';
import { refusalPage } from './sign-in-page.ts';
import { makeSignInThrottle } from './sign-in-throttle.ts';
import { loadSigningKeys, publicKeys } from './signing-keys.ts';

export interface Login {
  readonly issuer: string;
  readonly basePath: '/login';
  /** Every path under `basePath`. */
  handle(req: IncomingMessage, res: ServerResponse): void;
  jwks(): Promise<{ keys: object[] }>;
  close(): Promise<void>;
}

export interface LoginOptions {
  readonly publicUrl: string;
  /** Keys, grants and refresh tokens persist here; only the owner may read them. */
  readonly directory: string;
  readonly staff: Staff;
  readonly clients: readonly LoginClient[];
  readonly tokenClaims: (event: PreTokenGenerationV2) => Promise<TokenClaims>;
  readonly userPoolId: string;
  readonly clock?: () => number;
  readonly onProblem?: (text: string) => void;
}

type Handler = (req: IncomingMessage, res: ServerResponse, url: URL) => Promise<void> | void;

const basePath = '/login';

/** The web application and the API reference of this machine return here, whatever the port. */
const withLocalReturn = (client: LoginClient, publicUrl: string): LoginClient => {
  if (!usesCode(client)) return client;
  const local = [`${publicUrl}/reference`, `${publicUrl}/signed-in`];
  return { ...client, redirectUris: [...new Set([...client.redirectUris, ...local])] };
};

const originsOf = ({ redirectUris }: LoginClient): readonly string[] =>
  redirectUris.map((uri) => new URL(uri).origin);

/** Cognito's `/logout?client_id=…&logout_uri=…`: ends the browser's session, then goes back. */
const makeSignOut =
  (provider: Provider, clients: readonly LoginClient[]): Handler =>
  async (req, res, { searchParams }) => {
    const target = searchParams.get('logout_uri') ?? '';
    const client = clients.find(({ clientId }) => clientId === searchParams.get('client_id'));
    // The template's logout addresses do not reach us: an origin that may sign in may sign out.
    if (!client || !URL.canParse(target) || !originsOf(client).includes(new URL(target).origin))
      return sendPage(res, 400, refusalPage('invalid_redirect_uri'));
    const session = await provider.Session.get(provider.createContext(req, res));
    await session.destroy();
    res.writeHead(303, { location: target, 'cache-control': 'no-store' });
    res.end();
  };

/** For the tour and the tests, which know no client id: who may sign in here, and from where. */
const listClients = (clients: readonly LoginClient[]): Handler => {
  const listed = clients
    .filter((client) => usesCode(client) && client.clientSecret === undefined)
    .map(({ clientId, redirectUris, scopes }) => ({ clientId, redirectUris, scopes }));
  return (_req, res) => {
    res.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    res.end(JSON.stringify({ clients: listed }));
  };
};

/** Cognito's other name for the authorize address; without a request there is nothing to sign in to. */
const toAuthorize: Handler = (_req, res, { search }) => {
  const location = search === '' ? '/' : `${basePath}/oauth2/authorize${search}`;
  res.writeHead(303, { location });
  res.end();
};

const toProvider = (provider: Provider): Handler => {
  const callback = provider.callback();
  return (req, res) => {
    const original = req.url ?? '/';
    Object.assign(req, { originalUrl: original, url: original.slice(basePath.length) || '/' });
    return callback(req, res);
  };
};

const routeBy =
  (table: Readonly<Record<string, Handler>>, signIn: Handler, otherwise: Handler): Handler =>
  (req, res, url) => {
    const path = url.pathname.slice(basePath.length).replace(/\/$/, '');
    if (path.startsWith('/sign-in/')) return signIn(req, res, url);
    return (table[path] ?? otherwise)(req, res, url);
  };

const startProvider = async (o: LoginOptions, clients: readonly LoginClient[]) => {
  const issuer = `${o.publicUrl}${basePath}`;
  mkdirSync(o.directory, { recursive: true, mode: 0o700 });
  const keys = await loadSigningKeys(o.directory);
  const accounts = makeAccounts(o.staff, o.userPoolId);
  const { userPoolId, tokenClaims } = o;
  const adapter = openGrantStore(o.directory);
  const provider = new Provider(
    issuer,
    providerConfiguration({ issuer, userPoolId, clients, accounts, keys, adapter, tokenClaims }),
  );
  // A client that the provider cannot serve shall fail the start, not the first sign-in.
  await Promise.all(clients.map(({ clientId }) => provider.Client.find(clientId)));
  provider.on('server_error', (_ctx, error) => o.onProblem?.(`login: ${error.message}`));
  return { issuer, provider, accounts, keys };
};

/** A login shaped like Cognito's hosted pages, for this machine. */
export const startLogin = async (o: LoginOptions): Promise<Login> => {
  const clients = o.clients.map((client) => withLocalReturn(client, o.publicUrl));
  const { issuer, provider, accounts, keys } = await startProvider(o, clients);
  const signIn = makeSignInHandler({
    provider,
    accounts,
    staff: o.staff,
    throttle: makeSignInThrottle(o.clock ?? Date.now),
    formTargets: [...new Set(clients.filter(usesCode).flatMap(originsOf))],
  });
  const route = routeBy(
    {
      '': toAuthorize,
      '/logout': makeSignOut(provider, clients),
      '/clients': listClients(clients),
    },
    signIn,
    toProvider(provider),
  );
  const answer = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    try {
      await route(req, res, new URL(req.url ?? '/', o.publicUrl));
    } catch (error) {
      o.onProblem?.(`login: ${String(error)}`);
      if (!res.headersSent) sendPage(res, 500, refusalPage('server_error'));
    }
  };
  return {
    issuer,
    basePath,
    handle: (req, res) => {
      answer(req, res).catch(() => res.destroy());
    },
    jwks: async () => publicKeys(keys),
    close: async () => undefined,
  };
};
