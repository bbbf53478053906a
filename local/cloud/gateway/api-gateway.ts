import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyPluginAsync, FastifyRequest, FastifyServerOptions } from 'fastify';
import type { FunctionHost, Invocation } from '#local/cloud/lambda/function-host.ts';
import { corsHeaders, preflightHeaders } from './cors.ts';
import type { Firewall } from './firewall.ts';
import {
  functionAnswer,
  type HttpAnswer,
  internalServerError,
  plainAnswer,
} from './function-answer.ts';
import { makeJwtAuthorizer, type TokenIssuer } from './jwt-authorizer.ts';
import { makeRouteMatcher, type RouteMatch } from './match-route.ts';
import type { ApiRoute, ApiSpec } from './read-api.ts';
import { makeRequestAuthorizer } from './request-authorizer.ts';
import { type EventContext, headersOf, requestEvent } from './request-event.ts';
import { makeTokenBucket } from './token-bucket.ts';

const megabyte = 1024 * 1024;
/** The quota of HTTP APIs, which cannot be raised. */
const largestBody = 10 * megabyte;

export interface GatewayOptions {
  readonly api: ApiSpec;
  readonly accountId: string;
  readonly host: Pick<FunctionHost, 'invoke'>;
  /** Stands before the API, as CloudFront's does; refused requests reach no route. */
  readonly firewall?: Firewall;
  issuerFor(templateIssuer: string): TokenIssuer;
  readonly now?: () => number;
}

interface TimedOut {
  readonly timedOut: true;
}
const timedOut: TimedOut = { timedOut: true };

const invoke = async (
  host: Pick<FunctionHost, 'invoke'>,
  { functionId, timeoutMs }: ApiRoute,
  event: object,
): Promise<Invocation | TimedOut> => {
  const abort = new AbortController();
  const timer = pause(timeoutMs, timedOut, { signal: abort.signal }).catch(() => timedOut);
  try {
    return await Promise.race([host.invoke(functionId, event), timer]);
  } finally {
    abort.abort();
  }
};

const answerOf = (invocation: Invocation | TimedOut): HttpAnswer => {
  if ('timedOut' in invocation) return plainAnswer(503, 'Service Unavailable');
  if (invocation.ok) return functionAnswer(invocation.payload);
  return invocation.why === 'throttled'
    ? plainAnswer(503, 'Service Unavailable')
    : internalServerError;
};

/** A named stage is the first part of the path; `$default` is none. */
const pathInStage = (target: string, stage: string): string | undefined => {
  const [path = '/'] = target.split('?');
  if (stage === '$default') return path;
  return path.startsWith(`/${stage}/`) ? path.slice(stage.length + 1) : undefined;
};

const makeThrottle = ({ routes }: ApiSpec, now: () => number): ((route: ApiRoute) => boolean) => {
  const buckets = new Map(
    routes.map(({ routeKey, throttle }) => [routeKey, throttle && makeTokenBucket(throttle, now)]),
  );
  return ({ routeKey }) => buckets.get(routeKey)?.take() ?? true;
};

const findRoute = (
  matches: (method: string, path: string) => RouteMatch<ApiRoute> | undefined,
  request: FastifyRequest,
  stage: string,
): RouteMatch<ApiRoute> | HttpAnswer => {
  try {
    const path = pathInStage(request.raw.url ?? '/', stage);
    const match = path === undefined ? undefined : matches(request.method, path);
    return match ?? plainAnswer(404, 'Not Found');
  } catch (error) {
    // decodeURIComponent refuses a broken escape.
    if (error instanceof URIError) return plainAnswer(400, 'Bad Request');
    throw error;
  }
};

/** One request, from route to answer, in the order of the real gateway. */
const makeResponder = (
  options: GatewayOptions,
): ((request: FastifyRequest) => Promise<HttpAnswer>) => {
  const { api, host, now = Date.now } = options;
  const matches = makeRouteMatcher(api.routes);
  const mayPass = makeThrottle(api, now);
  const eventOf = makeEventOf(options, now);
  const letIn = makeDoor(options, now, eventOf);
  return async (request) => {
    const match = findRoute(matches, request, api.stage);
    if ('status' in match) return match;
    if (!mayPass(match.route)) return plainAnswer(429, 'Too Many Requests');
    const caller = await letIn(request, match);
    if ('status' in caller) return caller;
    return answerOf(await invoke(host, match.route, eventOf(request, match, caller)));
  };
};

/** Who was let in; both undefined on a route that is open. */
type Caller = Pick<EventContext, 'jwt' | 'lambda'>;

const nobody: Caller = { jwt: undefined, lambda: undefined };

type EventOf = (
  request: FastifyRequest,
  match: RouteMatch<ApiRoute>,
  caller: Caller,
) => ReturnType<typeof requestEvent>;

