import { type Effective, ruleOn } from '#domain/catalogue/effective.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

/** How a province lets its counters work without a line; entries have effective dates. */
export interface OfflineRules {
  readonly effective: Effective;
  /** Slips that a block has unless a counter asks for fewer or more. */
  readonly usualSlips: number;
  /** At most, in one block. */
  readonly mostSlips: number;
  /** Blocks that an office may have open at once. */
  readonly openBlocks: number;
  /** Hạn nhập: how long after the taking a slip may still be entered, in calendar days. */
  readonly entryWithinDays: number;
  readonly note: string;
}

/** The rules of a day. Data without an entry for a day is a defect that `validate.ts` finds. */
export const offlineRulesOn = (all: readonly OfflineRules[], day: VietnamDay): OfflineRules =>
  ruleOn(all, day, 'work without a line');
