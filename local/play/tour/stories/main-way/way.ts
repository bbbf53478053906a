import type { Stage } from '#local/play/tour/stage.ts';

/** What the stations of the way hand on. */
export interface Way extends Stage {
  /** An invented mobile number, another one each time: the simulator's list stays readable. */
  readonly phone: string;
}
