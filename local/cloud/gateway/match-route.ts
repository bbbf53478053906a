/**
 * HTTP API route choice: the most specific path first (text before `{name}` before `{name+}`,
 * segment by segment from the left), then the named method before ANY, then `$default`.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export interface RouteMatch<Route> {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

export type RouteMatcher<Route> = (method: string, path: string) => RouteMatch<Route> | undefined;

interface Pattern<Route> {
  readonly route: Route;
  readonly method: string;
  readonly segments: readonly string[];
  readonly rank: string;
}

const isGreedy = (segment: string): boolean => /^\{.+\+\}$/.test(segment);
const isVariable = (segment: string): boolean => /^\{.+\}$/.test(segment);
const nameOf = (segment: string): string => segment.replace(/^\{|\+?\}$/g, '');

const rankOf = (segment: string): string => {
  if (isGreedy(segment)) return '2';
  return isVariable(segment) ? '1' : '0';
};

const parse = <Route>(route: Route, routeKey: string): Pattern<Route> => {
  const [method = '', path = ''] = routeKey.split(' ');
  const segments = path.split('/').slice(1);
  const rank = `${segments.map(rankOf).join('')}${method === 'ANY' ? '1' : '0'}`;
  return { route, method, segments, rank };
};

/** The greedy variable, always last, takes the rest of the path as one part. */
const partsFor = (pattern: readonly string[], actual: readonly string[]): readonly string[] => {
  const greedyAt = pattern.findIndex(isGreedy);
  return greedyAt < 0 || actual.length <= greedyAt
    ? actual
    : [...actual.slice(0, greedyAt), actual.slice(greedyAt).join('/')];
};

const capture = (
  pattern: readonly string[],
  actual: readonly string[],
): Record<string, string> | undefined => {
  const parts = partsFor(pattern, actual);
  const fits = pattern.every((segment, at) =>
    isVariable(segment) ? Boolean(parts[at]) : segment === parts[at],
  );
  if (!fits || parts.length !== pattern.length) return undefined;
  return Object.fromEntries(
    pattern.flatMap((segment, at) =>
      isVariable(segment) ? [[nameOf(segment), parts[at] ?? '']] : [],
    ),
  );
};

export const makeRouteMatcher = <Route extends { readonly routeKey: string }>(
  routes: readonly Route[],
): RouteMatcher<Route> => {
  const fallback = routes.find(({ routeKey }) => routeKey === '$default');
  const patterns = routes
    .filter((route) => route !== fallback)
    .map((route) => parse(route, route.routeKey))
    .sort((left, right) => (left.rank < right.rank ? -1 : 1));
  return (method, path) => {
    const actual = path.split('/').slice(1).map(decodeURIComponent);
    for (const pattern of patterns) {
      if (pattern.method !== method && pattern.method !== 'ANY') continue;
      const pathParameters = capture(pattern.segments, actual);
      if (pathParameters) return { route: pattern.route, pathParameters };
    }
    return fallback && { route: fallback, pathParameters: {} };
  };
};
