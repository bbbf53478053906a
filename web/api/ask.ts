import {
  type Client,
  makeClient,
  type Question,
  type Result,
  type RouteAt,
  type RoutesByKey,
} from '#api/client.ts';
import type { ProblemDetails } from '#api/problem-details.ts';
import type { Contracts } from './contracts.ts';

/** What one calls a route by. */
export type RouteName = keyof RoutesByKey<Contracts> & string;

/** The body of a route's success. */
export type Told<Name extends RouteName> = Extract<
  Result<RouteAt<Contracts, Name>>,
  { readonly ok: true }
>['body'];

/** The body that a route asks for. */
export type Sent<Name extends RouteName> =
  Question<RouteAt<Contracts, Name>> extends { readonly body: infer Body } ? Body : never;

/** The page and the API have one origin; a citizen's token opens one dossier for a quarter of an hour. */
export const apiFor = (token?: string): Client<Contracts> =>
  makeClient<Contracts>({ url: '', token: () => token });

/** Why there is nothing to show: refused, or nobody knows what became of the request. */
export type Trouble =
  | { readonly kind: 'refused'; readonly problem: ProblemDetails }
  | { readonly kind: 'no-answer' };

/** Whether it was refused by this name. */
export const isRefusedAs = (trouble: Trouble | undefined, code: ProblemDetails['code']): boolean =>
  trouble?.kind === 'refused' && trouble.problem.code === code;

export type Heard<T> =
  | { readonly ok: true; readonly body: T }
  | { readonly ok: false; readonly trouble: Trouble };

/** What the client answers, as far as a page needs it. */
export type Asking<T> = Promise<
  { readonly ok: true; readonly body: T } | { readonly ok: false; readonly problem: ProblemDetails }
>;

/** An answer with the line being cut as one more of them: a page has to say something in each case. */
export const heard = async <T>(asking: Asking<T>): Promise<Heard<T>> => {
  try {
    const answer = await asking;
    return answer.ok
      ? { ok: true, body: answer.body }
      : { ok: false, trouble: { kind: 'refused', problem: answer.problem } };
  } catch {
    return { ok: false, trouble: { kind: 'no-answer' } };
  }
};
