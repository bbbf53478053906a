import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Login, type LoginOptions, startLogin } from '#local/cloud/login/login.ts';
import { demoStaff } from '#local/people/demo-staff.ts';

export const webClient = 'web-client';
export const software = {
  clientId: 'department-software',
  clientSecret: 'a-secret-of-the-department',
};
export const redirectUri = 'https://ho-so.example.vn/signed-in';
export const userPoolId = 'ap-southeast-1_localstaff';

type Event = Parameters<LoginOptions['tokenClaims']>[0];

/** The product's own trigger, in short. */
export const placesOfWork = async ({ request }: Event) => ({
  add: { office: request.userAttributes['custom:office'], name: request.userAttributes['name'] },
  suppress: [],
});

export interface RunningLogin {
  readonly login: Login;
  readonly publicUrl: string;
  readonly directory: string;
  stop(): Promise<void>;
}

/** A login on a port of its own; `directory` and `port` are given to start the same one again. */
export const runLogin = async (
  o: Partial<LoginOptions> & { readonly port?: number } = {},
): Promise<RunningLogin> => {
  const directory = o.directory ?? mkdtempSync(join(tmpdir(), 'login-'));
  const server = createServer((req, res) => {
    // A client must not try a connection of the login before a restart.
    res.shouldKeepAlive = false;
    login.handle(req, res);
  });
  await new Promise<void>((resolve) => {
    server.listen(o.port ?? 0, '127.0.0.1', resolve);
  });
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const login = await startLogin({
    publicUrl,
    directory,
    staff: demoStaff,
    userPoolId,
    clients: [
      {
        clientId: webClient,
        redirectUris: [redirectUri],
        grants: ['authorization_code', 'refresh_token'],
        scopes: ['openid', 'profile'],
      },
      { ...software, redirectUris: [], grants: ['client_credentials'], scopes: ['dossiers/work'] },
    ],
    tokenClaims: placesOfWork,
    ...o,
  });
  return {
    login,
    publicUrl,
    directory,
    stop: async () => {
      await login.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

export const forget = ({ directory }: RunningLogin): void =>
  rmSync(directory, { recursive: true, force: true });
