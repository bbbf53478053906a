import type { Narrator } from './narrator.ts';

/** A stack whose time the story makes. */
export interface Machine {
  /** Sets the clock, forward only. Who was signed in is no longer. */
  travelTo(moment: Date): void;
  /** Runs a schedule now, by a part of its name. */
  fire(rule: string): Promise<void>;
}

/** Where a story plays. */
export interface Stage {
  readonly url: string;
  readonly narrator: Narrator;
  readonly print: (line: string) => void;
  /** Of a story that takes weeks, which has a stack of its own. */
  readonly machine?: Machine;
}
