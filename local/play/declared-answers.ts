import * as z from 'zod';
import { type Contract, type Route, refusalsOf, routeKey } from '#edge/contract.ts';
import { type ProblemCode, problemType } from '#edge/problem.ts';
import type { Problem } from '#edge/problems/row.ts';
import { contracts } from '#functions/contracts.ts';
import { problems } from '#functions/problems.ts';
import { makeRouteMatcher } from '#local/cloud/gateway/match-route.ts';

interface Declared {
  readonly routeKey: string;
  readonly answers: Route['answers'];
  readonly refuses: readonly string[];
}

const declaredBy = (route: Route): Declared => ({
  routeKey: routeKey(route),
  answers: route.answers,
  refuses: refusalsOf(route),
});

const match = makeRouteMatcher<Declared>(
  Object.values(contracts as Readonly<Record<string, Contract>>)
    .flatMap((contract) => Object.values(contract))
    .map(declaredBy),
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

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** As the row of its code has it; what the gateway says by itself has no code of ours. */
const wrongProblem = (refuses: readonly string[], answered: Answered): readonly string[] => {
  const { status, body } = answered;
  if (!isRecord(body) || typeof body['code'] !== 'string') return [];
  const { code } = body;
  if (code.startsWith('gateway-')) return [];
  if (!Object.hasOwn(problems, code)) return [`no such problem: ${code}`];
  const row: Problem = problems[code as ProblemCode];
  const text = z.string().min(1);
  const { error } = z
    .strictObject({
      type: z.literal(problemType(code as ProblemCode)),
      title: z.literal(row.vi),
      titleEn: z.literal(row.en),
      status: z.literal(row.status),
      code: text,
      instance: text.optional(),
      ...row.fields,
    })
    .safeParse(body);
  const ofStatus = status === row.status ? [] : [`${code} with status ${status}`];
  const ofRoute = refuses.includes(code) ? [] : [`${code} is not declared`];
  return [...ofRoute, ...ofStatus, ...(error ? [`${code}: ${z.prettifyError(error)}`] : [])];
};

const wrongWith = (declared: Declared, answered: Answered): readonly string[] => {
  const { status, body } = answered;
  if (status >= 400)
    return wrongProblem(declared.refuses, answered).map((why) => `${declared.routeKey}: ${why}`);
  const answer = declared.answers[status];
  if (answer === undefined) return [`${declared.routeKey} does not declare ${status}`];
  if (typeof answer === 'string') return [];
  const parsed = answer.safeParse(body);
  const issues = parsed.success
    ? surplus(body, parsed.data, status.toString())
    : [z.prettifyError(parsed.error)];
  return issues.map((issue) => `${declared.routeKey}: ${issue}`);
};

/**
 * What is wrong with an answer by the route's own contract: an undeclared status, a field that is not
 * declared, or one of another shape; of a refusal a code that the
 * route does not declare, or one that is not as its row. Empty where it is as declared.
 *
 * @public tests hold handlers against it
 */
export const undeclaredBy = (route: Route, answered: Answered): readonly string[] =>
  wrongWith(declaredBy(route), answered);

/** The same for an address: the route of it is looked up. */
export const undeclared = (
  method: string,
  address: string,
  answered: Answered,
): readonly string[] => {
  const { pathname } = new URL(address, 'http://api');
  const declared = match(method, pathname)?.route;
  return declared ? wrongWith(declared, answered) : [];
};
