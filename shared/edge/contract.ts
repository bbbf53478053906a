import * as z from 'zod';
import type { ReadKind } from '#domain/access/access-entry.ts';
import type { Role } from '#domain/actor/actor.ts';
import type { DeviceKind } from '#domain/actor/device.ts';
import type { Throttle } from '#plan/throttles.ts';
import type { ProblemCode } from './problem.ts';

/**
 * Who may call a route. `anyone`: no token. A list of roles: a staff token with one of them. `member`: a
 * staff token, whatever the roles; the person as a whole, who acts in none of their capacities yet.
 * `carrier`, `gateway`: no token; the use case checks the signature. `citizen`: no staff token; the
 * use case checks the session token. `phone`: no staff token; the
 * token of a phone session, which the edge looks up. `devices`: a device's token, of a device of such a
 * kind.
 */
export type Callers =
  | 'anyone'
  | 'member'
  | 'carrier'
  | 'gateway'
  | 'citizen'
  | 'phone'
  | readonly Role[]
  | Devices;

export interface Devices {
  readonly devices: readonly DeviceKind[];
}

/** Only whoever has signed in as staff is let in. */
export const isForStaff = (who: Callers): who is readonly Role[] | 'member' =>
  who === 'member' || Array.isArray(who);

export const isForDevices = (who: Callers): who is Devices =>
  typeof who === 'object' && 'devices' in who;

/**
 * What of a person a route shows, and of whom: of the dossier in its path, or of whom its answer names
 * beside what it shows (`about`). The edge keeps an entry of each reading before it answers, and of each
 * one that it refuses. `nothing-personal`: neither a person nor what is about one.
 */
export type Reads =
  | 'nothing-personal'
  | { readonly what: ReadKind; readonly of: 'path' | 'answer' };

/** What a route answers with one status: a JSON body, a document, a page, or an address to go to. */
export type Answer = z.ZodType | 'pdf' | 'script' | 'page' | 'redirect';

/**
 * One HTTP route: the single source for Lambda routing, CDK, OpenAPI, web client and tests. In all of
 * them: a moment is ISO 8601 with Vietnam's offset, a day `YYYY-MM-DD` in Vietnam, money (`…Vnd`, and
 * each purse) whole đồng, a length of time has its unit in its name. A list goes on with `next`, handed
 * in as `after`; on the last page there is none.
 */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Who extends Callers = Callers,
  Method extends 'GET' | 'POST' = 'GET' | 'POST',
  Path extends `/${string}` = `/${string}`,
  Answers extends Readonly<Record<number, Answer>> = Readonly<Record<number, Answer>>,
  Idempotent extends boolean = boolean,
  Read extends Reads = Reads,
> {
  readonly method: Method;
  readonly path: Path;
  readonly who: Who;
  /** Every GET says it; of a POST it is `nothing-personal` unless told. */
  readonly reads: Read;
  /** Vietnamese term · English sentence. */
  readonly summary: string;
  /** Of the path, as strings come; one that does not parse is answered 404 `route-unknown`. */
  readonly params: Params;
  /** As strings come; what does not parse is answered 400 `request-invalid` with its `issues`. */
  readonly query: Query;
  /** JSON; what does not parse, as with `query`. */
  readonly body: Body;
  /**
   * True: the body may also come as an HTML form sends it (`application/x-www-form-urlencoded`). Whoever
   * sends one is told of refusals by a page, not by problem+json.
   */
  readonly form?: boolean;
  /**
   * Bytes of the body, 64 KiB unless told; more is answered 413 `body-too-large`. Told only where a list
   * may lawfully be longer: files go to the object store by presigned upload.
   */
  readonly bodyBytes?: number;
  /** True: the caller must send `Idempotency-Key`; the same key and body gets the same answer. */
  readonly idempotent: Idempotent;
  /** Of its group in `shared/plan/throttles.ts`; only where it is not the usual one. */
  readonly throttle?: Throttle;
  /**
   * Seconds for which CloudFront gives the same answer to all who ask the same. Only of a GET for
   * `anyone` whose path holds no parameter.
   */
  readonly keptAtEdge?: number;
  /** By status what is answered where nothing is refused; refusals are problem+json. */
  readonly answers: Answers;
  /**
   * What its use case may refuse, by code. What every route of its kind may (no token, another body
   * under the same key, …) goes without saying: {@link refusalsOf}.
   */
  readonly refuses: readonly ProblemCode[];
}

