import type { Refusal } from '#domain/refusal.ts';
import type { EdgeCode } from './problems/edge.ts';
import type { Problem } from './problems/row.ts';

export type ProblemCode = Refusal['code'] | EdgeCode;

/** A row for every code: `functions/problems.ts` holds it, each main.ts hands it in. */
export type Problems = Readonly<Record<ProblemCode, Problem>>;

/** `type` of a problem: stable, part of the API (RFC 9457). */
export const problemType = (code: ProblemCode): string => `urn:problem:post-counter:${code}`;

/** A problem+json document: Vietnamese title first, English beside it, the refusal's own fields. */
export const problemDocument = (
  problems: Problems,
  code: ProblemCode,
  details: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> & { readonly status: number } => {
  const { code: _, ...fields } = details;
  const { status, vi, en } = problems[code];
  return { type: problemType(code), title: vi, titleEn: en, ...fields, code, status };
};
