import type { FunctionHost } from '#local/cloud/lambda/function-host.ts';
import type { RequestRule } from './read-api.ts';

export type Admission =
  | { readonly ok: true; readonly context: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly status: 401 | 403 | 500 };

/** What of a request the function is asked about, as payload 2.0 has it; it sees no body. */
export interface AskedRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly event: object;
  readonly routeArn: string;
}

const longestCache = 10_000;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A simple response; anything else is an error of the function's. */
const admissionOf = (payload: unknown): Admission => {
  if (!isRecord(payload) || typeof payload['isAuthorized'] !== 'boolean')
    return { ok: false, status: 500 };
  if (!payload['isAuthorized']) return { ok: false, status: 403 };
  return { ok: true, context: isRecord(payload['context']) ? payload['context'] : {} };
};

interface Kept {
  readonly admission: Admission;
  readonly until: number;
}

/** Verdicts by identity source; what has run out makes room first. */
const makeCache = (now: () => number) => {
  const kept = new Map<string, Kept>();
  const dropExpired = (): void => {
    for (const [key, { until }] of kept) if (until <= now()) kept.delete(key);
  };
  return {
    get: (key: string): Admission | undefined => {
      const known = kept.get(key);
      return known && now() < known.until ? known.admission : undefined;
    },
    keep: (key: string, admission: Admission, ttlMs: number): void => {
      if (kept.size >= longestCache) dropExpired();
      kept.set(key, { admission, until: now() + ttlMs });
    },
  };
};

/**
 * The HTTP API's Lambda authorizer, payload 2.0 with simple responses: asked once for each value of its
 * identity sources, yes and no kept alike, for every route that it guards; errors are not kept. A
 * request without an identity source is refused unasked.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 */
export const makeRequestAuthorizer = (
  host: Pick<FunctionHost, 'invoke'>,
  now: () => number,
): ((request: AskedRequest, rule: RequestRule) => Promise<Admission>) => {
  const cache = makeCache(now);
  return async ({ headers, event, routeArn }, rule) => {
    const identitySource = rule.headers.map((name) => headers[name] ?? '');
    if (identitySource.includes('')) return { ok: false, status: 401 };
    const key = JSON.stringify([rule.authorizerId, ...identitySource]);
    const known = cache.get(key);
    if (known) return known;
    const { body: _, isBase64Encoded: __, ...asked } = event as Record<string, unknown>;
    const invocation = await host.invoke(rule.functionId, {
      ...asked,
      type: 'REQUEST',
      routeArn,
      identitySource,
    });
    const admission = invocation.ok
      ? admissionOf(invocation.payload)
      : ({ ok: false, status: 500 } as const);
    const isVerdict = admission.ok || admission.status === 403;
    if (isVerdict) cache.keep(key, admission, rule.ttlMs);
    return admission;
  };
};
