import { request } from 'node:http';
import fastify from 'fastify';
import { onTestFinished } from 'vitest';
import { apiGateway, gatewayServer } from '#local/cloud/gateway/api-gateway.ts';
import type { Firewall } from '#local/cloud/gateway/firewall.ts';
import type { TokenIssuer } from '#local/cloud/gateway/jwt-authorizer.ts';
import type { ApiRoute, ApiSpec } from '#local/cloud/gateway/read-api.ts';
import type { Invocation } from '#local/cloud/lambda/function-host.ts';

export interface GatewayEvent {
  readonly [name: string]: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly requestContext: {
    readonly [name: string]: unknown;
    readonly routeKey: string;
    readonly http: Readonly<Record<string, string>>;
    readonly authorizer?: {
      readonly jwt?: { readonly claims: object; readonly scopes: unknown };
      readonly lambda?: object;
    };
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

interface Asked {
  readonly method?: string;
  /** Alternating names and values, sent as they are. */
  readonly headers?: readonly string[];
  readonly body?: string | Buffer;
  /** The caller's own address: any of 127.0.0.0/8. */
  readonly from?: string;
}

export interface ServedApi {
  readonly url: string;
  /** What the function was given, in order. */
  readonly events: readonly GatewayEvent[];
  ask(target: string, asked?: Asked): Promise<Answer>;
}

export const aRoute = (routeKey: string, rest: Partial<ApiRoute> = {}): ApiRoute => ({
  routeKey,
  functionId: routeKey,
  timeoutMs: 30_000,
  jwt: undefined,
  request: undefined,
  throttle: undefined,
  ...rest,
});

const ask = (url: string, target: string, asked: Asked = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const { method = 'GET', body, from } = asked;
    const length = body === undefined ? [] : ['content-length', String(Buffer.byteLength(body))];
    const headers = ['host', `${hostname}:${port}`, ...(asked.headers ?? []), ...length];
    // node:http leaves the target and the headers as they are; fetch would tidy them.
    const sending = request(
      { hostname, port, method, path: target, headers, ...(from && { localAddress: from }) },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });

const echo = (event: GatewayEvent): Invocation => ({ ok: true, payload: { event } });

/** The gateway on a free port, in front of one function; closed when the test is over. */
export const serveApi = async (o: {
  readonly routes: readonly ApiRoute[];
  readonly stage?: string;
  readonly cors?: ApiSpec['cors'];
  readonly now?: () => number;
  readonly issuer?: TokenIssuer;
  readonly firewall?: Firewall;
  function?(event: GatewayEvent, functionId: string): Invocation | Promise<Invocation>;
}): Promise<ServedApi> => {
  const events: GatewayEvent[] = [];
  const server = fastify({ ...gatewayServer, forceCloseConnections: true });
  const { stage = '$default', cors, routes } = o;
  await server.register(
    apiGateway({
      api: { id: 'api1', stage, routes, cors },
      accountId: '000000000000',
      host: {
        invoke: async (id, event) => {
          events.push(event as GatewayEvent);
          return (o.function ?? echo)(event as GatewayEvent, id);
        },
      },
      issuerFor: (templateIssuer) => {
        if (!o.issuer) throw new Error(`nobody issues ${templateIssuer}`);
        return o.issuer;
      },
      ...(o.now && { now: o.now }),
      ...(o.firewall && { firewall: o.firewall }),
    }),
  );
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => server.close());
  return { url, events, ask: (target, asked) => ask(url, target, asked) };
};
