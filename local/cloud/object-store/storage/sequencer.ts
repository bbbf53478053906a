export interface Sequencer {
  /** Hex digits of fixed length that rise with every call, also over restarts. */
  next(now: number): string;
  /** A sequence found on the disk: later ones must lie above, even if the clock went back. */
  seen(sequence: string): void;
}

const counterBits = 20n;

export const makeSequencer = (): Sequencer => {
  let last = 0n;
  return {
    next: (now) => {
      const floor = BigInt(Math.max(0, Math.trunc(now))) << counterBits;
      last = floor > last ? floor : last + 1n;
      return last.toString(16).padStart(18, '0');
    },
    seen: (sequence) => {
      const value = BigInt(`0x${sequence}`);
      if (value > last) last = value;
    },
  };
};
