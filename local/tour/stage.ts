import type { Narrator } from './narrator.ts';

/** Where a story plays. */
export interface Stage {
  readonly url: string;
  readonly narrator: Narrator;
  readonly print: (line: string) => void;
}
