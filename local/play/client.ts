import { randomUUID } from 'node:crypto';
import {
  addressOf,
  type Given,
  makeClient as makeApi,
  type Question,
  type Result,
  type RouteAt,
  type RoutesByKey,
} from '#api/client.ts';
import type { ProblemDetails } from '#api/problem-details.ts';
import type { contracts } from '#functions/contracts.ts';
import { demoPassword } from '#local/people/demo-users.ts';
import { undeclared } from './declared-answers.ts';
import { signIn } from './sign-in.ts';
import { Disagreement } from './tour/narrator.ts';

/** What one calls a route by: method and path as its contract has them. */
export type RouteName = keyof RoutesByKey<typeof contracts> & string;
type Named<Name extends RouteName> = RouteAt<typeof contracts, Name>;
type Asked<Name extends RouteName> = Given<Question<Named<Name>> & { readonly key?: string }>;

/**
 * The body that a route is sent.
 *
 * @public tests write bodies by it
 */
export type Sent<Name extends RouteName> =
  Question<Named<Name>> extends { readonly body: infer Body } ? Body : never;

/** The body of a success. */
export type Told<Name extends RouteName> = Extract<Result<Named<Name>>, { ok: true }>['body'];

type AnyResult =
  | { readonly ok: true; readonly status: number; readonly body: unknown }
  | { readonly ok: false; readonly status: number; readonly problem: ProblemDetails };

export interface Client {
  /**
   * What a route answers, a success or a refusal. Each request has an idempotency key of its own
   * where none is given.
   * @throws Disagreement where it is not as its contract, or the row of its problem, declares it.
   */
  attempt<Name extends RouteName>(name: Name, ...asked: Asked<Name>): Promise<Result<Named<Name>>>;
  /**
   * The body of a success, as its contract declares it.
   * @throws Disagreement where it was refused, or answered with what is not declared.
   */
  call<Name extends RouteName>(name: Name, ...asked: Asked<Name>): Promise<Told<Name>>;
  /**
   * The problem of a request that has to be refused with this status.
   * @throws Disagreement where it was not.
   */
  refused<Name extends RouteName>(
    status: number,
    name: Name,
    ...asked: Asked<Name>
  ): Promise<ProblemDetails>;
  /** The bytes behind a path, redirects followed by hand so that the token stays with the API. */
  bytes(path: string): Promise<Uint8Array>;
}

/** A person with a browser: a token and the API's address. */
export const makeClient = (url: string, token?: string): Client => {
  const api = makeApi<typeof contracts>({ url, token: () => token });
  // Keys and questions fit each other by the signatures above; inside they are any of all.
  const send = api.call as (name: string, ask: object) => Promise<AnyResult>;
  const attempt = async (name: string, asked: object = {}): Promise<AnyResult> => {
    const answer = await send(name, { key: randomUUID(), ...asked });
    const [method = '', path = ''] = name.split(' ');
    const { status } = answer;
    const body = answer.ok ? answer.body : answer.problem;
    const wrong = undeclared(method, addressOf(path, asked), { status, body });
    if (wrong.length > 0) throw new Disagreement(`not as declared: ${wrong.join('; ')}`);
    return answer;
  };
  return {
    attempt: async (name, ...[asked]) => (await attempt(name, asked)) as never,
    call: async (name, ...[asked]) => {
      const answer = await attempt(name, asked);
      if (!answer.ok)
        throw new Disagreement(`${name} was refused: ${JSON.stringify(answer.problem)}`);
      return answer.body as never;
    },
    refused: async (status, name, ...[asked]) => {
      const answer = await attempt(name, asked);
      if (answer.ok || answer.status !== status)
        throw new Disagreement(
          `${name} answered ${answer.status}, expected ${status}: ${JSON.stringify(answer)}`,
        );
      return answer.problem;
    },
    bytes: async (path) => {
      const headers = { ...(token && { authorization: `Bearer ${token}` }) };
      let response = await fetch(`${url}${path}`, { redirect: 'manual', headers });
      const location = response.headers.get('location');
      if (response.status === 303 && location) response = await fetch(location);
      if (!response.ok) throw new Disagreement(`${path} answered ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
};

/** Signs a demo user in through the login page, as a browser would. */
export const clientOf = async (url: string, username: string): Promise<Client> => {
  const { accessToken } = await signIn({ publicUrl: url, username, password: demoPassword });
  return makeClient(url, accessToken);
};
