import { randomUUID } from 'node:crypto';

/** What the gateway knows of a request before it becomes an event. */
export interface IncomingCall {
  readonly method: string;
  /** As on the wire: path and query, still escaped. */
  readonly target: string;
  /** Alternating names and values, as on the wire. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer | undefined;
  readonly sourceIp: string;
  readonly protocol: string;
}

export interface EventContext {
  readonly apiId: string;
  readonly accountId: string;
  readonly stage: string;
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly jwt:
    | {
        readonly claims: Readonly<Record<string, string>>;
        readonly scopes: readonly string[] | null;
      }
    | undefined;
  /** What the function that was asked before the route has said. */
  readonly lambda: Readonly<Record<string, unknown>> | undefined;
  readonly now: number;
}

/** Lower-case names; duplicates joined by a comma; cookies stand apart, as payload 2.0 has it. */
export const headersOf = (
  rawHeaders: readonly string[],
): { headers: Record<string, string>; cookies: string[] } => {
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? '').toLowerCase();
    const value = rawHeaders[at + 1] ?? '';
    if (name === 'cookie') cookies.push(...value.split(/;\s*/).filter(Boolean));
    else headers[name] = headers[name] === undefined ? value : `${headers[name]},${value}`;
  }
  return { headers, cookies };
};

const queryOf = (query: string): Record<string, string> | undefined => {
  const joined: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query))
    joined[name] = joined[name] === undefined ? value : `${joined[name]},${value}`;
  return Object.keys(joined).length > 0 ? joined : undefined;
};

/** Forms arrive encoded too: the HTTP API passes only these as text. */
export const isText = (contentType: string | undefined): boolean => {
  const type = (contentType ?? 'application/json').split(';')[0]?.trim().toLowerCase() ?? '';
  return /^text\/|^application\/(json|xml|javascript)$|\+(json|xml)$/.test(type);
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `09/Nov/2026:02:05:07 +0000`, the common log format. */
const clfTime = (now: number): string => {
  const at = new Date(now);
  const [date = '', time = ''] = at.toISOString().split('T');
  const [year, , day] = date.split('-');
  return `${day}/${months[at.getUTCMonth()]}/${year}:${time.slice(0, 8)} +0000`;
};

/** The HTTP API hands paths over unescaped, unlike REST APIs and function URLs. */
const decodedPath = (path: string): string => path.split('/').map(decodeURIComponent).join('/');

const bodyOf = (body: Buffer | undefined, contentType: string | undefined): object => {
  if (!body || body.length === 0) return { isBase64Encoded: false };
  const text = isText(contentType);
  return { body: body.toString(text ? 'utf8' : 'base64'), isBase64Encoded: !text };
};

export const requestEvent = (call: IncomingCall, context: EventContext): object => {
  const [path = '/', ...query] = call.target.split('?');
  const rawQueryString = query.join('?');
  const { headers, cookies } = headersOf(call.rawHeaders);
  const queryStringParameters = queryOf(rawQueryString);
  const host = headers['host'] ?? 'localhost';
  const rawPath = decodedPath(path);
  return {
    version: '2.0',
    routeKey: context.routeKey,
    rawPath,
    rawQueryString,
    ...(cookies.length > 0 && { cookies }),
    headers: {
      ...headers,
      'x-forwarded-for': headers['x-forwarded-for'] ?? call.sourceIp,
      'x-forwarded-port': host.split(':')[1] ?? '80',
      'x-forwarded-proto': 'http',
    },
    ...(queryStringParameters && { queryStringParameters }),
    requestContext: {
      accountId: context.accountId,
      apiId: context.apiId,
      ...(context.jwt && { authorizer: { jwt: context.jwt } }),
      ...(context.lambda && { authorizer: { lambda: context.lambda } }),
      domainName: host,
      domainPrefix: host.split(/[.:]/)[0],
      http: {
        method: call.method,
        path: rawPath,
        protocol: call.protocol,
        sourceIp: call.sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: context.routeKey,
      stage: context.stage,
      time: clfTime(context.now),
      timeEpoch: context.now,
    },
    ...(Object.keys(context.pathParameters).length > 0 && {
      pathParameters: context.pathParameters,
    }),
    ...bodyOf(call.body, headers['content-type']),
  };
};
