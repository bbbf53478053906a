/** Of this process, in milliseconds. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** So many times as long it may take where others use the machine too. */
const patience = 2;

/** Time for one message: of the processor, and not without end by the clock of the wall. */
export const makeBudget = (milliseconds: number) => {
  const started = { processor: processorTime(), wall: performance.now() };
  return {
    isSpent: (): boolean =>
      processorTime() - started.processor > milliseconds ||
      performance.now() - started.wall > patience * milliseconds,
  };
};

export type Budget = ReturnType<typeof makeBudget>;
