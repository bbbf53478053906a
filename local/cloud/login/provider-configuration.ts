import type {
  AdapterFactory,
  ClientMetadata,
  Configuration,
  Grant,
  KoaContextWithOIDC,
} from 'oidc-provider';
import { interactionPolicy } from 'oidc-provider';
import { type PreTokenGenerationV2, shapeAccessTokens, type TokenClaims } from './access-token.ts';
import type { Accounts } from './accounts.ts';
import { refusalPage } from './sign-in-page.ts';
import type { SigningKeys } from './signing-keys.ts';

/** A user pool client of the template. */
export interface LoginClient {
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly redirectUris: readonly string[];
  /** `authorization_code`, `refresh_token`, `client_credentials`. */
  readonly grants: readonly string[];
  readonly scopes: readonly string[];
}

interface Settings {
  readonly issuer: string;
  readonly userPoolId: string;
  readonly clients: readonly LoginClient[];
  readonly accounts: Accounts;
  readonly keys: SigningKeys;
  readonly adapter: AdapterFactory;
  readonly tokenClaims: (event: PreTokenGenerationV2) => Promise<TokenClaims>;
}

const hour = 3600;
const minute = 60;

/** A pool client without OAuth flows is of no use to the hosted pages, and none of their business. */
export const usesCode = ({ grants }: LoginClient): boolean => grants.includes('authorization_code');

const metadataOf = (client: LoginClient): ClientMetadata => ({
  client_id: client.clientId,
  ...(client.clientSecret !== undefined && { client_secret: client.clientSecret }),
  // Cognito takes the secret in the header and in the form; the provider one of them: the header.
  token_endpoint_auth_method: client.clientSecret === undefined ? 'none' : 'client_secret_basic',
  grant_types: [...client.grants],
  response_types: usesCode(client) ? ['code'] : [],
  redirect_uris: usesCode(client) ? [...client.redirectUris] : [],
  scope: client.scopes.join(' '),
});

/** Everything a client may have is granted: Cognito asks no consent. */
const grantAll =
  (issuer: string) =>
  async ({ oidc }: KoaContextWithOIDC): Promise<Grant | undefined> => {
    const { client, session, provider } = oidc;
    if (!client || session?.accountId === undefined) return undefined;
    const known = session.grantIdFor(client.clientId);
    const existing = known === undefined ? undefined : await provider.Grant.find(known);
    if (existing) return existing;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope(client.scope ?? 'openid');
    grant.addResourceScope(issuer, client.scope ?? 'openid');
    await grant.save();
    return grant;
  };

/** Access tokens are JWTs because they are for a resource: the API, named by the issuer. */
const resourceOf = ({
  issuer,
}: Settings): NonNullable<Configuration['features']>['resourceIndicators'] => ({
  enabled: true,
  defaultResource: () => issuer,
  useGrantedResource: () => true,
  getResourceServerInfo: (_ctx, _resource, client) => ({
    scope: client.scope ?? 'openid',
    audience: client.clientId,
    accessTokenTTL: hour,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: 'RS256' } },
  }),
});

const policy = (): ReturnType<typeof interactionPolicy.base> => {
  const prompts = interactionPolicy.base();
  prompts.remove('consent');
  return prompts;
};

const findAccount =
  (accounts: Accounts): NonNullable<Configuration['findAccount']> =>
  (_ctx, sub) => {
    const account = accounts.bySub(sub);
    if (!account) return undefined;
    const { username, name, groups, attributes } = account;
    return {
      accountId: sub,
      claims: () => ({
        sub,
        token_use: 'id',
        'cognito:username': username,
        'cognito:groups': groups,
        name,
        ...attributes,
      }),
    };
  };

const tokensAndSessions: Configuration = {
  pkce: { required: () => true },
  conformIdTokenClaims: false,
  claims: {
    openid: ['sub', 'token_use', 'cognito:username', 'cognito:groups'],
    profile: ['name', 'custom:office', 'custom:agency'],
  },
  // The refresh token outlives the browser's session, as Cognito's does.
  issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
  expiresWithSession: () => false,
  rotateRefreshToken: false,
  ttl: {
    AccessToken: hour,
    AuthorizationCode: 5 * minute,
    ClientCredentials: hour,
    IdToken: hour,
    RefreshToken: 12 * hour,
    Grant: 24 * hour,
    Session: hour,
    Interaction: hour,
  },
};

const routes: Configuration['routes'] = {
  authorization: '/oauth2/authorize',
  token: '/oauth2/token',
  revocation: '/oauth2/revoke',
  jwks: '/.well-known/jwks.json',
};

const cookiesOf = ({ keys }: Settings): Configuration['cookies'] => ({
  keys: [keys.cookieKey],
  long: { path: '/login', signed: true, httpOnly: true, sameSite: 'lax' },
  short: { signed: true, httpOnly: true, sameSite: 'lax' },
});

export const providerConfiguration = (o: Settings): Configuration => ({
  ...tokensAndSessions,
  adapter: o.adapter,
  routes,
  cookies: cookiesOf(o),
  jwks: { keys: [{ ...o.keys.jwk, kty: 'RSA' }] },
  clients: o.clients.map(metadataOf),
  scopes: [...new Set(['openid', 'profile', ...o.clients.flatMap(({ scopes }) => scopes)])],
  findAccount: findAccount(o.accounts),
  loadExistingGrant: grantAll(o.issuer),
  clientBasedCORS: (_ctx, origin, client) =>
    (client.redirectUris ?? []).some((uri) => new URL(uri).origin === origin),
  interactions: { policy: policy(), url: (_ctx, { uid }) => `/login/sign-in/${uid}` },
  formats: {
    customizers: {
      jwt: shapeAccessTokens({
        accounts: o.accounts,
        userPoolId: o.userPoolId,
        tokenClaims: o.tokenClaims,
        scopeOf: (id) => o.clients.find(({ clientId }) => clientId === id)?.scopes.join(' ') ?? '',
      }),
    },
  },
  features: {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    rpInitiatedLogout: { enabled: false },
    revocation: {
      enabled: true,
      allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId,
    },
    clientCredentials: { enabled: true },
    resourceIndicators: resourceOf(o) ?? {},
  },
  renderError: (ctx, { error }) => {
    const page = refusalPage(error);
    ctx.set({ ...page.headers });
    ctx.body = page.text;
  },
});
