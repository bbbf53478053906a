import { createHash } from 'node:crypto';
import middy from '@middy/core';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Idempotency } from '#application/deciding.ts';
import type { Staff, StaffMember } from '#domain/actor/actor.ts';
import type { DeviceActor } from '#domain/actor/device.ts';
import type { PhoneActor } from '#domain/actor/phone.ts';
import { tuple } from '#domain/identifiers/tuple.ts';
import type { Refused } from '#domain/refusal.ts';
import type { AccessLog } from '#ports/access-log.ts';
import { CatalogueUnavailable } from '#ports/catalogue-shelf.ts';
import { codes } from '#watch/codes.ts';
import { errorFields, type Log } from '#watch/logger.ts';
import { type Came, type KeepEntry, makeKeepEntry } from './access.ts';
import { bearerOf, callerAs, capacityHeader, deviceOf, mayDevice, staffOf } from './actor.ts';
import type { Call, Handlers, HttpEvent, Reply } from './call.ts';
import {
  type Contract,
  formType,
  isForDevices,
  isForStaff,
  type Route,
  routeKey,
} from './contract.ts';
import { pageHeaders, pageText, problemPage } from './page.ts';
import { type ProblemCode, type Problems, problemDocument } from './problem.ts';
import type { EdgeCode } from './problems/edge.ts';
import { callersAddress, type ViewerAddress } from './viewer-address.ts';

/** The phone behind a session's token; undefined where there is none. */
type PhoneSessionOf = (token: string) => Promise<PhoneActor | undefined>;

type IsForPhones<C extends Contract> = 'phone' extends C[keyof C]['who'] ? true : false;

/** A contract with a route that shows personal data or is about one dossier. */
type IsWatched<C extends Contract> =
  | Exclude<C[keyof C]['reads'], 'nothing-personal'>
  | Extract<C[keyof C]['path'], `${string}{dossierId}${string}`> extends never
  ? false
  : true;

type Api<C extends Contract> = {
  readonly contract: C;
  /** Asked for at each call where they follow from what may change between two calls. */
  readonly handlers: Handlers<C> | (() => Promise<Handlers<C>>);
  readonly problems: Problems;
  readonly log: Log;
  /** Of functions that count tries by address: {@link viewerAddress}. */
  readonly viewer?: ViewerAddress;
} & (IsForPhones<C> extends true
  ? { readonly phoneSession: PhoneSessionOf }
  : { readonly phoneSession?: never }) &
  (IsWatched<C> extends true ? { readonly access: AccessLog } : { readonly access?: never });

/** What a function knows besides its contract. */
interface Around {
  readonly viewer: ViewerAddress;
  readonly phoneSession: PhoneSessionOf | undefined;
  /** Keeps an entry of what is shown or refused, before it is answered. */
  readonly keepEntry: KeepEntry;
}

interface Row {
  readonly operation: string;
  readonly route: Route;
  readonly handle: (call: Call<Route>) => Promise<Reply>;
}

/** Bytes of a body, where its route tells nothing else. */
const usualBody = 64 * 1024;

