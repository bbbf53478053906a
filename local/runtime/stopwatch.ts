export interface Stopwatch {
  mark(step: string): void;
  readonly marks: Readonly<Record<string, number>>;
}

/** Milliseconds since the runtime was asked to start, by step. */
export const makeStopwatch = (): Stopwatch => {
  const startedAt = performance.now();
  const marks: Record<string, number> = {};
  return {
    mark: (step) => {
      marks[step] = Math.round(performance.now() - startedAt);
    },
    marks,
  };
};
