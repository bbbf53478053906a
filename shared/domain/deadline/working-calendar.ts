import { plusDays, type VietnamDay, weekday } from '#domain/time/vietnam-time.ts';
import { makeSessions, type Session } from './sessions.ts';

/**
 * A year's working days as decided and amended. Labour Code 2019 art. 112 names the holidays; the
 * Prime Minister fixes Tết and 2/9 each year, so none is ever computed (domain §3).
 */
export interface WorkingCalendar {
  readonly year: number;
  /** Rises with each amendment, e.g. `2026-2`. */
  readonly version: string;
  /** Day → the name that a citizen reads. */
  readonly holidays: Readonly<Record<string, string>>;
  /** Saturdays or Sundays that are worked, with the decision that says so. */
  readonly makeUpDays: Readonly<Record<string, string>>;
  /** Working sessions `HH:MM`; absent: 07:00–11:30 and 13:30–17:00. */
  readonly sessions?: readonly (readonly [from: string, to: string])[];
}

/** The refusal names the year, so that the office knows which calendar to load. */
export type CalendarMissing = {
  readonly ok: false;
  readonly reason: 'calendar-missing';
  readonly year: number;
};
export type CalendarParsed<T> = { readonly ok: true; readonly value: T } | CalendarMissing;

export interface CalendarBook {
  isWorkingDay(day: VietnamDay): CalendarParsed<boolean>;
  /** Of a year without a calendar: the ordinary sessions. */
  sessionsOn(day: VietnamDay): readonly Session[];
  holidayName(day: VietnamDay): string | undefined;
  versionOf(day: VietnamDay): string | undefined;
}

const SATURDAY = 6;

export const makeCalendarBook = (calendars: readonly WorkingCalendar[]): CalendarBook => {
  const years = new Map(calendars.map((calendar) => [String(calendar.year), calendar]));
  const sessions = new Map(
    calendars.map((calendar) => [String(calendar.year), makeSessions(calendar.sessions)]),
  );
  const ordinary = makeSessions();
  const yearOf = (day: VietnamDay) => day.slice(0, 4);
  const calendarOf = (day: VietnamDay) => years.get(yearOf(day));
  return {
    isWorkingDay: (day) => {
      const calendar = calendarOf(day);
      if (!calendar) return { ok: false, reason: 'calendar-missing', year: Number(yearOf(day)) };
      return { ok: true, value: works(calendar, day) };
    },
    sessionsOn: (day) => sessions.get(yearOf(day)) ?? ordinary,
    holidayName: (day) => calendarOf(day)?.holidays[day],
    versionOf: (day) => calendarOf(day)?.version,
  };
};

const works = ({ holidays, makeUpDays }: WorkingCalendar, day: VietnamDay): boolean =>
  Object.hasOwn(makeUpDays, day) || (weekday(day) < SATURDAY && !Object.hasOwn(holidays, day));

/** The first working day on or after `day`. */
export const workingDayFrom = (book: CalendarBook, day: VietnamDay): CalendarParsed<VietnamDay> => {
  for (let candidate = day; ; candidate = plusDays(candidate, 1)) {
    const checked = book.isWorkingDay(candidate);
    if (!checked.ok) return checked;
    if (checked.value) return { ok: true, value: candidate };
  }
};

/** The first working day after `day`. */
export const nextWorkingDay = (book: CalendarBook, day: VietnamDay): CalendarParsed<VietnamDay> =>
  workingDayFrom(book, plusDays(day, 1));

/** The `amount`-th working day after `day`; `day` itself for none. */
export const addWorkingDays = (
  book: CalendarBook,
  day: VietnamDay,
  amount: number,
): CalendarParsed<VietnamDay> => {
  let reached: CalendarParsed<VietnamDay> = { ok: true, value: day };
  for (let left = amount; left > 0 && reached.ok; left -= 1)
    reached = nextWorkingDay(book, reached.value);
  return reached;
};

/** How many working days lie after the one day, up to and with the other. */
export const workingDaysBetween = (
  book: CalendarBook,
  after: VietnamDay,
  until: VietnamDay,
): CalendarParsed<number> => {
  let days = 0;
  for (let day = plusDays(after, 1); day <= until; day = plusDays(day, 1)) {
    const works = book.isWorkingDay(day);
    if (!works.ok) return works;
    if (works.value) days += 1;
  }
  return { ok: true, value: days };
};
