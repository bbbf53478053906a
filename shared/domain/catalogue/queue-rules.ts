import type { Effective } from './effective.ts';

/** How a province lets people wait; entries have effective dates. */
export interface QueueRules {
  readonly effective: Effective;
  /** Nhóm dịch vụ, each with the letter that its numbers begin with. */
  readonly groups: readonly {
    readonly id: string;
    readonly letter: string;
    readonly vi: string;
    readonly en: string;
  }[];
  /** A waiting priority ticket is called after so many ordinary ones at most; 0: always first. */
  readonly priorityAfterOrdinary: number;
  /** Times that a number is called before it may be put aside as absent. */
  readonly callsBeforeNoShow: number;
  /** How many may be waiting at once; a machine that is played with stops there. */
  readonly mostWaiting: number;
  readonly note: string;
}
