import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { type Page, securityHeaders } from '#local/kit/page/document.ts';
import { fontWeights } from '#local/kit/page/theme.ts';
import type { DemoUser } from '#local/people/demo-users.ts';
import { homePage } from './home-page.ts';
import { referencePage, referencePolicy } from './reference-page.ts';
import { startScript } from './reference-script.ts';

export interface PageOptions {
  readonly users: readonly DemoUser[];
  /** What runs: functions, queues, tables, ports. */
  readonly describe: () => object;
}

const require = createRequire(import.meta.url);

const fontFiles: Readonly<Record<number, string>> = {
  400: '400Regular/BeVietnamPro_400Regular.ttf',
  500: '500Medium/BeVietnamPro_500Medium.ttf',
  600: '600SemiBold/BeVietnamPro_600SemiBold.ttf',
  700: '700Bold/BeVietnamPro_700Bold.ttf',
};

/** Fixed names only: nothing of the address reaches the file system. */
const serveFile = (
  server: FastifyInstance,
  url: string,
  file: () => string,
  type: string,
): void => {
  server.get(url, async (_request, reply) =>
    reply
      .headers({
        'content-type': type,
        'cache-control': 'public, max-age=86400',
        'x-content-type-options': 'nosniff',
      })
      .send(await readFile(file())),
  );
};

const serveFonts = (server: FastifyInstance): void => {
  const folder = dirname(require.resolve('@expo-google-fonts/be-vietnam-pro/package.json'));
  for (const weight of fontWeights)
    serveFile(
      server,
      `/assets/fonts/${weight}.ttf`,
      () => join(folder, fontFiles[weight] ?? ''),
      'font/ttf',
    );
};

const serveReference = (server: FastifyInstance): void => {
  const folder = dirname(require.resolve('swagger-ui-dist/package.json'));
  serveFile(server, '/reference/swagger-ui.css', () => join(folder, 'swagger-ui.css'), 'text/css');
  serveFile(
    server,
    '/reference/swagger-ui.js',
    () => join(folder, 'swagger-ui-bundle.js'),
    'text/javascript',
  );
  server.get('/reference/start.js', async (_request, reply) =>
    reply
      .headers({ 'content-type': 'text/javascript', 'cache-control': 'no-store' })
      .send(startScript),
  );
  servePage(server, '/reference', () => {
    const { text, headers } = referencePage();
    return { text, headers: { ...headers, ...securityHeaders(referencePolicy) } };
  });
};

const servePage = (server: FastifyInstance, url: string, page: () => Page): void => {
  server.get(url, async (_request, reply) => {
    const { text, headers } = page();
    return reply.headers(headers).send(text);
  });
};

/** The way in: what runs, who may sign in, where the API, the phone and the carrier are. */
export const page =
  ({ users, describe }: PageOptions): FastifyPluginAsync =>
  async (server) => {
    servePage(server, '/', () => homePage(users, describe()));
    server.get('/status.json', async () => describe());
    serveFonts(server);
    serveReference(server);
  };
