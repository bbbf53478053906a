import { styleText } from 'node:util';

/** Something that the tour was told does not agree with what it saw. */
export class Disagreement extends Error {
  override readonly name = 'Disagreement';
}

export interface Narrator {
  /** Runs one step and prints who did what, with its time. */
  step<T>(who: string, what: string, act: () => Promise<T>): Promise<T>;
  /** A line under the step: what the person sees. */
  sees(text: string): void;
  /** Stops the tour when the fact does not hold. */
  agree(fact: string, holds: boolean): void;
}

export const makeNarrator = (print: (line: string) => void): Narrator => {
  let number = 0;
  let pending: string[] = [];
  return {
    step: async (who, what, act) => {
      number += 1;
      const started = performance.now();
      pending = [];
      const result = await act();
      const took = `${Math.round(performance.now() - started)} ms`;
      const head = `${String(number).padStart(2)}. ${styleText('bold', who)} ${what}`;
      print(`${head} ${styleText('dim', `(${took})`)}`);
      for (const line of pending) print(`      ${line}`);
      return result;
    },
    sees: (text) => {
      pending.push(text);
    },
    agree: (fact, holds) => {
      if (!holds) throw new Disagreement(fact);
      pending.push(styleText('green', `✓ ${fact}`));
    },
  };
};

/** Asks again until the answer is there; the system is asynchronous between its stations. */
export const eventually = async <T>(
  what: string,
  ask: () => Promise<T | undefined>,
  // A machine that has other work takes its time; whoever waits for nothing is told all the same.
  withinMs = 60_000,
): Promise<T> => {
  const deadline = performance.now() + withinMs;
  for (let wait = 20; ; wait = Math.min(wait * 1.5, 250)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Disagreement(`${what} did not happen`);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
};
