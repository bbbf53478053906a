import * as z from 'zod';
import { type Contract, type Route, routeKey } from '#edge/contract.ts';
import { contracts } from '#functions/contracts.ts';
import { makeRouteMatcher } from '#local/cloud/gateway/match-route.ts';

interface Declared {
  readonly routeKey: string;
  readonly answers: Route['answers'];
}

const match = makeRouteMatcher<Declared>(
  Object.values(contracts as Readonly<Record<string, Contract>>)
    .flatMap((contract) => Object.values(contract))
    .map((route) => ({ routeKey: routeKey(route), answers: route.answers })),
);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Paths of what `actual` has and `known` does not. */
const surplus = (actual: unknown, known: unknown, at: string): readonly string[] => {
  if (!isRecord(actual) || !isRecord(known)) return [];
  return Object.entries(actual).flatMap(([name, value]) =>
    Object.hasOwn(known, name)
      ? surplus(value, known[name], `${at}.${name}`)
      : [`${at}.${name} is not declared`],
  );
};

/**
 * What is wrong with an answer by the route's own contract: an undeclared status, a field that is not
 * declared, or one of another shape. Empty where it is as declared.
 */
export const undeclared = (
  method: string,
  address: string,
  { status, body }: { readonly status: number; readonly body: unknown },
): readonly string[] => {
  const { pathname } = new URL(address, 'http://api');
  const route = match(method, pathname)?.route;
  if (!route || status >= 400) return [];
  const answer = route.answers[status];
  if (answer === undefined) return [`${route.routeKey} does not declare ${status}`];
  if (typeof answer === 'string') return [];
  const parsed = answer.safeParse(body);
  const issues = parsed.success
    ? surplus(body, parsed.data, status.toString())
    : [z.prettifyError(parsed.error)];
  return issues.map((issue) => `${route.routeKey}: ${issue}`);
};
