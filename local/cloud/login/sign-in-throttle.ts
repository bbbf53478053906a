/** Cognito's habit: five tries are free, then each failure doubles the wait, up to 15 minutes. */
export interface SignInThrottle {
  /** Seconds to wait before the next try counts; 0 when it may come. */
  waitSeconds(name: string): number;
  failed(name: string): void;
  succeeded(name: string): void;
}

interface Tries {
  readonly failures: number;
  readonly openAt: number;
}

const freeTries = 5;
const longestWaitSeconds = 15 * 60;
const rememberedNames = 10_000;

const pauseSeconds = (failures: number): number =>
  failures < freeTries ? 0 : Math.min(2 ** (failures - freeTries), longestWaitSeconds);

/** Counts by name whether or not anybody has it: the answer does not tell who exists. */
export const makeSignInThrottle = (clock: () => number): SignInThrottle => {
  const tries = new Map<string, Tries>();
  const keyOf = (name: string): string => name.trim().toLowerCase();
  return {
    waitSeconds: (name) => {
      const openAt = tries.get(keyOf(name))?.openAt ?? 0;
      return Math.max(0, Math.ceil((openAt - clock()) / 1000));
    },
    failed: (name) => {
      const key = keyOf(name);
      const failures = (tries.get(key)?.failures ?? 0) + 1;
      tries.delete(key);
      tries.set(key, { failures, openAt: clock() + pauseSeconds(failures) * 1000 });
      const [oldest] = tries.keys();
      if (tries.size > rememberedNames && oldest !== undefined) tries.delete(oldest);
    },
    succeeded: (name) => {
      tries.delete(keyOf(name));
    },
  };
};
