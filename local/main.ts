import { parseArgs } from 'node:util';
import { demoUsers } from './people/demo-users.ts';
import { resetDataDirectory } from './runtime/data-directory.ts';
import type { AssemblyDirectory } from './runtime/foundation.ts';
import { watchAndReload } from './runtime/reload.ts';
import { type Runtime, startRuntime } from './runtime/start-runtime.ts';

class BadArgument extends Error {
  override readonly name = 'BadArgument';
}

interface Arguments {
  readonly port: number;
  readonly directory: string;
  readonly reset: boolean;
  readonly timings: boolean;
  readonly watch: boolean;
}

const oneKeyPressMs = 1000;

const usage = 'npm start -- [--port 8080] [--directory .local] [--timings] [--watch]';

const readArguments = (): Arguments => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8080' },
      directory: { type: 'string', default: '.local' },
      reset: { type: 'boolean', default: false },
      timings: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new BadArgument(`--port ${values.port} is no port number`);
  return { ...values, port };
};

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Any answer of the API but "wait": a 401 comes from a gateway that works. */
const firstAnswer = async (url: string): Promise<void> => {
  const response = await fetch(`${url}/openapi.json`);
  await response.arrayBuffer();
  if (response.status >= 500)
    throw new Error(`the API answers ${response.status}; see the function log`);
};

const describeUsers = (): readonly string[] => {
  const width = Math.max(...demoUsers.map(({ username }) => username.length));
  return demoUsers.map(
    ({ username, name, groups }) => `  ${username.padEnd(width)}  ${name} (${groups.join(', ')})`,
  );
};

const welcome = (runtime: Runtime, { directory }: Arguments): void => {
  print(`ready after ${(performance.now() / 1000).toFixed(1)} s   ${runtime.url}`);
  print('Demo users, password "demo":');
  for (const line of describeUsers()) print(line);
  print(
    `Data: ${directory} (npm run reset clears it) · function log: ${directory}/logs/functions.jsonl`,
  );
  print('Stop with Ctrl+C');
};

const run = async (options: Arguments): Promise<void> => {
  const { directory } = options;
  const start = (port: number, assembly?: AssemblyDirectory): Promise<Runtime> =>
    startRuntime({ port, directory, jvm: 'throughput', ...(assembly && { assembly }) });
  let runtime = await start(options.port);
  let watching: ReturnType<typeof watchAndReload> | undefined;
  let stoppingSince: number | undefined;
  const stop = (code: number): void => {
    // One Ctrl+C arrives up to three times: from the terminal, from npm and from tools/run.mjs. A
    // later one means it; a hanging part may not keep the terminal.
    if (stoppingSince !== undefined) {
      if (performance.now() - stoppingSince > oneKeyPressMs) process.exit(130);
      return;
    }
    stoppingSince = performance.now();
    setTimeout(() => process.exit(1), 15_000).unref();
    void watching?.close();
    runtime.stop().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', () => stop(0));
  process.on('SIGTERM', () => stop(0));
  const stopWhenFailed = ({ failed }: Runtime): void => {
    failed
      .then((why) => {
        process.stderr.write(`${why}\n`);
        stop(1);
      })
      .catch(() => undefined);
  };
  stopWhenFailed(runtime);
  await firstAnswer(runtime.url);
  welcome(runtime, options);
  if (options.timings) print(JSON.stringify(runtime.boot));
  if (options.watch)
    watching = watchAndReload({
      directory,
      print,
      runtime: () => runtime,
      startAgain: async (assembly) => {
        const { port } = new URL(runtime.url);
        await runtime.stop();
        runtime = await start(Number(port), assembly);
        stopWhenFailed(runtime);
      },
    });
};

const main = async (): Promise<void> => {
  const options = readArguments();
  if (!options.reset) return run(options);
  await resetDataDirectory(options.directory);
  print(`${options.directory} is empty`);
};

/** What a person can put right needs no stack trace. */
const isTheirs = (error: Error & { readonly code?: unknown }): boolean =>
  ['BadArgument', 'DirectoryInUse', 'DynamoDbLocalFailed', 'PortTaken'].includes(error.name) ||
  // Some codes are numbers, an aborted request's for one.
  String(error.code).startsWith('ERR_PARSE_ARGS');

try {
  await main();
} catch (error) {
  const { message, stack } = error as Error;
  const text = isTheirs(error as Error) ? `${message}\nusage: ${usage}` : stack;
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
