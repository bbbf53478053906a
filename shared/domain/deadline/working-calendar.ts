import type { Parsed } from '#domain/parsed.ts';
import { plusDays, type VietnamDay, weekday } from '#domain/time/vietnam-time.ts';

/** A year's working days as decided and amended: holidays are never computed (domain §3). */
export interface WorkingCalendar {
  readonly year: number;
  /** Rises with each amendment, e.g. `2026-2`. */
  readonly version: string;
  readonly holidays: Readonly<Record<string, string>>;
  /** Saturdays or Sundays that are worked, with the decision that says so. */
  readonly makeUpDays: Readonly<Record<string, string>>;
}

export type CalendarParsed<T> = Parsed<T, 'calendar-missing'>;

export interface CalendarBook {
  /** Undefined when the year has no calendar. */
  isWorkingDay(day: VietnamDay): boolean | undefined;
  holidayName(day: VietnamDay): string | undefined;
  versionOf(day: VietnamDay): string | undefined;
}

const SATURDAY = 6;

export const makeCalendarBook = (calendars: readonly WorkingCalendar[]): CalendarBook => {
  const years = new Map(calendars.map((calendar) => [String(calendar.year), calendar]));
  const calendarOf = (day: VietnamDay) => years.get(day.slice(0, 4));
  return {
    isWorkingDay: (day) => {
      const calendar = calendarOf(day);
      if (!calendar) return undefined;
      if (Object.hasOwn(calendar.makeUpDays, day)) return true;
      return weekday(day) < SATURDAY && !Object.hasOwn(calendar.holidays, day);
    },
    holidayName: (day) => calendarOf(day)?.holidays[day],
    versionOf: (day) => calendarOf(day)?.version,
  };
};

/** The first working day on or after `day`. */
export const workingDayFrom = (book: CalendarBook, day: VietnamDay): CalendarParsed<VietnamDay> => {
  for (let candidate = day; ; candidate = plusDays(candidate, 1)) {
    const works = book.isWorkingDay(candidate);
    if (works === undefined) return { ok: false, reason: 'calendar-missing' };
    if (works) return { ok: true, value: candidate };
  }
};
