import type { Instant } from '#domain/time/instant.ts';

/**
 * What is said of a limit, once each. `after`: the warning of the same limit that comes before it.
 * The first to be said of any limit follows on `running`.
 */
export const warnings = {
  'transit-late': { of: 'transit', after: 'running' },
  'appointment-late': { of: 'appointment', after: 'running' },
  'transfer-late': { of: 'transfer', after: 'running' },
  unacknowledged: { of: 'acknowledgement', after: 'running' },
  'due-soon': { of: 'due', after: 'running' },
  overdue: { of: 'due', after: 'due-soon' },
  'answer-soon': { of: 'answer', after: 'running' },
  'asked-late': { of: 'asking', after: 'running' },
} as const;

export type Warning = keyof typeof warnings;
export const everyWarning = Object.keys(warnings) as Warning[];

/** That a warning was given: of a limit that is known by its kind and its time. */
export interface LimitFlag {
  readonly warning: Warning;
  /** The limit's own time; a new date is another limit. */
  readonly at: Instant;
  readonly givenAt: Instant;
}
