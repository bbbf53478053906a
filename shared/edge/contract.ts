import * as z from 'zod';
import type { Role } from '#domain/actor/actor.ts';

/**
 * Who may call a route. `anyone`: no token. A list of roles: a staff token with one of them.
 * `carrier`, `gateway`: no token; the use case checks the signature. `citizen`: no staff token; the
 * use case checks the session token.
 */
export type Callers = 'anyone' | 'carrier' | 'gateway' | 'citizen' | readonly Role[];

/** One HTTP route: the single source for Lambda routing, CDK, OpenAPI, web client and tests. */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Who extends Callers = Callers,
> {
  readonly method: 'GET' | 'POST';
  readonly path: `/${string}`;
  readonly who: Who;
  readonly summary: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** True: the caller must send `Idempotency-Key`; the same key and body gets the same answer. */
  readonly idempotent: boolean;
  /** Requests a second and burst for the whole API; only where it is not the stage's default. */
  readonly throttle?: { readonly rate: number; readonly burst: number };
  readonly answers: Readonly<Record<number, z.ZodType | 'empty' | 'pdf' | 'script'>>;
}

const nothing = z.object({});

interface RouteText<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  W extends Callers,
> extends Omit<Route<P, Q, B, W>, 'params' | 'query' | 'body' | 'idempotent'> {
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly idempotent?: boolean;
}

export const route = <
  P extends z.ZodType = typeof nothing,
  Q extends z.ZodType = typeof nothing,
  B extends z.ZodType = z.ZodUndefined,
  const W extends Callers = Callers,
>(
  text: RouteText<P, Q, B, W>,
): Route<P, Q, B, W> => ({
  idempotent: false,
  ...text,
  params: text.params ?? (nothing as unknown as P),
  query: text.query ?? (nothing as unknown as Q),
  body: text.body ?? (z.undefined() as unknown as B),
});

/** The routes of one Lambda, by operation: verb and noun, the handler's and OpenAPI's name. */
export type Contract = Readonly<Record<string, Route>>;

export type RouteKey = `${Route['method']} ${string}`;
export const routeKey = ({ method, path }: Route): RouteKey => `${method} ${path}`;
