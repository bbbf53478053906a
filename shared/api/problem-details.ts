import type { Refusals } from '#domain/refusal.ts';
import type { EdgeFields } from '#edge/problems/edge.ts';

/** What every problem has (problem+json, RFC 9457). */
interface Frame<Code extends string> {
  /** Stable: `urn:problem:post-counter:<code>`. */
  readonly type: string;
  /** For a person, in Vietnamese. */
  readonly title: string;
  readonly titleEn: string;
  readonly status: number;
  readonly code: Code;
  /** To read out to whoever helps. */
  readonly instance?: string;
}

type Each<Fields> = { [Code in keyof Fields & string]: Frame<Code> & Fields[Code] }[keyof Fields &
  string];

/** What a gateway answers by itself, before the API was asked: `gateway-429`. */
export type GatewayCode = `gateway-${number}`;

/**
 * A refusal as the API answers it. `code` tells which one it is and what else it has: after
 * `problem.code === 'too-many-tries'` there is `problem.retryAfterSeconds`. Refusals of the services are
 * among them in every program that has `functions/problems.ts` in it, if only as a type.
 */
export type ProblemDetails = Each<Refusals> | Each<EdgeFields> | Frame<GatewayCode>;

const isProblem = (body: unknown): body is ProblemDetails =>
  typeof body === 'object' && body !== null && 'code' in body && 'title' in body;

const gatewayTitles: Readonly<Record<number, readonly [string, string]>> = {
  401: ['Chưa đăng nhập hoặc phiên đã hết hạn', 'Not signed in, or the session has expired'],
  403: ['Không có quyền', 'Not permitted'],
  404: ['Không có đường dẫn này', 'No such route'],
  413: ['Nội dung quá lớn', 'The body is too large'],
  429: ['Quá nhiều yêu cầu, xin thử lại sau', 'Too many requests, please try again later'],
  503: ['Hệ thống đang bận, xin thử lại', 'The service is busy, please try again'],
};

/** The problem in an answer that was not a success, whoever gave it. */
export const problemIn = (status: number, body: unknown): ProblemDetails => {
  if (isProblem(body)) return body;
  const [title, titleEn] = gatewayTitles[status] ?? ['Lỗi hệ thống', 'Internal error'];
  const code: GatewayCode = `gateway-${status}`;
  return { type: `urn:problem:post-counter:${code}`, title, titleEn, status, code };
};
