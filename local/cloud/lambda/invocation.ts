export interface FunctionSpec {
  readonly id: string;
  readonly name: string;
  /** Where the bundle lies; it is the function's working directory too. */
  readonly directory: string;
  /** `file.export`, as the template's Handler says. */
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Reserved concurrency. */
  readonly maxEnvironments?: number;
}

export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

type Failure = 'unhandled' | 'timeout' | 'memory' | 'crash' | 'throttled';

export type FailedInvocation = {
  readonly ok: false;
  readonly why: Failure;
  readonly error: FunctionError;
};

export type Invocation = { readonly ok: true; readonly payload: unknown } | FailedInvocation;

export type HostLog = (line: {
  at: number;
  functionId: string;
  stream: 'stdout' | 'stderr' | 'platform';
  text: string;
}) => void;

const failed = (why: Failure, errorType: string, errorMessage: string): FailedInvocation => ({
  ok: false,
  why,
  error: { errorType, errorMessage },
});

export const unhandled = (error: FunctionError): FailedInvocation => ({
  ok: false,
  why: 'unhandled',
  error,
});

export const timedOut = (requestId: string, seconds: number): FailedInvocation =>
  failed(
    'timeout',
    'Sandbox.Timedout',
    `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds`,
  );

export const outOfMemory = (requestId: string): FailedInvocation =>
  failed(
    'memory',
    'Runtime.OutOfMemory',
    `RequestId: ${requestId} Error: Runtime exited with error: signal: killed`,
  );

const signalNames: Readonly<Record<string, string>> = {
  SIGKILL: 'killed',
  SIGABRT: 'aborted',
  SIGSEGV: 'segmentation fault',
  SIGTERM: 'terminated',
};

const exitText = (code: number | null, signal: NodeJS.Signals | null): string => {
  if (signal) return `Runtime exited with error: signal: ${signalNames[signal] ?? signal}`;
  return code === 0
    ? 'Runtime exited without providing a reason'
    : `Runtime exited with error: exit status ${code}`;
};

export const exited = (
  requestId: string,
  code: number | null,
  signal: NodeJS.Signals | null,
): FailedInvocation =>
  failed('crash', 'Runtime.ExitError', `RequestId: ${requestId} Error: ${exitText(code, signal)}`);

export const throttled = (): FailedInvocation =>
  failed('throttled', 'TooManyRequestsException', 'Rate Exceeded.');

export const hostClosed = (): FailedInvocation =>
  failed('throttled', 'ServiceException', 'The function host is closed.');

export const requestTooLarge = (bytes: number, limit: number): FailedInvocation =>
  failed(
    'unhandled',
    'RequestEntityTooLargeException',
    `${bytes} byte payload is too large for the RequestResponse invocation type (limit ${limit} bytes)`,
  );
