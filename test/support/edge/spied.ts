import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { formatTemporaryNumber } from '#domain/identifiers/temporary-number.ts';
import type { HttpEvent } from '#edge/call.ts';
import type { Contract, Route } from '#edge/contract.ts';
import { type Devices, isForDevices, routeKey } from '#edge/contract.ts';
import { httpApi } from '#edge/http-api.ts';
import { contracts } from '#functions/contracts.ts';
import { problems } from '#functions/problems.ts';

export interface SpiedRoute {
  readonly name: string;
  readonly route: Route;
  /** Sends a body as JSON text, and tells what was answered and what a use case would have got. */
  readonly send: (raw: string) => Promise<Told>;
}

export interface Told {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  /** The body as the handler was given it; absent where it was not reached. */
  readonly reached?: { readonly body: unknown };
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

const spied = (name: string, contract: Contract, operation: string, route: Route): SpiedRoute => {
  const calls: { body: unknown }[] = [];
  const handle = async ({ body }: { readonly body: unknown }) => {
    calls.push({ body });
    return { status: 200, body: {}, about: [] };
  };
  const handlers = Object.fromEntries(Object.keys(contract).map((each) => [each, handle]));
  const api = httpApi({
    contract,
    problems,
    handlers,
    log: quiet,
    phoneSession: async () => aPhone,
    access: { prepare: async () => undefined, append: async () => undefined },
  } as unknown as Parameters<typeof httpApi>[0]) as unknown as (
    event: HttpEvent,
    context: Context,
  ) => Promise<APIGatewayProxyStructuredResultV2>;
  const roles = Array.isArray(route.who) ? route.who : [];
  return {
    name: `${name} ${operation}`,
    route,
    send: async (raw) => {
      calls.length = 0;
      const event = {
        routeKey: routeKey(route),
        rawPath: route.path,
        pathParameters: pathOf(route),
        headers: { 'idempotency-key': 'key-00000001' },
        requestContext: {
          requestId: 'r',
          http: { method: route.method, path: route.path, sourceIp: '203.0.113.7' },
          authorizer: isForDevices(route.who)
            ? { lambda: aDevice(route.who) }
            : { jwt: { claims: claimsOf(roles.slice(0, 1)) } },
        },
        body: raw,
        isBase64Encoded: false,
      } as unknown as HttpEvent;
      const answer = await api(event, {} as Context);
      const [reached] = calls;
      return {
        status: answer.statusCode ?? 0,
        type: String(answer.headers?.['content-type']),
        body: answer.body ?? '',
        ...(reached && { reached }),
      };
    },
  };
};

const claimsOf = (roles: readonly string[]) => ({
  sub: 'lan',
  token_use: 'access',
  office: 'bd-vi-thanh',
  agency: 'ct-nnmt',
  'cognito:groups': `[${roles.join(' ')}]`,
});

const aPhone = { kind: 'phone', phone: 'f'.repeat(64), session: 's' };

const aDevice = ({ devices: [kind] }: Devices) => ({
  device: '01KAPXJ5V0ZK9Q4T8N6W2C7D3F',
  office: 'bd-vi-thanh',
  kind,
});

const ids = [
  '01KAPXJ5V0ZK9Q4T8N6W2C7D3F',
  'ct-nnmt',
  '1',
  'vnpost',
  'esms',
  '000012',
  formatTemporaryNumber(12, 7),
  `${'a'.repeat(26)}-4-x`,
];

/** A value for each parameter of the path that the contract takes. */
const pathOf = ({ path, params }: Route): Readonly<Record<string, string>> => {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  let found: Record<string, string> = {};
  for (const name of names) {
    const shape = (params as unknown as { shape: Record<string, Route['params']> }).shape;
    const fits = ids.find((id) => shape[name]?.safeParse(id).success);
    if (fits === undefined) throw new Error(`no ${name} fits ${path}: add one to spied.ts`);
    found = { ...found, [name]: fits };
  }
  return found;
};

/** Every route that takes a body, of every contract there is, with a spy where its use case would be. */
export const routesWithBody = (): readonly SpiedRoute[] =>
  Object.entries(contracts as Readonly<Record<string, Contract>>).flatMap(([name, contract]) =>
    Object.entries(contract)
      .filter(([, { body }]) => !body.safeParse(undefined).success)
      .map(([operation, route]) => spied(name, contract, operation, route)),
  );
