import type { Refusal } from '#domain/refusal.ts';
import { departmentsProblems } from '#functions/departments/api/problems.ts';
import { handoverProblems } from '#functions/handover/api/problems.ts';
import { intakeProblems } from '#functions/intake/api/problems.ts';
import { moneyProblems } from '#functions/money/api/problems.ts';
import { returnsProblems } from '#functions/returns/api/problems.ts';
import { accessProblems } from './problems/access.ts';
import { edgeProblems } from './problems/edge.ts';
import type { Problem } from './problems/row.ts';
import { visitorsProblems } from './problems/visitors.ts';

/** What the edge itself refuses, before any use case is asked. */
export type EdgeCode =
  | 'body-not-json'
  | 'body-too-large'
  | 'request-invalid'
  | 'idempotency-key-missing'
  | 'token-missing'
  | 'role-missing'
  | 'route-unknown'
  | 'defect';

/** Every refusal has its row: a new code without one does not compile. */
export const problems = {
  ...intakeProblems,
  ...handoverProblems,
  ...departmentsProblems,
  ...visitorsProblems,
  ...moneyProblems,
  ...returnsProblems,
  ...accessProblems,
  ...edgeProblems,
} as const satisfies Record<Refusal['code'] | EdgeCode, Problem>;

export type ProblemCode = keyof typeof problems;

/** `type` of a problem: stable, part of the API (RFC 9457). */
export const problemType = (code: ProblemCode): string => `urn:problem:post-counter:${code}`;

/** A problem+json document: Vietnamese title first, English beside it, the refusal's own fields. */
export const problemDocument = (
  code: ProblemCode,
  details: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> & { readonly status: number } => {
  const { code: _, ...fields } = details;
  const { status, vi, en } = problems[code];
  return { type: problemType(code), title: vi, titleEn: en, ...fields, code, status };
};
