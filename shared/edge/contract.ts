import * as z from 'zod';
import type { Role } from '#domain/actor/actor.ts';

/**
 * Who may call a route. `anyone`: no token. A list of roles: a staff token with one of them.
 * `carrier`, `gateway`: no token; the use case checks the signature. `citizen`: no staff token; the
 * use case checks the session token.
 */
export type Callers = 'anyone' | 'carrier' | 'gateway' | 'citizen' | readonly Role[];

/** What a route answers with one status: a JSON body, a document, or an address to go to. */
export type Answer = z.ZodType | 'pdf' | 'script' | 'redirect';

/** One HTTP route: the single source for Lambda routing, CDK, OpenAPI, web client and tests. */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Who extends Callers = Callers,
  Method extends 'GET' | 'POST' = 'GET' | 'POST',
  Path extends `/${string}` = `/${string}`,
  Answers extends Readonly<Record<number, Answer>> = Readonly<Record<number, Answer>>,
  Idempotent extends boolean = boolean,
> {
  readonly method: Method;
  readonly path: Path;
  readonly who: Who;
  /** Vietnamese term · English sentence. */
  readonly summary: string;
  /** Of the path, as strings come; one that does not parse is answered 404 `route-unknown`. */
  readonly params: Params;
  /** As strings come; what does not parse is answered 400 `request-invalid` with its `issues`. */
  readonly query: Query;
  /** JSON of at most 64 KiB (413 `body-too-large`); what does not parse, as with `query`. */
  readonly body: Body;
  /** True: the caller must send `Idempotency-Key`; the same key and body gets the same answer. */
  readonly idempotent: Idempotent;
  /** Requests a second and burst for the whole API; only where it is not the stage's default. */
  readonly throttle?: { readonly rate: number; readonly burst: number };
  /** By status what is answered where nothing is refused; refusals are problem+json. */
  readonly answers: Answers;
}

const nothing = z.object({});

type RouteText<R extends Route> = Omit<R, 'params' | 'query' | 'body' | 'idempotent'> & {
  readonly params?: R['params'];
  readonly query?: R['query'];
  readonly body?: R['body'];
  readonly idempotent?: R['idempotent'];
};

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
>(
  text: RouteText<Route<P, Q, B, W, M, Path, A, I>>,
): Route<P, Q, B, W, M, Path, A, I> => ({
  ...text,
  idempotent: text.idempotent ?? (false as I),
  params: text.params ?? (nothing as unknown as P),
  query: text.query ?? (nothing as unknown as Q),
  body: text.body ?? (z.undefined() as unknown as B),
});

/** The routes of one Lambda, by operation: verb and noun, the handler's and OpenAPI's name. */
export type Contract = Readonly<Record<string, Route>>;

export type RouteKey = `${Route['method']} ${string}`;
export const routeKey = ({ method, path }: Route): RouteKey => `${method} ${path}`;
