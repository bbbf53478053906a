import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { eventually } from './eventually.ts';

export interface StackProcess {
  readonly url: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** The whole stack as `npm start` runs it, in a process of its own. */
export const startStack = async (directory: string, port: number): Promise<StackProcess> => {
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    ['local/main.ts', '--port', String(port), '--directory', directory],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await eventually(
    () =>
      fetch(`${url}/openapi.json`).then(
        ({ ok }) => (ok ? true : undefined),
        () => undefined,
      ),
    // On a machine that has other work.
    180_000,
  );
  return {
    url,
    process: child,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
};

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
