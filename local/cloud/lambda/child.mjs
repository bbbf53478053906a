// @ts-check
/**
 * The process a function runs in: what AWS's Node.js runtime is to a Lambda function.
 *
 * JavaScript, checked through its comments, and the one module of its kind: stripping types took
 * 40 ms of each cold start and 28 MB of each function's memory (73 → 30 ms, 75 → 47 MB measured).
 * It imports no other file of ours for the same reason.
 *
 * Unlike AWS, the process is not frozen between invocations: timers a handler leaves behind go on.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** @import { FromChild, Invoke, Start, ToChild } from './child-protocol.ts' */
/** @import { FunctionError } from './invocation.ts' */
/** @typedef {(event: unknown, context: object) => unknown} Handler */

const channel = process.send?.bind(process);
if (!channel) throw new Error('this program is started by the function host');
// A function on AWS has no such thing, and a library may behave differently where it exists.
delete process.send;

/** @type {(message: FromChild, then?: () => void) => void} */
const say = (message, then) => {
  channel(message, () => then?.());
};

const RealDate = Date;
let clockOffsetMs = 0;

/**
 * The clock of the stack, which a story may have set; untouched until one does. The same as the
 * runtime's own (`local/cloud/clock/machine-clock.ts`).
 * @type {(offsetMs: number) => void}
 */
const setClock = (offsetMs) => {
  clockOffsetMs = offsetMs;
  if (offsetMs === 0 || globalThis.Date !== RealDate) return;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, newTarget) =>
      Reflect.construct(
        target,
        given.length === 0 ? [target.now() + clockOffsetMs] : given,
        newTarget,
      ),
    apply: (target) => new target(target.now() + clockOffsetMs).toString(),
    get: (target, name, receiver) =>
      name === 'now' ? () => target.now() + clockOffsetMs : Reflect.get(target, name, receiver),
  });
};

const responseLimitBytes = 6_291_556;

let running = false;

/** @type {(thrown: unknown) => FunctionError} */
const describeError = (thrown) =>
  thrown instanceof Error
    ? {
        errorType: thrown.name,
        errorMessage: thrown.message,
        trace: (thrown.stack ?? '').split('\n'),
      }
    : { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };

/** @type {(errorType: string, errorMessage: string) => FunctionError} */
const initError = (errorType, errorMessage) => ({
  errorType,
  errorMessage,
  trace: [],
});

/**
 * Tells a refusal to start from the bundle's own exception.
 * @type {(thrown: unknown) => FunctionError}
 */
const whyNotLoaded = (thrown) => {
  const error = describeError(thrown);
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND')
    return { ...error, errorType: 'Runtime.ImportModuleError' };
  if (thrown instanceof SyntaxError) return { ...error, errorType: 'Runtime.UserCodeSyntaxError' };
  return error;
};

/** @type {(module: string) => string | undefined} */
const bundleFile = (module) =>
  ['.mjs', '.js', '.cjs']
    .map((extension) => join(process.cwd(), `${module}${extension}`))
    .find((file) => existsSync(file));

/** @type {(handlerName: string) => Promise<Handler | FunctionError>} */
const load = async (handlerName) => {
  const dot = handlerName.lastIndexOf('.');
  const [module, name] = [handlerName.slice(0, dot), handlerName.slice(dot + 1)];
  const file = bundleFile(module);
  if (file === undefined)
    return initError('Runtime.ImportModuleError', `Error: Cannot find module '${module}'`);
  /** @type {Readonly<Record<string, unknown>>} */
  const exported = await import(pathToFileURL(file).href);
  const handler = exported[name];
  if (typeof handler !== 'function')
    return initError('Runtime.HandlerNotFound', `${handlerName} is undefined or not exported`);
  if (handler.length > 2)
    return initError(
      'Runtime.CallbackHandlerDeprecated',
      'AWS Lambda has removed support for callback-based function handlers starting with Node.js 24.',
    );
  return /** @type {Handler} */ (handler);
};

/** @type {(start: Start, message: Invoke) => object} */
const contextOf = (start, { requestId, deadline }) => ({
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

/** @type {(result: unknown) => string} */
const serialise = (result) => {
  try {
    return JSON.stringify(result) ?? 'null';
  } catch (cause) {
    throw new Error('Unable to stringify response body', { cause });
  }
};

/** @type {(handler: Handler, start: Start, message: Invoke) => Promise<FromChild>} */
const answerOf = async (handler, start, message) => {
  try {
    const body = serialise(await handler(JSON.parse(message.event), contextOf(start, message)));
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

/** @type {(handler: Handler, start: Start, message: Invoke) => Promise<void>} */
const invoke = async (handler, start, message) => {
  process.env['_X_AMZN_TRACE_ID'] = message.traceId;
  setClock(message.clockOffsetMs);
  running = true;
  const answer = await answerOf(handler, start, message);
  running = false;
  say(answer);
};

/**
 * As on AWS, what escapes a handler ends the environment and fails the running invocation.
 * @type {(error: FunctionError, exitCode: number) => void}
 */
const endWith = (error, exitCode) => {
  const exit = () => process.exit(exitCode);
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

/** @type {{ readonly start: Start, readonly handler: Handler } | undefined} */
let started;

/** @type {(start: Start) => Promise<void>} */
const begin = async (start) => {
  try {
    const handler = await load(start.handler);
    if (typeof handler !== 'function') return say({ kind: 'init-failed', error: handler });
    started = { start, handler };
    return say({ kind: 'ready' });
  } catch (thrown) {
    return say({ kind: 'init-failed', error: whyNotLoaded(thrown) });
  }
};

process.on('message', (/** @type {ToChild} */ message) => {
  if (message.kind === 'start') void begin(message);
  else if (started) void invoke(started.handler, started.start, message);
});
