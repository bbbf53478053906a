import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { clockOffsetMs } from '#local/cloud/clock/machine-clock.ts';
import type { FromChild, Start, ToChild } from './child-protocol.ts';
import {
  exited,
  type FailedInvocation,
  type FunctionSpec,
  type HostLog,
  hostClosed,
  type Invocation,
  outOfMemory,
  timedOut,
  unhandled,
} from './invocation.ts';
import { onLines } from './lines.ts';
import { heapFlags, watchMemory } from './memory-guard.ts';
import type { OrphanReaper } from './orphan-reaper.ts';

export interface EnvironmentOptions {
  readonly spec: FunctionSpec;
  readonly log: HostLog;
  readonly reaper: OrphanReaper;
}

type Outcome = (requestId: string) => FailedInvocation;

/** AWS gives the init phase ten seconds, outside the function's timeout. */
const initSeconds = 10;

const startMessage = (spec: FunctionSpec, logStreamName: string): Start => {
  const region = spec.environment['AWS_REGION'] ?? 'ap-southeast-1';
  return {
    kind: 'start',
    handler: spec.handler,
    functionName: spec.name,
    functionArn: `arn:aws:lambda:${region}:000000000000:function:${spec.name}`,
    memoryMb: spec.memoryMb,
    logGroupName: `/aws/lambda/${spec.name}`,
    logStreamName,
  };
};

const nameLogStream = (): string => {
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '/');
  return `${day}/[$LATEST]${randomBytes(16).toString('hex')}`;
};

const traceId = (): string => {
  const time = Math.floor(Date.now() / 1000).toString(16);
  return `Root=1-${time}-${randomBytes(12).toString('hex')};Parent=${randomBytes(8).toString('hex')};Sampled=0`;
};

const launch = (spec: FunctionSpec, start: Start): ChildProcess =>
  fork(join(import.meta.dirname, 'child.mjs'), [], {
    cwd: spec.directory,
    // Set, since fork would hand on the parent's own.
    execArgv: [...heapFlags(spec.memoryMb)],
    env: {
      PATH: process.env['PATH'],
      AWS_LAMBDA_LOG_GROUP_NAME: start.logGroupName,
      AWS_LAMBDA_LOG_STREAM_NAME: start.logStreamName,
      ...spec.environment,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Its own process group: Ctrl-C is for the host to act on, and kill reaches grandchildren.
    detached: true,
  });

const killGroup = (child: ChildProcess): void => {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
};

const wireLogs = (child: ChildProcess, { spec, log }: EnvironmentOptions): (() => boolean) => {
  let heapExhausted = false;
  const line = (stream: 'stdout' | 'stderr') => (text: string) => {
    if (stream === 'stderr' && text.includes('heap out of memory')) heapExhausted = true;
    log({ at: Date.now(), functionId: spec.id, stream, text });
  };
  onLines(child.stdout, line('stdout'));
  onLines(child.stderr, line('stderr'));
  return () => heapExhausted;
};

/** How a process ended is told after its last words, which may lag behind its exit. */
const onExit = (child: ChildProcess, heap: () => boolean, then: (why: Outcome) => void): void => {
  child.once('exit', (code, signal) => {
    let told = false;
    const tell = (): void => {
      if (told) return;
      told = true;
      clearTimeout(timer);
      then((id) => (heap() ? outOfMemory(id) : exited(id, code, signal)));
    };
    // What a grandchild holds open may never close.
    const timer = setTimeout(tell, 100);
    child.once('close', tell);
  });
};

/** One execution environment: a process that serves one invocation at a time. */
export class Environment {
  readonly ended: Promise<void>;
  readonly #spec: FunctionSpec;
  readonly #child: ChildProcess;
  readonly #ready = Promise.withResolvers<Outcome | undefined>();
  #doomed: Outcome | undefined;
  #settle: ((result: Invocation | Outcome) => void) | undefined;

  constructor(o: EnvironmentOptions) {
    const start = startMessage(o.spec, nameLogStream());
    this.#spec = o.spec;
    this.#child = launch(o.spec, start);
    this.ended = this.#follow(o.reaper, wireLogs(this.#child, o));
    this.#child.on('message', (message: FromChild) => this.#hear(message));
    this.#post(start);
    this.#limitInit();
  }

  /** False once the process is to be thrown away. */
  get usable(): boolean {
    return this.#doomed === undefined && this.#child.connected;
  }

  async invoke(event: string): Promise<Invocation> {
    const requestId = randomUUID();
    const { memoryMb } = this.#spec;
    const unwatch = watchMemory(this.#child.pid ?? 0, memoryMb, () => this.#doom(outOfMemory));
    try {
      const failed = await this.#ready.promise;
      return failed ? failed(requestId) : await this.#run(requestId, event);
    } finally {
      unwatch();
    }
  }

  kill(): void {
    this.#doom(hostClosed);
  }

  #run(requestId: string, event: string): Promise<Invocation> {
    const { timeoutSeconds } = this.#spec;
    return new Promise((resolve) => {
      const late = (): void => this.#doom((id) => timedOut(id, timeoutSeconds));
      const timer = setTimeout(late, timeoutSeconds * 1000);
      this.#settle = (result) => {
        clearTimeout(timer);
        this.#settle = undefined;
        resolve(typeof result === 'function' ? result(requestId) : result);
      };
      const deadline = Date.now() + timeoutSeconds * 1000;
      if (this.#doomed) this.#settle(this.#doomed);
      else
        this.#post({
          kind: 'invoke',
          requestId,
          event,
          deadline,
          traceId: traceId(),
          clockOffsetMs: clockOffsetMs(),
        });
    });
  }

  #hear(message: FromChild): void {
    if (message.kind === 'ready') this.#ready.resolve(undefined);
    else if (message.kind === 'init-failed') this.#doom(() => unhandled(message.error));
    else if (message.kind === 'answered')
      this.#settle?.({ ok: true, payload: JSON.parse(message.body) as unknown });
    else if (message.ends) this.#doom(() => unhandled(message.error));
    else this.#settle?.(unhandled(message.error));
  }

  #doom(why: Outcome): void {
    this.#doomed ??= why;
    killGroup(this.#child);
    this.#ready.resolve(this.#doomed);
    this.#settle?.(this.#doomed);
  }

  #follow(reaper: OrphanReaper, heapExhausted: () => boolean): Promise<void> {
    const child = this.#child;
    const { pid } = child;
    if (pid !== undefined) reaper.watch(pid);
    onExit(child, heapExhausted, (why) => this.#doom(why));
    return new Promise((resolve) => {
      child.once('exit', () => {
        if (pid !== undefined) reaper.forget(pid);
        resolve();
      });
      child.once('error', ({ message: errorMessage }) => {
        this.#doom(() => unhandled({ errorType: 'Runtime.Unknown', errorMessage }));
        if (pid === undefined) resolve();
      });
    });
  }

  /** On AWS an init phase this long is begun again within the invocation; here it has failed. */
  #limitInit(): void {
    const late = (): void => this.#doom((id) => timedOut(id, initSeconds));
    const timer = setTimeout(late, initSeconds * 1000);
    this.#ready.promise.then(
      () => clearTimeout(timer),
      () => undefined,
    );
  }

  #post(message: ToChild): void {
    // A channel just broken is followed by the exit, which says more.
    this.#child.send(message, () => undefined);
  }
}
