import { type Effective, ruleOn } from '#domain/catalogue/effective.ts';
import {
  addWorkingDays,
  type CalendarBook,
  type CalendarParsed,
} from '#domain/deadline/working-calendar.ts';
import { endOfWork } from '#domain/deadline/working-time.ts';
import { type Instant, minutes, plus } from '#domain/time/instant.ts';
import { at, dayOf, plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Warning } from './warnings.ts';

/** When people are warned. No law says it: the province does. */
export interface WatchRules {
  readonly effective: Effective;
  /** So many working days before the appointment the department is warned (domain §10.6). */
  readonly warnWorkingDays: number;
  /** So many working days after the day of arrival an officer has opened every file. */
  readonly acknowledgeWorkingDays: number;
  /** So many days before the last one the citizen is reminded. */
  readonly remindDays: number;
  /** Messages that one dossier may cost in all. */
  readonly smsPerDossier: number;
}

/** What the province lays down for that day. */
export const watchRulesOn = (all: readonly WatchRules[], day: VietnamDay): WatchRules =>
  ruleOn(all, day, 'the watch over limits');

/** Of each warning: limits whose time lies before this moment are to be warned of now. */
export type Thresholds = Readonly<Record<Warning, Instant>>;

/**
 * The working calendar is asked once for all dossiers, not once for each: days are turned into moments that
 * an index can be read up to.
 */
export const thresholdsAt = (
  now: Instant,
  rules: WatchRules,
  book: CalendarBook,
): CalendarParsed<Thresholds> => {
  const today = dayOf(now);
  const soon = addWorkingDays(book, today, rules.warnWorkingDays);
  if (!soon.ok) return soon;
  const unopened = lastDayDue(now, rules.acknowledgeWorkingDays, book);
  if (!unopened.ok) return unopened;
  return {
    ok: true,
    value: {
      'transit-late': now,
      'appointment-late': now,
      'transfer-late': now,
      overdue: now,
      'asked-late': now,
      'due-soon': endOf(soon.value),
      unacknowledged: endOf(unopened.value),
      // A last day counts from its beginning.
      'answer-soon': plus(at(plusDays(today, rules.remindDays), 0), minutes(1)),
    },
  };
};

const endOf = (day: VietnamDay): Instant => at(plusDays(day, 1), 0);

/** The last day from which so many working days have wholly passed. */
const lastDayDue = (
  now: Instant,
  workingDays: number,
  book: CalendarBook,
): CalendarParsed<VietnamDay> => {
  for (let day = dayOf(now); ; day = plusDays(day, -1)) {
    const until = addWorkingDays(book, day, workingDays);
    if (!until.ok) return until;
    if (endOfWork(book, until.value) < now) return { ok: true, value: day };
  }
};
