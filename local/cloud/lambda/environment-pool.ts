import { Environment, type EnvironmentOptions } from './environment.ts';
import { hostClosed, type Invocation, throttled } from './invocation.ts';

/** As long as API Gateway would wait for an answer. AWS refuses at once; here it is one laptop. */
const longestWaitMs = 30_000;

export interface Waiting {
  readonly event: string;
  readonly timer: NodeJS.Timeout;
  readonly resolve: (invocation: Invocation) => void;
  expired: boolean;
}

/** The environments of one version of one function, and the invocations waiting for one. */
export class EnvironmentPool {
  readonly #options: EnvironmentOptions;
  readonly #limit: number;
  readonly #all = new Set<Environment>();
  readonly #idle: Environment[] = [];
  #waiting: Waiting[] = [];
  #retired = false;

  constructor(options: EnvironmentOptions, limit: number) {
    this.#options = options;
    this.#limit = limit;
  }

  invoke(event: string): Promise<Invocation> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        waiting.expired = true;
        resolve(throttled());
      }, longestWaitMs);
      const waiting: Waiting = { event, timer, resolve, expired: false };
      this.adopt([waiting]);
    });
  }

  adopt(waiting: readonly Waiting[]): void {
    this.#waiting.push(...waiting);
    this.#serve();
  }

  /** Takes no more work: idle environments end now, busy ones after their invocation. */
  retire(): { readonly left: readonly Waiting[]; readonly ended: Promise<void> } {
    this.#retired = true;
    const left = this.#waiting.splice(0);
    for (const environment of this.#idle.splice(0)) environment.kill();
    return { left, ended: this.#end() };
  }

  close(): Promise<void> {
    const { left, ended } = this.retire();
    for (const { timer, resolve } of left) {
      clearTimeout(timer);
      resolve(hostClosed());
    }
    for (const environment of this.#all) environment.kill();
    return ended;
  }

  async #end(): Promise<void> {
    await Promise.all([...this.#all].map(({ ended }) => ended));
  }

  #serve(): void {
    this.#waiting = this.#waiting.filter(({ expired }) => !expired);
    while (this.#waiting.length > 0 && !this.#retired) {
      const environment = this.#free();
      if (!environment) return;
      const next = this.#waiting.shift();
      if (next) void this.#run(environment, next);
    }
  }

  #free(): Environment | undefined {
    // The one used last is the warmest; and one that died while idle is passed over.
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) if (idle.usable) return idle;
    return this.#all.size < this.#limit ? this.#start() : undefined;
  }

  #start(): Environment {
    const environment = new Environment(this.#options);
    this.#all.add(environment);
    void environment.ended.then(() => {
      this.#all.delete(environment);
      this.#serve();
    });
    return environment;
  }

  async #run(environment: Environment, { event, timer, resolve }: Waiting): Promise<void> {
    clearTimeout(timer);
    const invocation = await environment.invoke(event);
    if (this.#retired) environment.kill();
    else if (environment.usable) this.#idle.push(environment);
    resolve(invocation);
    this.#serve();
  }
}