/** How an HTML form without a file sends what was filled in. */
export const formType = 'application/x-www-form-urlencoded';

const nothing = z.object({});

type RouteText<R extends Route> = Omit<
  R,
  'params' | 'query' | 'body' | 'idempotent' | 'refuses' | 'reads'
> & {
  readonly params?: R['params'];
  readonly query?: R['query'];
  readonly body?: R['body'];
  readonly idempotent?: R['idempotent'];
  readonly refuses?: R['refuses'];
} & (R['method'] extends 'GET' ? { readonly reads: R['reads'] } : { readonly reads?: R['reads'] });

/** A route as its service writes it; what is left out is nothing, and not idempotent. */
export const route = <
  const M extends Route['method'],
  const Path extends Route['path'],
  const A extends Route['answers'],
  P extends z.ZodType = typeof nothing,
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = z.ZodUndefined,
  const W extends Callers = Callers,
  const I extends boolean = false,
  const Rd extends Reads = 'nothing-personal',
>(
  text: RouteText<Route<P, Q, B, W, M, Path, A, I, Rd>>,
): Route<P, Q, B, W, M, Path, A, I, Rd> => ({
  ...text,
  reads: text.reads ?? ('nothing-personal' as Rd),
  refuses: text.refuses ?? [],
  idempotent: text.idempotent ?? (false as I),
  params: text.params ?? (nothing as unknown as P),
  query: text.query ?? (nothing as unknown as Q),
  body: text.body ?? (z.undefined() as unknown as B),
});

/** The routes of one Lambda, by operation: verb and noun, the handler's and OpenAPI's name. */
export type Contract = Readonly<Record<string, Route>>;

/** Whether the edge keeps entries of what is asked here: of what is shown, or of who was refused an act. */
export const isWatched = ({ reads, path }: Route): boolean =>
  reads !== 'nothing-personal' || path.includes('{dossierId}');

const onlyWith = (holds: boolean, ...codes: readonly ProblemCode[]) => (holds ? codes : []);

/** Everything that a route may refuse: by its kind, and by its use case. */
export const refusalsOf = (asked: Route): readonly ProblemCode[] => [
  'route-unknown',
  'request-invalid',
  ...onlyWith(asked.method === 'POST', 'body-not-json', 'body-too-large'),
  ...onlyWith(typeof asked.who === 'object' || asked.who === 'member', 'token-missing'),
  ...onlyWith(typeof asked.who === 'object', 'role-missing'),
  ...onlyWith(Array.isArray(asked.who) && asked.who.length > 1, 'capacity-unchosen'),
  ...onlyWith(asked.who === 'phone', 'phone-session-invalid'),
  ...onlyWith(asked.idempotent, 'idempotency-key-missing', 'idempotency-key-reused'),
  ...onlyWith(
    asked.method === 'POST',
    'act-not-permitted',
    'changed-meanwhile',
    'list-full',
    'retention-ended',
    'too-much-at-once',
  ),
  ...onlyWith(asked.who === 'anyone', 'too-many-requests'),
  ...onlyWith(isWatched(asked), 'access-log-unavailable'),
  'catalogue-unavailable',
  'defect',
  ...asked.refuses,
];

export type RouteKey = `${Route['method']} ${string}`;
export const routeKey = ({ method, path }: Route): RouteKey => `${method} ${path}`;
