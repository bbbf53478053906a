import fastify, { type FastifyInstance, type FastifyPluginAsync } from 'fastify';
import { procedures } from '#data/procedures.ts';
import type { Deployment } from '#local/cloud/assembly/deployment.ts';
import { readSite } from '#local/cloud/edge/read-site.ts';
import { site } from '#local/cloud/edge/site.ts';
import { apiGateway, gatewayServer } from '#local/cloud/gateway/api-gateway.ts';
import { readFirewall } from '#local/cloud/gateway/firewall.ts';
import type { FrontDoor } from '#local/cloud/gateway/front-door.ts';
import type { TokenIssuer } from '#local/cloud/gateway/jwt-authorizer.ts';
import { type ApiSpec, readApi } from '#local/cloud/gateway/read-api.ts';
import type { FunctionHost } from '#local/cloud/lambda/function-host.ts';
import type { Login } from '#local/cloud/login/login.ts';
import { courierSimulator } from '#local/outside/courier/courier-simulator.ts';
import { phoneSimulator } from '#local/outside/phone/phone-simulator.ts';
import type { ZaloRegistered } from '#local/outside/phone/zalo/zalo-simulator.ts';
import { portalSimulator } from '#local/outside/portal/portal-simulator.ts';
import { receiptSimulator } from '#local/outside/receipts/receipt-simulator.ts';
import { page } from '#local/page/page.ts';
import type { DemoUser } from '#local/people/demo-users.ts';
import { scheduleRoutes } from './schedule-routes.ts';
import type { Schedule } from './sources.ts';

export interface WebOptions {
  readonly door: FrontDoor;
  readonly deployment: Deployment;
  readonly host: FunctionHost;
  readonly login: Login | undefined;
  readonly users: readonly DemoUser[];
  readonly accountId: string;
  readonly directory: string;
  /** The built pages of `web/`. */
  readonly pages: string;
  webhookSecret(): string;
  /** What the SMS gateway knows its customer by; undefined without one in the template. */
  readonly smsAccount: { readonly apiKey: string; readonly secretKey: string } | undefined;
  /** The Official Account that the simulated Zalo knows; undefined without one in the template. */
  zaloAccount(): ZaloRegistered | undefined;
  /** What the carrier knows its customer by. */
  readonly courierAccount: { readonly username: string; readonly password: string } | undefined;
  /** What the national portal knows the province by. */
  readonly portalAccount: { readonly username: string; readonly password: string } | undefined;
  /** What the issuer of biên lai knows us by. */
  readonly receiptsAccount: { readonly username: string; readonly password: string } | undefined;
  readonly schedules: readonly Schedule[];
  describe(): object;
}

const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** A user pool's issuer in the template is, on this machine, the local login. */
const issuerFor =
  (login: Login | undefined): ((templateIssuer: string) => TokenIssuer) =>
  (templateIssuer) => {
    if (login && /^https:\/\/cognito-idp\.[^/]+\/.+/.test(templateIssuer)) return login;
    throw new Error(`no local login stands for the token issuer ${templateIssuer}`);
  };

const mountApi = async (server: FastifyInstance, api: ApiSpec, o: WebOptions): Promise<void> => {
  const { host, accountId } = o;
  const firewall = readFirewall(o.deployment);
  await server.register(
    apiGateway({ api, accountId, host, firewall, issuerFor: issuerFor(o.login) }),
  );
};

/** One port for everything a browser sees: page, simulators, login, API. */
const pageWithHeaders =
  ({ users, describe }: WebOptions): FastifyPluginAsync =>
  async (own) => {
    own.addHook('onSend', async (_request, reply) => {
      for (const [name, value] of Object.entries(pageHeaders))
        if (!reply.hasHeader(name)) reply.header(name, value);
    });
    await own.register(page({ users, describe }));
  };

/** What stands outside of the system, as this machine plays it. */
const mountSimulators = async (server: FastifyInstance, o: WebOptions): Promise<void> => {
  const { directory, door, smsAccount, courierAccount, portalAccount, receiptsAccount } = o;
  await server.register(
    phoneSimulator({
      directory,
      publicUrl: door.url,
      ...(smsAccount && { account: () => smsAccount }),
      zaloAccount: o.zaloAccount,
    }),
    { prefix: '/sim/phone' },
  );
  await server.register(
    courierSimulator({
      directory,
      publicUrl: door.url,
      webhookSecret: o.webhookSecret,
      ...(courierAccount && { account: () => courierAccount }),
    }),
    { prefix: '/sim/courier' },
  );
  await server.register(
    portalSimulator({
      directory,
      procedures: procedures.map(({ code }) => code),
      ...(portalAccount && { account: () => portalAccount }),
    }),
    { prefix: '/sim/portal' },
  );
  await server.register(
    receiptSimulator({ directory, ...(receiptsAccount && { account: () => receiptsAccount }) }),
    { prefix: '/sim/receipts' },
  );
};

export const startWebServer = async (o: WebOptions): Promise<{ close(): Promise<void> }> => {
  const server = fastify({
    // The server listens already; fastify only answers.
    serverFactory: (handler) => {
      o.door.open(handler);
      return o.door.server;
    },
    ...gatewayServer,
    trustProxy: false,
    bodyLimit: 10 * 1024 * 1024,
  });
  const { login, door } = o;
  if (login) door.mount(login.basePath, (req, res) => login.handle(req, res));
  await mountSimulators(server, o);
  await server.register(scheduleRoutes(o.schedules), { prefix: '/sim/schedules' });
  await server.register(pageWithHeaders(o));
  await server.register(site({ behaviours: readSite(o.deployment), folder: o.pages }));
  const api = readApi(o.deployment);
  if (api) await mountApi(server, api, o);
  await server.ready();
  return { close: async () => server.close() };
};
