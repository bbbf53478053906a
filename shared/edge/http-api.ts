import { createHash } from 'node:crypto';
import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Idempotency } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { Refused } from '#domain/refusal.ts';
import { codes } from '#watch/codes.ts';
import { errorFields, type Log } from '#watch/logger.ts';
import { mayCall, staffOf } from './actor.ts';
import type { Call, Handlers, HttpEvent, Reply } from './call.ts';
import { type Contract, type Route, routeKey } from './contract.ts';
import { type ProblemCode, type Problems, problemDocument } from './problem.ts';
import type { EdgeCode } from './problems/edge.ts';

interface Api<C extends Contract> {
  readonly contract: C;
  readonly handlers: Handlers<C>;
  readonly problems: Problems;
  readonly log: Log;
}

interface Row {
  readonly operation: string;
  readonly route: Route;
  readonly handle: (call: Call<Route>) => Promise<Reply>;
}

/** Bodies are small: files go to the object store by presigned upload. */
const bodyLimit = 64 * 1024;

/** A service's HTTP Lambda: contract and handlers in, payload-2.0 handler out. */
export const httpApi = <C extends Contract>({ contract, handlers, problems, log }: Api<C>) => {
  const told = answers(problems);
  const rows = new Map<string, Row>(
    Object.entries(contract).map(([operation, route]) => [
      routeKey(route),
      { operation, route, handle: handlers[operation] as Row['handle'] },
    ]),
  );
  return middy<HttpEvent, APIGatewayProxyStructuredResultV2>()
    .use({
      onError: (request) => {
        log.error(codes.requestFailed, {
          requestId: request.event.requestContext.requestId,
          error: errorFields(request.error),
        });
        request.response = told.problem('defect', request.event);
      },
    })
    .handler(async (event) => {
      const row = rows.get(event.routeKey);
      const reply = row ? await serve(row, event) : edgeRefusal('route-unknown');
      const problem = problemOf(reply);
      const answer = isRefusal(reply) ? told.refusal(reply, event) : successReply(reply);
      log.info(problem ? codes.requestRefused : codes.requestServed, {
        requestId: event.requestContext.requestId,
        operation: row?.operation ?? 'none',
        status: answer.statusCode ?? 200,
        ...(problem && { problem }),
      });
      return answer;
    });
};

const isRefusal = (reply: Reply | EdgeRefusal): reply is Refused | EdgeRefusal =>
  'ok' in reply || 'edge' in reply;

const problemOf = (reply: Reply | EdgeRefusal): string | undefined => {
  if ('ok' in reply) return reply.refusal.code;
  return 'edge' in reply ? reply.edge : undefined;
};

interface EdgeRefusal {
  readonly edge: EdgeCode;
  readonly issues?: readonly { readonly path: string; readonly message: string }[];
}

const edgeRefusal = (edge: EdgeCode, issues?: EdgeRefusal['issues']): EdgeRefusal => ({
  edge,
  ...(issues && { issues }),
});

const serve = async ({ route, handle }: Row, event: HttpEvent): Promise<Reply | EdgeRefusal> => {
  const caller = callerOf(route, event);
  if ('edge' in caller) return caller;
  const read = readBody(event);
  if ('edge' in read) return read;
  const checked = check(route, event, read.json);
  if ('edge' in checked) return checked;
  const idempotency = idempotencyOf(route, event, caller.staff, read.json);
  if (idempotency && 'edge' in idempotency) return idempotency;
  return handle({
    ...checked,
    actor: caller.staff as Call<Route>['actor'],
    idempotency,
    headers: event.headers,
    rawBody: read.text,
    sourceIp: event.requestContext.http.sourceIp,
  });
};

const callerOf = (route: Route, event: HttpEvent): { staff: Staff | undefined } | EdgeRefusal => {
  if (!Array.isArray(route.who)) return { staff: undefined };
  const staff = staffOf(event);
  if (!staff) return edgeRefusal('token-missing');
  return mayCall(route.who, staff) ? { staff } : edgeRefusal('role-missing');
};

