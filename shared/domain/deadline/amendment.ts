import type { AmendmentId } from '#domain/identifiers/amendment-id.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { type CalendarBook, makeCalendarBook, type WorkingCalendar } from './working-calendar.ts';

interface NamedDay {
  readonly day: VietnamDay;
  /** The holiday's name; of a make-up day, the decision that says so. */
  readonly name: string;
}

/** What a late decision changes: days that are not worked after all, and days worked instead. */
export interface CalendarChange {
  readonly holidays: readonly NamedDay[];
  readonly makeUpDays: readonly NamedDay[];
  /** Văn bản: the decision, for whoever asks why a date has moved. */
  readonly reason: string;
}

/**
 * An amendment of the year's calendar after appointments were given. Proposed, it shows whom it would
 * move; confirmed, it holds for all that comes after and, where told, for the dates already promised.
 */
export interface CalendarAmendment extends CalendarChange {
  readonly id: AmendmentId;
  readonly version: number;
  readonly proposed: { readonly by: string; readonly at: Instant };
  readonly confirmed?: {
    readonly by: string;
    readonly at: Instant;
    readonly reannounces: boolean;
  };
  /** How far the announcing has come; absent before it starts. */
  readonly announcing?: AnnouncingCursor;
  readonly announcedAt?: Instant;
}

/** Chờ áp dụng, đang áp dụng. */
export const amendmentStates = ['proposed', 'in-force'] as const;
export type AmendmentState = (typeof amendmentStates)[number];

export interface AnnouncingCursor {
  /** Index of the agency whose dossiers are next, and where in which of its lists. */
  readonly place: number;
  readonly after?: string;
  /** Dossiers that have a new date. */
  readonly moved: number;
}

/** The calendars with the confirmed amendments, the oldest first; the version tells how many. */
export const amended = (
  calendars: readonly WorkingCalendar[],
  amendments: readonly CalendarAmendment[],
): readonly WorkingCalendar[] =>
  [...amendments]
    .sort((a, b) => (a.confirmed?.at ?? a.proposed.at) - (b.confirmed?.at ?? b.proposed.at))
    .reduce<readonly WorkingCalendar[]>(
      (all, amendment) => all.map((calendar) => changed(calendar, amendment)),
      calendars,
    );

const changed = (calendar: WorkingCalendar, change: CalendarChange): WorkingCalendar => {
  const here = ({ day }: NamedDay): boolean => Number(day.slice(0, 4)) === calendar.year;
  const holidays = change.holidays.filter(here);
  const makeUpDays = change.makeUpDays.filter(here);
  if (holidays.length + makeUpDays.length === 0) return calendar;
  const off = new Set<string>(holidays.map(({ day }) => day));
  const worked = new Set<string>(makeUpDays.map(({ day }) => day));
  const named = (days: readonly NamedDay[]) => days.map(({ day, name }) => [day, name]);
  const without = (days: Readonly<Record<string, string>>, gone: ReadonlySet<string>) =>
    Object.entries(days).filter(([day]) => !gone.has(day));
  return {
    ...calendar,
    version: nextVersion(calendar.version),
    holidays: Object.fromEntries([...without(calendar.holidays, worked), ...named(holidays)]),
    makeUpDays: Object.fromEntries([...without(calendar.makeUpDays, off), ...named(makeUpDays)]),
  };
};

/** `2027-0` → `2027-0+1` → `2027-0+2` */
const nextVersion = (version: string): string => {
  const [base = version, amendments = '0'] = version.split('+');
  return `${base}+${Number(amendments) + 1}`;
};

/** Whether the change says anything: each day must be what it is said not to be any more. */
export const checkedChange = (
  calendars: readonly WorkingCalendar[],
  change: CalendarChange,
): Outcome<CalendarChange> => {
  const book = makeCalendarBook(calendars);
  const wrong = [
    ...change.holidays.filter(({ day }) => !isWorked(book, day, true)),
    ...change.makeUpDays.filter(({ day }) => !isWorked(book, day, false)),
  ];
  const days = wrong.map(({ day }) => day);
  return days.length > 0 || change.holidays.length + change.makeUpDays.length === 0
    ? refuse({ code: 'amendment-empty', days })
    : done(change);
};

const isWorked = (book: CalendarBook, day: VietnamDay, expected: boolean): boolean => {
  const works = book.isWorkingDay(day);
  return works.ok && works.value === expected;
};
