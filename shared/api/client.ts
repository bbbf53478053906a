import type * as z from 'zod';
import type { Answer, Contract, Route } from '#edge/contract.ts';
import { type ProblemDetails, problemIn } from './problem-details.ts';

/** All routes of a register of contracts. */
type RouteIn<Contracts extends Readonly<Record<string, Contract>>> = {
  [Name in keyof Contracts]: Contracts[Name][keyof Contracts[Name]];
}[keyof Contracts];

/** Routes by what one calls them by: `POST /v1/dossiers/{dossierId}/accept`. */
export type RoutesByKey<Contracts extends Readonly<Record<string, Contract>>> = {
  [R in RouteIn<Contracts> as `${R['method']} ${R['path']}`]: R;
};

/** The route of a key. */
export type RouteAt<
  Contracts extends Readonly<Record<string, Contract>>,
  Key extends keyof RoutesByKey<Contracts>,
> = Extract<RoutesByKey<Contracts>[Key], Route>;

/** What is only sent may be read-only all through. */
type Sent<T> = T extends readonly (infer Item)[]
  ? readonly Sent<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Sent<T[Key]> }
    : T;

/** A part of a request: left out where nothing is in it, optional where nothing in it is required. */
type Part<Name extends string, Value> = [Value] extends [undefined]
  ? object
  : Record<never, never> extends Value
    ? { readonly [N in Name]?: Sent<Value> }
    : { readonly [N in Name]: Sent<Value> };

/** What a route is asked: parameters, query and body, before the server has parsed them. */
export type Question<R extends Route> = Part<'params', z.input<R['params']>> &
  Part<'query', z.input<R['query']>> &
  Part<'body', z.input<R['body']>>;

/** A question with, where the route wants one, its `Idempotency-Key`: 8 to 128 visible ASCII characters. */
export type Ask<R extends Route> = Question<R> &
  (true extends R['idempotent'] ? { readonly key: string } : object);

type BodyOf<A extends Answer> = A extends 'pdf'
  ? Uint8Array<ArrayBuffer>
  : A extends 'script' | 'page'
    ? string
    : A extends 'redirect'
      ? { readonly location: string }
      : A extends z.ZodType
        ? z.output<A>
        : never;

/** A success by its status, with the body declared for it, or what was refused. */
export type Result<R extends Route> =
  | {
      [Status in keyof R['answers'] & number]: {
        readonly ok: true;
        readonly status: Status;
        readonly body: BodyOf<R['answers'][Status]>;
      };
    }[keyof R['answers'] & number]
  | { readonly ok: false; readonly status: number; readonly problem: ProblemDetails };

/** The last argument: it may be left out where nothing in it is required. */
export type Given<A> = Record<never, never> extends A ? readonly [ask?: A] : readonly [ask: A];

export interface Client<Contracts extends Readonly<Record<string, Contract>>> {
  /**
   * Asks one route. A refusal is a value (`ok: false` with its problem, also the gateway's own
   * `{message}`), never an exception. Times are ISO 8601 with an offset, days `YYYY-MM-DD`, money
   * whole đồng.
   * @param key method and path as the contract has them: `POST /v1/dossiers/{dossierId}/accept`
   * @throws TypeError where no answer came: what became of the request is then unknown; ask again
   *   with the same idempotency key
   * @throws SyntaxError where an answer calls itself JSON and is not
   */
  call<Key extends keyof RoutesByKey<Contracts> & string>(
    key: Key,
    ...asked: Given<Ask<RouteAt<Contracts, Key>>>
  ): Promise<Result<RouteAt<Contracts, Key>>>;
}

export interface Transport {
  /** Where the API answers, without a slash at its end; empty where the page comes from there. */
  readonly url: string;
  /** The access token of whoever asks, asked for each request. */
  readonly token?: () => string | undefined | Promise<string | undefined>;
  /** In which of their roles a person of several asks: `Acting-As`. */
  readonly capacity?: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** The parts of an ask as they come: what the types above allow, in one shape. */
interface AnyAsk {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly key?: string;
}

/** `/v1/dossiers/{dossierId}` with its parameters and query filled in. */
export const addressOf = (path: string, { params = {}, query = {} }: AnyAsk): string => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const asked = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(
    asked.map(([name, value]): [string, string] => [name, String(value)]),
  );
  return asked.length === 0 ? filled : `${filled}?${search}`;
};

const contentOf = async (response: Response): Promise<unknown> => {
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('json')) return response.json();
  if (type.includes('pdf')) return new Uint8Array(await response.arrayBuffer());
  const location = response.headers.get('location');
  return location === null ? response.text() : { location };
};

const isDone = ({ status }: Response): boolean => status >= 200 && status < 400;

/**
 * The one client of the API, for browser, tour, demo and tests: typed by the contracts, whose values
 * it never loads. Redirects are answered, not followed, so that a token stays with the API.
 */
export const makeClient = <Contracts extends Readonly<Record<string, Contract>>>(
  transport: Transport,
): Client<Contracts> => ({
  call: async (key, ...[ask = {}]) => {
    const [method = '', path = ''] = key.split(' ');
    const { body, key: idempotencyKey, ...where } = ask as AnyAsk;
    const token = await transport.token?.();
    const send = transport.fetch ?? globalThis.fetch;
    const response = await send(`${transport.url}${addressOf(path, where)}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(transport.capacity !== undefined && { 'acting-as': transport.capacity }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const content = await contentOf(response);
    const { status } = response;
    // What came is what the contract declares: the journeys check each answer against it.
    return (
      isDone(response)
        ? { ok: true, status, body: content }
        : { ok: false, status, problem: problemIn(status, content) }
    ) as never;
  },
});
