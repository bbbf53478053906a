/**
 * The process a function runs in: what AWS's Node.js runtime is to a Lambda function. It imports no
 * file of ours at run time, since every module loaded here is paid for at each cold start.
 *
 * Unlike AWS, the process is not frozen between invocations: timers a handler leaves behind go on.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FromChild, Invoke, Start, ToChild } from './child-protocol.ts';
import type { FunctionError } from './invocation.ts';

type Handler = (event: unknown, context: object) => unknown;

const channel = process.send?.bind(process);
if (!channel) throw new Error('this program is started by the function host');
// A function on AWS has no such thing, and a library may behave differently where it exists.
delete process.send;

const say = (message: FromChild, then?: () => void): void => {
  channel(message, () => then?.());
};

const responseLimitBytes = 6_291_556;

let running = false;

const describeError = (thrown: unknown): FunctionError =>
  thrown instanceof Error
    ? {
        errorType: thrown.name,
        errorMessage: thrown.message,
        trace: (thrown.stack ?? '').split('\n'),
      }
    : { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };

const initError = (errorType: string, errorMessage: string): FunctionError => ({
  errorType,
  errorMessage,
  trace: [],
});

/** A refusal to start that is not the bundle's own exception. */
const whyNotLoaded = (thrown: unknown): FunctionError => {
  const error = describeError(thrown);
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND')
    return { ...error, errorType: 'Runtime.ImportModuleError' };
  if (thrown instanceof SyntaxError) return { ...error, errorType: 'Runtime.UserCodeSyntaxError' };
  return error;
};

const bundleFile = (module: string): string | undefined =>
  ['.mjs', '.js', '.cjs']
    .map((extension) => join(process.cwd(), `${module}${extension}`))
    .find((file) => existsSync(file));

const load = async (handlerName: string): Promise<Handler | FunctionError> => {
  const dot = handlerName.lastIndexOf('.');
  const [module, name] = [handlerName.slice(0, dot), handlerName.slice(dot + 1)];
  const file = bundleFile(module);
  if (file === undefined)
    return initError('Runtime.ImportModuleError', `Error: Cannot find module '${module}'`);
  const exported = (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
  const handler = exported[name];
  if (typeof handler !== 'function')
    return initError('Runtime.HandlerNotFound', `${handlerName} is undefined or not exported`);
  if (handler.length > 2)
    return initError(
      'Runtime.CallbackHandlerDeprecated',
      'AWS Lambda has removed support for callback-based function handlers starting with Node.js 24.',
    );
  return handler as Handler;
};

const contextOf = (start: Start, { requestId, deadline }: Invoke): object => ({
  callbackWaitsForEmptyEventLoop: true,
  functionVersion: '$LATEST',
  functionName: start.functionName,
  memoryLimitInMB: String(start.memoryMb),
  logGroupName: start.logGroupName,
  logStreamName: start.logStreamName,
  invokedFunctionArn: start.functionArn,
  awsRequestId: requestId,
  getRemainingTimeInMillis: () => deadline - Date.now(),
});

const serialise = (result: unknown): string => {
  try {
    return JSON.stringify(result) ?? 'null';
  } catch (cause) {
    throw new Error('Unable to stringify response body', { cause });
  }
};

const answerOf = async (handler: Handler, start: Start, message: Invoke): Promise<FromChild> => {
  try {
    const body = serialise(
      await handler(JSON.parse(message.event) as unknown, contextOf(start, message)),
    );
    if (Buffer.byteLength(body) <= responseLimitBytes) return { kind: 'answered', body };
    const errorMessage = `Response payload size exceeded maximum allowed payload size (${responseLimitBytes} bytes).`;
    return {
      kind: 'failed',
      error: { errorType: 'Function.ResponseSizeTooLarge', errorMessage },
    };
  } catch (thrown) {
    return { kind: 'failed', error: describeError(thrown) };
  }
};

const invoke = async (handler: Handler, start: Start, message: Invoke): Promise<void> => {
  process.env['_X_AMZN_TRACE_ID'] = message.traceId;
  running = true;
  const answer = await answerOf(handler, start, message);
  running = false;
  say(answer);
};

/** As on AWS, what escapes a handler ends the environment and fails the running invocation. */
const endWith = (error: FunctionError, exitCode: number): void => {
  const exit = (): never => process.exit(exitCode);
  if (!running) exit();
  else say({ kind: 'failed', error, ends: true }, exit);
};

process.on('uncaughtException', (thrown) => {
  process.stderr.write(`Uncaught Exception ${JSON.stringify(describeError(thrown))}\n`);
  endWith(describeError(thrown), 129);
});
process.on('unhandledRejection', (reason) => {
  const { errorType, errorMessage, trace = [] } = describeError(reason);
  const error = {
    errorType: 'Runtime.UnhandledPromiseRejection',
    errorMessage: reason instanceof Error ? `${errorType}: ${errorMessage}` : errorMessage,
    trace,
  };
  process.stderr.write(`Unhandled Promise Rejection ${JSON.stringify(error)}\n`);
  endWith(error, 128);
});

// The host is gone, however it went. Nothing may hold this up: no exit handler, no finally.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

let started: { readonly start: Start; readonly handler: Handler } | undefined;

const begin = async (start: Start): Promise<void> => {
  try {
    const handler = await load(start.handler);
    if (typeof handler !== 'function') return say({ kind: 'init-failed', error: handler });
    started = { start, handler };
    return say({ kind: 'ready' });
  } catch (thrown) {
    return say({ kind: 'init-failed', error: whyNotLoaded(thrown) });
  }
};

process.on('message', (message: ToChild) => {
  if (message.kind === 'start') void begin(message);
  else if (started) void invoke(started.handler, started.start, message);
});
