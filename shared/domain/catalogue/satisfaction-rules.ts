import type { Effective } from './effective.ts';

/** How the province asks; entries have effective dates. */
export interface SatisfactionRules {
  readonly effective: Effective;
  /** Figures of fewer answers are not shown: they would show persons. */
  readonly smallest: number;
  /** Why somebody was not satisfied, to choose from; `needsText` asks for words. */
  readonly reasons: readonly {
    readonly code: string;
    readonly vi: string;
    readonly en: string;
    readonly needsText: boolean;
  }[];
  readonly note: string;
}