/** A service's HTTP Lambda: contract and handlers in, payload-2.0 handler out. */
export const httpApi = <C extends Contract>(api: Api<C>) => {
  const { contract, handlers, problems, log } = api;
  const around = {
    viewer: api.viewer ?? callersAddress,
    phoneSession: api.phoneSession,
    keepEntry: makeKeepEntry(api),
  };
  const told = answers(problems);
  const handlersNow = typeof handlers === 'function' ? handlers : async () => handlers;
  const rows = new Map<string, Row>(
    Object.entries(contract).map(([operation, route]) => [
      routeKey(route),
      {
        operation,
        route,
        handle: async (call) => ((await handlersNow())[operation] as Row['handle'])(call),
      },
    ]),
  );
  return middy<HttpEvent, APIGatewayProxyStructuredResultV2>()
    .use({
      onError: (request) => {
        log.error(codes.requestFailed, {
          requestId: request.event.requestContext.requestId,
          error: errorFields(request.error),
        });
        request.response = told.failure(request.error, request.event);
      },
    })
    .handler(async (event) => {
      const row = rows.get(event.routeKey);
      const reply = row ? await watched(row, event, around) : edgeRefusal('route-unknown');
      const problem = problemOf(reply);
      const answer = isRefusal(reply)
        ? told.refusal(reply, event, row !== undefined && sentAsForm(row.route, event))
        : successReply(reply);
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

/** Serves, and answers only what the access log has an entry of. */
const watched = async (
  row: Row,
  event: HttpEvent,
  around: Around,
): Promise<Reply | EdgeRefusal> => {
  const { route } = row;
  const caller =
    route.who === 'phone' ? await phoneOf(event, around.phoneSession) : callerOf(route, event);
  const asker = 'edge' in caller ? staffOf(event) : caller.actor;
  const keep = around.keepEntry({ ...row, event, asker });
  const reply = 'edge' in caller ? caller : await serve(row, event, around, caller);
  return (await keep(cameOf(reply))) ? reply : edgeRefusal('access-log-unavailable');
};

const cameOf = (reply: Reply | EdgeRefusal): Came => {
  if ('edge' in reply) return { refused: reply.edge };
  if ('ok' in reply) return { refused: reply.refusal.code };
  return { about: 'about' in reply ? (reply as { about: readonly string[] }).about : [] };
};

const serve = async (
  { route, handle }: Row,
  event: HttpEvent,
  { viewer }: Around,
  caller: { readonly actor: Caller },
): Promise<Reply | EdgeRefusal> => {
  const read = readBody(event, route);
  if ('edge' in read) return read;
  const checked = check(route, event, read.json);
  if ('edge' in checked) return checked;
  const idempotency = idempotencyOf(route, event, caller.actor, read.json);
  if (idempotency && 'edge' in idempotency) return idempotency;
  return handle({
    ...checked,
    actor: caller.actor as Call<Route>['actor'],
    idempotency,
    headers: event.headers,
    rawBody: read.text,
    sourceIp: await viewer(event),
  });
};

type Caller = Staff | StaffMember | DeviceActor | PhoneActor | undefined;

const phoneOf = async (
  { headers }: HttpEvent,
  phoneSession: PhoneSessionOf | undefined,
): Promise<{ actor: Caller } | EdgeRefusal> => {
  const actor = await phoneSession?.(bearerOf(headers));
  return actor ? { actor } : edgeRefusal('phone-session-invalid');
};

const callerOf = ({ who }: Route, event: HttpEvent): { actor: Caller } | EdgeRefusal => {
  if (isForDevices(who)) {
    const device = deviceOf(event);
    if (!device) return edgeRefusal('token-missing');
    return mayDevice(who, device) ? { actor: device } : edgeRefusal('role-missing');
  }
  if (!isForStaff(who)) return { actor: undefined };
  const member = staffOf(event);
  if (!member) return edgeRefusal('token-missing');
  if (who === 'member') return { actor: member };
  const staff = callerAs(who, member, event.headers[capacityHeader]);
  return typeof staff === 'string' ? edgeRefusal(staff) : { actor: staff };
};

/** An HTML form's body, where the route takes one. */
const sentAsForm = ({ form }: Route, { headers }: HttpEvent): boolean =>
  form === true && (headers['content-type'] ?? '').toLowerCase().startsWith(formType);

const readBody = (
  event: HttpEvent,
  route: Route,
): { text: string; json: unknown } | EdgeRefusal => {
  const raw = event.body ?? '';
  const text = event.isBase64Encoded ? Buffer.from(raw, 'base64').toString('utf8') : raw;
  if (Buffer.byteLength(text) > (route.bodyBytes ?? usualBody))
    return edgeRefusal('body-too-large');
  if (sentAsForm(route, event))
    return { text, json: Object.fromEntries(new URLSearchParams(text)) };
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
  actor: Caller,
  json: unknown,
): Idempotency | EdgeRefusal | undefined => {
  if (!route.idempotent) return undefined;
  const key = event.headers['idempotency-key'] ?? '';
  if (!/^[\x21-\x7e]{8,128}$/.test(key)) return edgeRefusal('idempotency-key-missing');
  const asked = `${event.routeKey}\n${event.rawPath}\n${JSON.stringify(json)}`;
  return {
    scope: scopeOf(actor),
    key,
    requestHash: createHash('sha256').update(asked).digest('hex'),
  };
};

/**
 * Whose keys they are: colleagues share theirs; each device or phone makes up its own. An office, an
 * agency and a person of one name share nothing.
 */
export const scopeOf = (actor: Caller): string => {
  if (actor === undefined) return tuple('public');
  if (actor.kind === 'device') return tuple('device', actor.id);
  if (actor.kind === 'phone') return tuple('phone', actor.phone);
  if (actor.office !== undefined) return tuple('office', actor.office);
  return actor.agency === undefined ? tuple('person', actor.id) : tuple('agency', actor.agency);
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
    failure: (error: unknown, event: HttpEvent) =>
      error instanceof CatalogueUnavailable
        ? problem('catalogue-unavailable', event, { retryAfterSeconds: 5 })
        : problem('defect', event),
    refusal: (reply: Refused | EdgeRefusal, event: HttpEvent, asPage: boolean) => {
      const told =
        'edge' in reply
          ? problem(reply.edge, event, detailsOf(reply))
          : problem(reply.refusal.code, event, reply.refusal);
      return asPage ? paged(told) : told;
    },
  };
};

const detailsOf = ({ edge, issues }: EdgeRefusal): Readonly<Record<string, unknown>> => ({
  ...(issues && { issues }),
  ...(edge === 'access-log-unavailable' && { retryAfterSeconds: 5 }),
});

/** The same refusal for a person to read: whoever sent a form sees a page. */
const paged = (told: APIGatewayProxyStructuredResultV2): APIGatewayProxyStructuredResultV2 => ({
  ...told,
  headers: { ...told.headers, ...pageHeaders },
  body: pageText(problemPage(JSON.parse(told.body ?? '{}'))),
});

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
        'content-security-policy': 'sandbox',
        'content-disposition': `attachment; filename="${reply.fileName}"`,
      },
      body: Buffer.from(reply.pdf).toString('base64'),
      isBase64Encoded: true,
    };
  if ('page' in reply)
    return {
      statusCode: reply.status,
      headers: { ...headers, ...pageHeaders },
      body: pageText(reply.page),
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
