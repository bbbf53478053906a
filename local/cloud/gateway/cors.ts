import type { CorsRule } from './read-api.ts';

const allows = (allowed: readonly string[], wanted: string): boolean =>
  allowed.some(
    (pattern) =>
      pattern === '*' ||
      pattern === wanted ||
      (pattern.endsWith('*') && wanted.startsWith(pattern.slice(0, -1))),
  );

/** Headers that answer an origin; none when it is not allowed, and the browser refuses. */
export const corsHeaders = (rule: CorsRule, origin: string | undefined): Record<string, string> => {
  if (origin === undefined || !allows(rule.allowOrigins, origin)) return {};
  const anyOrigin = rule.allowOrigins.includes('*') && !rule.allowCredentials;
  return {
    'access-control-allow-origin': anyOrigin ? '*' : origin,
    ...(!anyOrigin && { vary: 'origin' }),
    ...(rule.allowCredentials && { 'access-control-allow-credentials': 'true' }),
    ...(rule.exposeHeaders.length > 0 && {
      'access-control-expose-headers': rule.exposeHeaders.join(','),
    }),
  };
};

/** The API itself answers preflights, without a function and without a token. */
export const preflightHeaders = (
  rule: CorsRule,
  asked: { readonly origin: string | undefined; readonly method: string | undefined },
): Record<string, string> => {
  const origin = corsHeaders(rule, asked.origin);
  const method = rule.allowMethods.includes('*') || rule.allowMethods.includes(asked.method ?? '');
  if (Object.keys(origin).length === 0 || !method) return {};
  return {
    ...origin,
    'access-control-allow-methods': rule.allowMethods.join(','),
    'access-control-allow-headers': rule.allowHeaders.join(','),
    ...(rule.maxAgeSeconds !== undefined && {
      'access-control-max-age': String(rule.maxAgeSeconds),
    }),
  };
};
