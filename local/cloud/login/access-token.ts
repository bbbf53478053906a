import { randomUUID } from 'node:crypto';
import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import type { AccessToken, ClientCredentials, Configuration } from 'oidc-provider';
import type { Accounts, StaffAccount } from './accounts.ts';

export type PreTokenGenerationV2 = PreTokenGenerationV2TriggerEvent;

/** The trigger's answer for the access token. */
export interface TokenClaims {
  readonly add: Readonly<Record<string, unknown>>;
  readonly suppress: readonly string[];
}

interface Deps {
  readonly accounts: Accounts;
  readonly userPoolId: string;
  readonly tokenClaims: (event: PreTokenGenerationV2) => Promise<TokenClaims>;
  /** What a client may ask for: Cognito gives all of it to a client that names no scope. */
  readonly scopeOf: (clientId: string) => string;
}

type Customizers = NonNullable<NonNullable<Configuration['formats']>['customizers']>;
type Customize = NonNullable<Customizers['jwt']>;
type Payload = Record<string, unknown>;

/** Claims that a trigger cannot touch (Cognito developer guide, pre token generation). */
const reserved = new Set(
  'acr amr at_hash auth_time azp client_id exp iat iss jti nbf nonce origin_jti scope sub token_use username version'.split(
    ' ',
  ),
);

const eventOf = (
  { userPoolId }: Deps,
  account: StaffAccount,
  token: AccessToken,
): PreTokenGenerationV2 => ({
  version: '2',
  triggerSource: token.gty?.includes('refresh_token')
    ? 'TokenGeneration_RefreshTokens'
    : 'TokenGeneration_HostedAuth',
  region: userPoolId.split('_')[0] ?? '',
  userPoolId,
  userName: account.username,
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: token.clientId ?? '' },
  request: {
    userAttributes: {
      sub: account.sub,
      'cognito:user_status': 'CONFIRMED',
      name: account.name,
      ...account.attributes,
    },
    groupConfiguration: { groupsToOverride: [...account.groups], iamRolesToOverride: [] },
    scopes: (token.scope ?? '').split(' ').filter((scope) => scope !== ''),
  },
  response: { claimsAndScopeOverrideDetails: {} },
});

const forUser = async (deps: Deps, token: AccessToken, authTime: number): Promise<Payload> => {
  const account = deps.accounts.bySub(token.accountId);
  if (!account) throw new Error('a token for nobody');
  const { add, suppress } = await deps.tokenClaims(eventOf(deps, account, token));
  const own: Payload = {
    username: account.username,
    // Cognito leaves the claim out for somebody in no group.
    ...(account.groups.length > 0 && { 'cognito:groups': account.groups }),
    auth_time: authTime,
    origin_jti: token.grantId,
    event_id: randomUUID(),
  };
  const added = Object.entries(add).filter(([name]) => !reserved.has(name));
  return Object.fromEntries(
    [...Object.entries(own), ...added].filter(
      ([name]) => reserved.has(name) || !suppress.includes(name),
    ),
  );
};

const isUsers = (token: AccessToken | ClientCredentials): token is AccessToken =>
  token.kind === 'AccessToken';

/** Makes the provider's JWT access tokens look like Cognito's. */
export const shapeAccessTokens =
  (deps: Deps): Customize =>
  async (ctx, token, parts) => {
    const issuedAt = Math.floor(Date.now() / 1000);
    const { AuthorizationCode: code, RefreshToken: refresh } = ctx.oidc.entities;
    const claims = isUsers(token)
      ? await forUser(deps, token, code?.authTime ?? refresh?.authTime ?? issuedAt)
      : { auth_time: issuedAt, scope: token.scope ?? deps.scopeOf(token.clientId ?? '') };
    Object.assign(parts.payload, claims, { token_use: 'access', version: 2 });
    // The provider insists on an audience; Cognito's access tokens have none. JSON skips it.
    Object.defineProperty(parts.payload, 'aud', { enumerable: false });
    parts.header = { ...parts.header, typ: undefined };
  };
