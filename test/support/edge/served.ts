import type { APIGatewayProxyStructuredResultV2 as ApiAnswer, Context } from 'aws-lambda';
import { makeMemoryAccessLog } from '#adapters/memory/access-log.ts';
import { sha256 } from '#adapters/node/seals.ts';
import { addressOf } from '#api/client.ts';
import type { PhoneActor } from '#domain/actor/phone.ts';
import { instant } from '#domain/time/instant.ts';
import type { Handlers, HttpEvent } from '#edge/call.ts';
import { type Contract, type Route, routeKey } from '#edge/contract.ts';
import { httpApi } from '#edge/http-api.ts';
import type { ViewerAddress } from '#edge/viewer-address.ts';
import { problems } from '#functions/problems.ts';
import { undeclaredBy } from '#local/play/declared-answers.ts';
import type { AccessLog } from '#ports/access-log.ts';
import type { Log } from '#watch/logger.ts';

export interface ServedAsk {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is a text already. */
  readonly body?: unknown;
  /** Claims of a staff token; the authorizer has looked at it. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

export interface ServedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** Where it is JSON; otherwise empty. */
  // biome-ignore lint/suspicious/noExplicitAny: as JSON.parse has it; what comes was held to its contract.
  readonly body: any;
}

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Entries of what was read, by the real clock. */
export const anAccessLog = () =>
  makeMemoryAccessLog({ clock: { now: () => instant(Date.now()) }, sha256 });

/** A Vị Thanh clerk's access token, as the authorizer hands its claims on. */
export const clerkClaims = {
  sub: 'lan',
  token_use: 'access',
  'cognito:groups': ['clerk'],
  office: 'bd-vi-thanh',
} as const;

const eventOf = (
  key: string,
  { params = {}, query = {}, headers = {}, body, claims }: ServedAsk,
): HttpEvent => {
  const [method = '', path = ''] = key.split(' ');
  return {
    routeKey: key,
    rawPath: addressOf(path, { params }),
    pathParameters: params,
    queryStringParameters: query,
    headers: { 'idempotency-key': 'served-test-0001', ...headers },
    requestContext: {
      requestId: 'r',
      http: { method, path, sourceIp: '203.0.113.7' },
      ...(claims && { authorizer: { jwt: { claims } } }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    isBase64Encoded: false,
  } as unknown as HttpEvent;
};

/**
 * A service's HTTP function in this process: called as API Gateway calls it, and the one place where
 * component tests have handlers answer. A success that is not what its contract declares, to the last
 * field, is an error here.
 */
export const served = <C extends Contract>(service: {
  readonly contract: C;
  readonly handlers: Handlers<C> | (() => Promise<Handlers<C>>);
  readonly log?: Log;
  readonly viewer?: ViewerAddress;
  readonly phoneSession?: (token: string) => Promise<PhoneActor | undefined>;
  /** Where entries of what is read are kept; in memory, and forgotten, unless told. */
  readonly access?: AccessLog;
}) => {
  // Whether a contract wants sessions of phones is decided by its type, which is open here.
  const parts = {
    log: quiet,
    access: anAccessLog(),
    ...service,
    problems,
  } as unknown as Parameters<typeof httpApi<C>>[0];
  const api = httpApi(parts);
  const routes = new Map<string, Route>(
    Object.values(service.contract).map((route) => [routeKey(route), route]),
  );
  return async (key: string, ask: ServedAsk = {}): Promise<ServedAnswer> => {
    const answer = (await api(eventOf(key, ask), {} as Context)) as ApiAnswer;
    const { statusCode: status = 0, headers = {}, body: text = '' } = answer;
    const isJson = String(headers['content-type']).includes('json');
    const body = isJson ? JSON.parse(text) : {};
    const route = routes.get(key);
    const wrong = route ? undeclaredBy(route, { status, body }) : [];
    if (wrong.length > 0) throw new Error(`an answer is not as declared: ${wrong.join('; ')}`);
    return { status, headers, text, body };
  };
};
