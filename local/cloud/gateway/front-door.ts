import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** The one public port. It is taken first, so that a taken port is known before the slow work. */
export interface FrontDoor {
  readonly port: number;
  readonly url: string;
  readonly server: Server;
  /** Paths under the prefix go to a plain node handler. */
  mount(prefix: string, handler: RequestListener): void;
  /** Everything else; until then callers are told to wait. */
  open(handler: RequestListener): void;
  close(): Promise<void>;
}

export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

const starting: RequestListener = (_req, res) => {
  res.writeHead(503, { 'content-type': 'application/json', 'retry-after': '1' });
  res.end(JSON.stringify({ message: 'Service Unavailable' }));
};

const isUnder = (prefix: string, url: string): boolean =>
  url === prefix || url.startsWith(`${prefix}/`) || url.startsWith(`${prefix}?`);

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE';
      reject(taken ? new PortTaken(`port ${port} is taken by another program`, { cause }) : cause);
    });
    server.listen(port, '127.0.0.1', resolve);
  });

export const openFrontDoor = async (port: number): Promise<FrontDoor> => {
  const mounted = new Map<string, RequestListener>();
  let everythingElse = starting;
  const route = (req: IncomingMessage, res: ServerResponse): void => {
    const url = req.url ?? '/';
    const prefix = [...mounted.keys()].find((candidate) => isUnder(candidate, url));
    (mounted.get(prefix ?? '') ?? everythingElse)(req, res);
  };
  const server = createServer(route);
  await listen(server, port);
  const actual = (server.address() as AddressInfo).port;
  return {
    port: actual,
    url: `http://127.0.0.1:${actual}`,
    server,
    mount: (prefix, handler) => {
      mounted.set(prefix, handler);
    },
    open: (handler) => {
      everythingElse = handler;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        // Requests under way may end; a browser's open connection may not keep us.
        setTimeout(() => server.closeAllConnections(), 1000).unref();
      }),
  };
};
