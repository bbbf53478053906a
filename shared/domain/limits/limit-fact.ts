import type { Instant } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Warning } from './warnings.ts';

/** What the watch over the limits did; late in silence is not possible. */
export type LimitFact =
  | {
      readonly type: 'limit-flagged';
      readonly warning: Warning;
      /** The limit's own time. */
      readonly at: Instant;
      /** Who had it then. */
      readonly office: string;
      readonly agency?: string;
    }
  | {
      readonly type: 'citizen-reminded';
      readonly of: 'papers' | 'payment';
      readonly agency: string;
      readonly by: VietnamDay;
    };
