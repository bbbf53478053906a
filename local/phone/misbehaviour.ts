export const modes = [
  'ok',
  'fail',
  'timeout-after-send',
  'error-after-send',
  'slow',
  'duplicate-receipt',
  'late-receipt',
  'no-receipt',
  'no-account',
] as const;

export type Mode = (typeof modes)[number];

/** What the gateway does next, on request. */
export interface Misbehaviour {
  /** @param next for that many messages; undefined: until told otherwise */
  set(mode: Mode, next: number | undefined): void;
  /** The mode of the message that has just come; counts it. */
  take(): Mode;
  current(): { readonly mode: Mode; readonly left: number | null };
}

export const makeMisbehaviour = (): Misbehaviour => {
  let mode: Mode = 'ok';
  let left = Number.POSITIVE_INFINITY;
  return {
    set: (wanted, next) => {
      mode = wanted;
      left = next ?? Number.POSITIVE_INFINITY;
    },
    take: () => {
      if (left <= 0) mode = 'ok';
      left -= 1;
      const taken = mode;
      if (left <= 0) {
        mode = 'ok';
        left = Number.POSITIVE_INFINITY;
      }
      return taken;
    },
    current: () => ({ mode, left: Number.isFinite(left) ? left : null }),
  };
};