const makeEventOf =
  ({ api, accountId }: GatewayOptions, now: () => number): EventOf =>
  (request, { route, pathParameters }, caller) =>
    requestEvent(
      {
        method: request.method,
        target: request.raw.url ?? '/',
        rawHeaders: request.raw.rawHeaders,
        body: Buffer.isBuffer(request.body) ? request.body : undefined,
        sourceIp: request.ip,
        protocol: `HTTP/${request.raw.httpVersion}`,
      },
      {
        apiId: api.id,
        accountId,
        stage: api.stage,
        routeKey: route.routeKey,
        pathParameters,
        ...caller,
        now: now(),
      },
    );

const refusalTexts = {
  401: 'Unauthorized',
  403: 'Forbidden',
  500: 'Internal Server Error',
} as const;

/** Asks the authorizer that the template sets before a route, if any. */
const makeDoor = (
  { api, accountId, host, issuerFor }: GatewayOptions,
  now: () => number,
  eventOf: EventOf,
) => {
  const byToken = makeJwtAuthorizer(issuerFor);
  const byFunction = makeRequestAuthorizer(host, now);
  return async (
    request: FastifyRequest,
    match: RouteMatch<ApiRoute>,
  ): Promise<Caller | HttpAnswer> => {
    const { jwt, request: rule } = match.route;
    if (jwt) {
      const verdict = await byToken(request.headers.authorization, jwt);
      if (verdict.ok) return { ...nobody, jwt: { claims: verdict.claims, scopes: verdict.scopes } };
      const refusal = plainAnswer(verdict.status, refusalTexts[verdict.status]);
      return { ...refusal, headers: { ...refusal.headers, 'www-authenticate': verdict.challenge } };
    }
    if (!rule) return nobody;
    const { headers } = headersOf(request.raw.rawHeaders);
    const [path = '/'] = (request.raw.url ?? '/').split('?');
    const routeArn = `arn:aws:execute-api:local:${accountId}:${api.id}/${api.stage}/${request.method}${path}`;
    const event = eventOf(request, match, nobody);
    const admission = await byFunction({ headers, event, routeArn }, rule);
    return admission.ok
      ? { ...nobody, lambda: admission.context }
      : plainAnswer(admission.status, refusalTexts[admission.status]);
  };
};

const refusedByFirewall = (
  { firewall }: GatewayOptions,
  { raw, ip }: FastifyRequest,
): HttpAnswer | undefined => {
  const [path = '/'] = (raw.url ?? '/').split('?');
  return firewall?.refuse({ path, address: ip });
};

const isPreflight = ({ method, headers }: FastifyRequest): boolean =>
  method === 'OPTIONS' &&
  headers.origin !== undefined &&
  headers['access-control-request-method'] !== undefined;

/** With CORS configured the API's headers stand, not the function's. */
const withCors = (answer: HttpAnswer, api: ApiSpec, origin: string | undefined): HttpAnswer => {
  if (!api.cors) return answer;
  const kept = Object.entries(answer.headers).filter(
    ([name]) => !name.startsWith('access-control-'),
  );
  return { ...answer, headers: { ...Object.fromEntries(kept), ...corsHeaders(api.cors, origin) } };
};

const preflight = ({ cors }: ApiSpec, { headers }: FastifyRequest): HttpAnswer | undefined =>
  cors && {
    status: 204,
    headers: preflightHeaders(cors, {
      origin: headers.origin,
      method: headers['access-control-request-method'],
    }),
    cookies: [],
    body: '',
  };

/** For the server that carries the plugin: its router refuses a broken escape before any route. */
export const gatewayServer: Pick<FastifyServerOptions, 'frameworkErrors'> = {
  frameworkErrors: (_error, _request, reply) => {
    const { status, headers, body } = plainAnswer(400, 'Bad Request');
    reply.raw.writeHead(status, headers).end(body);
  },
};

/** The template's HTTP API as a fastify plugin; it takes every path nobody else has taken. */
export const apiGateway =
  (options: GatewayOptions): FastifyPluginAsync =>
  async (server) => {
    const { api } = options;
    const respond = makeResponder(options);
    server.removeAllContentTypeParsers();
    server.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: largestBody },
      (_request, body, done) => done(null, body),
    );
    server.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
      const { status, headers, body } =
        error.statusCode === 413
          ? plainAnswer(413, 'Request Entity Too Large')
          : internalServerError;
      return reply.code(status).headers(headers).send(body);
    });
    server.all('/*', { bodyLimit: largestBody, exposeHeadRoute: false }, async (request, reply) => {
      const refused = refusedByFirewall(options, request);
      const early = refused ?? (isPreflight(request) ? preflight(api, request) : undefined);
      const answer = early ?? withCors(await respond(request), api, request.headers.origin);
      for (const cookie of answer.cookies) reply.header('set-cookie', cookie);
      // As bytes: fastify would write a charset into the function's content type.
      return reply.code(answer.status).headers(answer.headers).send(Buffer.from(answer.body));
    });
  };
