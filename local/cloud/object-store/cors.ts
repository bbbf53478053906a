import type { CorsRule } from './bucket-spec.ts';
import { S3Error } from './s3-error.ts';

type Headers = Readonly<Record<string, string>>;

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const matches = (pattern: string, value: string): boolean =>
  new RegExp(`^${pattern.split('*').map(escapeRegExp).join('.*')}$`, 'i').test(value);

const findRule = (
  rules: readonly CorsRule[],
  request: {
    readonly origin: string;
    readonly method: string;
    readonly headers: readonly string[];
  },
): CorsRule | undefined =>
  rules.find(
    (rule) =>
      rule.allowedOrigins.some((pattern) => matches(pattern, request.origin)) &&
      rule.allowedMethods.includes(request.method) &&
      request.headers.every((name) => rule.allowedHeaders.some((p) => matches(p, name))),
  );

const allow = (rule: CorsRule, origin: string): Record<string, string> => ({
  'access-control-allow-methods': rule.allowedMethods.join(', '),
  vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  ...(rule.allowedOrigins.includes('*')
    ? { 'access-control-allow-origin': '*' }
    : { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' }),
  ...(rule.exposedHeaders.length > 0 && {
    'access-control-expose-headers': rule.exposedHeaders.join(', '),
  }),
  ...(rule.maxAgeSeconds !== undefined && { 'access-control-max-age': String(rule.maxAgeSeconds) }),
});

/** Headers for the answer to an ordinary request; none when no rule lets the origin read it. */
export const corsHeaders = (
  rules: readonly CorsRule[],
  method: string,
  headers: Headers,
): Record<string, string> => {
  const origin = headers['origin'];
  const rule = origin && findRule(rules, { origin, method, headers: [] });
  return origin && rule ? allow(rule, origin) : {};
};

/** The answer to a browser's question before it sends the request. Preflights carry no signature. */
export const preflightHeaders = (
  rules: readonly CorsRule[],
  headers: Headers,
): Record<string, string> => {
  const origin = headers['origin'];
  const method = headers['access-control-request-method'];
  if (!origin || !method)
    throw new S3Error(
      'InvalidRequest',
      'Insufficient information. Origin and Access-Control-Request-Method are required.',
    );
  const requested = (headers['access-control-request-headers'] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const rule = findRule(rules, { origin, method, headers: requested });
  if (!rule)
    throw new S3Error(
      'AccessForbidden',
      "CORSResponse: This CORS request is not allowed. This is usually because the evaluation of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
    );
  return {
    ...allow(rule, origin),
    ...(requested.length > 0 && { 'access-control-allow-headers': requested.join(', ') }),
  };
};
