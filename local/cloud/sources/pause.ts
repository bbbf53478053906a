import { setTimeout as wait } from 'node:timers/promises';

/** Ends early, and quietly, when the source is closed. */
export const pause = async (ms: number, closing: AbortSignal): Promise<void> => {
  await wait(ms, undefined, { signal: closing }).catch(() => undefined);
};