const readBody = (event: HttpEvent): { text: string; json: unknown } | EdgeRefusal => {
  const raw = event.body ?? '';
  if (raw.length > bodyLimit) return edgeRefusal('body-too-large');
  const text = event.isBase64Encoded ? Buffer.from(raw, 'base64').toString('utf8') : raw;
  if (text === '') return { text, json: undefined };
  try {
    return { text, json: JSON.parse(text) };
  } catch {
    return edgeRefusal('body-not-json');
  }
};

const check = (
  route: Route,
  event: HttpEvent,
  json: unknown,
): Pick<Call<Route>, 'params' | 'query' | 'body'> | EdgeRefusal => {
  const params = route.params.safeParse(event.pathParameters ?? {});
  // An id that is no id names nothing: the same 404 as for an id that does not exist.
  if (!params.success) return edgeRefusal('route-unknown');
  const query = route.query.safeParse(event.queryStringParameters ?? {});
  const body = route.body.safeParse(json);
  const issues = [...issuesOf('query', query.error), ...issuesOf('body', body.error)];
  if (!query.success || !body.success) return edgeRefusal('request-invalid', issues);
  return { params: params.data, query: query.data, body: body.data };
};

/** Path and rule of each issue; never the value, which may be somebody's identity number. */
const issuesOf = (part: string, error: z.ZodError | undefined) =>
  (error?.issues ?? []).slice(0, 20).map((issue) => ({
    path: [part, ...issue.path.map(String)].join('.').slice(0, 200),
    message: issue.code === 'custom' ? issue.message : issue.code,
  }));

const idempotencyOf = (
  route: Route,
  event: HttpEvent,
  staff: Staff | undefined,
  json: unknown,
): Idempotency | EdgeRefusal | undefined => {
  if (!route.idempotent) return undefined;
  const key = event.headers['idempotency-key'] ?? '';
  if (!/^[\x21-\x7e]{8,128}$/.test(key)) return edgeRefusal('idempotency-key-missing');
  const asked = `${event.routeKey}\n${event.rawPath}\n${JSON.stringify(json)}`;
  return {
    scope: staff?.office ?? staff?.agency ?? staff?.id ?? 'public',
    key,
    requestHash: createHash('sha256').update(asked).digest('hex'),
  };
};

/** How refusals are answered, with the rows of this system. */
const answers = (problems: Problems) => {
  const problem = (
    code: ProblemCode,
    event: HttpEvent,
    details: Readonly<Record<string, unknown>> = {},
  ): APIGatewayProxyStructuredResultV2 => {
    const instance = `urn:request:${event.requestContext.requestId}`;
    const document = problemDocument(problems, code, { ...details, instance });
    const wait = details['retryAfterSeconds'];
    return {
      statusCode: document.status,
      headers: {
        'content-type': 'application/problem+json; charset=utf-8',
        'cache-control': 'no-store',
        ...(typeof wait === 'number' && { 'retry-after': String(wait) }),
      },
      body: JSON.stringify(document),
    };
  };
  return {
    problem,
    refusal: (reply: Refused | EdgeRefusal, event: HttpEvent) =>
      'edge' in reply
        ? problem(reply.edge, event, reply.issues ? { issues: reply.issues } : {})
        : problem(reply.refusal.code, event, reply.refusal),
  };
};

const successReply = (reply: Exclude<Reply, Refused>): APIGatewayProxyStructuredResultV2 => {
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  if ('location' in reply)
    return { statusCode: reply.status, headers: { ...headers, location: reply.location } };
  if ('pdf' in reply)
    return {
      statusCode: 200,
      headers: {
        ...headers,
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="${reply.fileName}"`,
      },
      body: Buffer.from(reply.pdf).toString('base64'),
      isBase64Encoded: true,
    };
  if ('script' in reply)
    return {
      statusCode: 200,
      headers: { ...headers, 'content-type': 'text/javascript; charset=utf-8' },
      body: reply.script,
    };
  return {
    statusCode: reply.status,
    headers: { ...headers, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(reply.body),
  };
};
