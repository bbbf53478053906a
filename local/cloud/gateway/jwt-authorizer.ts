import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import type { JwtRule } from './read-api.ts';

export type Verdict =
  | {
      readonly ok: true;
      readonly claims: Readonly<Record<string, string>>;
      readonly scopes: readonly string[] | null;
    }
  | { readonly ok: false; readonly status: 401 | 403; readonly challenge: string };

/** Who signs locally the tokens that the template expects from `issuer`. */
export interface TokenIssuer {
  readonly issuer: string;
  jwks(): Promise<{ keys: object[] }>;
}

/** AWS hands every claim over as text: a list becomes `[a b]`. */
export const claimText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(claimText).join(' ')}]`;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
};

const claimTexts = (payload: JWTPayload): Record<string, string> =>
  Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, claimText(value)]));

const scopesOf = (payload: JWTPayload): readonly string[] => {
  const scopes = payload['scope'] ?? payload['scp'] ?? '';
  return Array.isArray(scopes) ? scopes.map(String) : String(scopes).split(' ').filter(Boolean);
};

/** `aud` when the token has one, else `client_id`: Cognito access tokens carry only the latter. */
const isMeantForUs = (payload: JWTPayload, audience: readonly string[]): boolean => {
  const named = payload.aud === undefined ? [String(payload['client_id'])] : [payload.aud].flat();
  return named.some((name) => audience.includes(name));
};

const refused = (status: 401 | 403, challenge: string): Verdict => ({
  ok: false,
  status,
  challenge,
});

const invalid = refused(401, 'Bearer error="invalid_token"');

const judge = (payload: JWTPayload, rule: JwtRule): Verdict => {
  const now = Date.now() / 1000;
  if (payload.exp === undefined || (payload.iat ?? 0) > now + 60) return invalid;
  if (!isMeantForUs(payload, rule.audience)) return invalid;
  const scopes = scopesOf(payload);
  if (rule.scopes.length > 0 && !rule.scopes.some((scope) => scopes.includes(scope)))
    return refused(403, `Bearer scope="${rule.scopes.join(' ')}" error="insufficient_scope"`);
  return { ok: true, claims: claimTexts(payload), scopes: rule.scopes.length > 0 ? scopes : null };
};

/**
 * The HTTP API's JWT authorizer: RS256 signature, issuer, audience or client, exp, nbf, iat, scopes.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export const makeJwtAuthorizer = (
  issuerFor: (templateIssuer: string) => TokenIssuer,
): ((authorization: string | undefined, rule: JwtRule) => Promise<Verdict>) => {
  const keySets = new Map<string, Promise<ReturnType<typeof createLocalJWKSet>>>();
  const keysOf = (source: TokenIssuer): Promise<ReturnType<typeof createLocalJWKSet>> => {
    const known =
      keySets.get(source.issuer) ??
      source.jwks().then((keys) => createLocalJWKSet(keys as JSONWebKeySet));
    keySets.set(source.issuer, known);
    return known;
  };
  return async (authorization, rule) => {
    const token = authorization?.replace(/^Bearer\s+/i, '').trim();
    if (token === undefined || token === '') return refused(401, 'Bearer');
    const source = issuerFor(rule.issuer);
    try {
      const options = { issuer: source.issuer, algorithms: ['RS256'] };
      const { payload } = await jwtVerify(token, await keysOf(source), options);
      return judge(payload, rule);
    } catch (error) {
      if (error instanceof errors.JOSEError) return invalid;
      throw error;
    }
  };
};
