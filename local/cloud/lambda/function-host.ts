import { EnvironmentPool } from './environment-pool.ts';
import {
  type FunctionSpec,
  type HostLog,
  hostClosed,
  type Invocation,
  requestTooLarge,
} from './invocation.ts';
import { startOrphanReaper } from './orphan-reaper.ts';

export type { FunctionSpec, HostLog, Invocation } from './invocation.ts';

/**
 * Runs Lambda functions in child processes as AWS runs them in environments: started when first
 * needed, kept warm, one invocation at a time each, killed at the timeout or above the memory size.
 */
export interface FunctionHost {
  /** Rejects only for a function that does not exist; what the function does is a value. */
  invoke(functionId: string, event: unknown): Promise<Invocation>;
  /**
   * From the call on, invocations get the new code, those waiting included; running ones finish on
   * the old. Resolves when the last old environment has ended.
   */
  replace(spec: FunctionSpec): Promise<void>;
  /** Kills every environment; running invocations are answered with a failure. */
  close(): Promise<void>;
}

const requestLimitBytes = 6_291_456;

const invokeWithin = async (pool: EnvironmentPool, payload: string): Promise<Invocation> => {
  const bytes = Buffer.byteLength(payload);
  return bytes > requestLimitBytes
    ? requestTooLarge(bytes, requestLimitBytes)
    : pool.invoke(payload);
};

const logFailure = (log: HostLog, functionId: string, invocation: Invocation): void => {
  if (invocation.ok) return;
  const text = `${invocation.why} ${JSON.stringify(invocation.error)}`;
  log({ at: Date.now(), functionId, stream: 'platform', text });
};

export const startFunctionHost = (
  specs: readonly FunctionSpec[],
  options: { log: HostLog; defaultMaxEnvironments?: number },
): FunctionHost => {
  const reaper = startOrphanReaper();
  const retiring = new Set<EnvironmentPool>();
  const makePool = (spec: FunctionSpec): EnvironmentPool =>
    new EnvironmentPool(
      { spec, log: options.log, reaper },
      spec.maxEnvironments ?? options.defaultMaxEnvironments ?? 4,
    );
  const pools = new Map(specs.map((spec) => [spec.id, makePool(spec)]));
  let closed = false;

  return {
    invoke: async (functionId, event) => {
      const pool = pools.get(functionId);
      if (!pool) throw new Error(`no function ${functionId}`);
      if (closed) return hostClosed();
      const invocation = await invokeWithin(pool, JSON.stringify(event) ?? 'null');
      logFailure(options.log, functionId, invocation);
      return invocation;
    },
    replace: async (spec) => {
      const old = pools.get(spec.id);
      const pool = makePool(spec);
      pools.set(spec.id, pool);
      if (!old) return;
      const { left, ended } = old.retire();
      pool.adopt(left);
      retiring.add(old);
      await ended;
      retiring.delete(old);
    },
    close: async () => {
      closed = true;
      await Promise.all([...pools.values(), ...retiring].map((pool) => pool.close()));
      reaper.close();
    },
  };
};
