import { plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { type Pause, pauseOver } from './pause.ts';
import type { CalendarBook, CalendarMissing, CalendarParsed } from './working-calendar.ts';

/** A run of days that a term did not count, for one reason. */
export interface Uncounted {
  readonly from: VietnamDay;
  readonly to: VietnamDay;
  /** A holiday's name, `weekend`, or the pause that stopped the count. */
  readonly why: string | Pause;
}

export interface DayCount {
  /** The last day of the term; absent while an open pause stops the count. */
  readonly lastDay?: VietnamDay;
  /** Every day from the first to the last that was not counted, in runs. */
  readonly uncounted: readonly Uncounted[];
}

interface Term {
  /** The first day that may count. */
  readonly first: VietnamDay;
  readonly amount: number;
  readonly pauses: readonly Pause[];
  readonly book: CalendarBook;
}

interface Known<T> {
  readonly ok: true;
  readonly value: T;
}

/** Why a day is not counted; undefined when it is. */
type Reason<Failed> = (day: VietnamDay) => Known<string | Pause | undefined> | Failed;

/** Ngày làm việc: weekends, holidays and paused days are not counted. */
export const countWorkingDays = ({ first, amount, pauses, book }: Term): CalendarParsed<DayCount> =>
  walk<CalendarMissing>(first, amount, (day) => {
    const dayOff = dayOffReason(book, day);
    return dayOff.ok ? { ok: true, value: dayOff.value ?? pauseOver(pauses, day) } : dayOff;
  });

/** Ngày: every day is counted that is not paused. */
export const countCalendarDays = ({ first, amount, pauses }: Omit<Term, 'book'>): DayCount =>
  walk<never>(first, amount, (day) => ({ ok: true, value: pauseOver(pauses, day) })).value;

const walk = <Failed extends { readonly ok: false }>(
  first: VietnamDay,
  amount: number,
  reason: Reason<Failed>,
): Known<DayCount> | Failed => {
  const runs: Uncounted[] = [];
  let left = amount;
  for (let day = first; ; day = plusDays(day, 1)) {
    const why = reason(day);
    if (!why.ok) return why;
    if (why.value === undefined) left -= 1;
    else if (isOpen(why.value)) return { ok: true, value: { uncounted: runs } };
    else extend(runs, day, why.value);
    if (left <= 0) return { ok: true, value: { lastDay: day, uncounted: runs } };
  }
};

const isOpen = (why: string | Pause): boolean => typeof why !== 'string' && why.to === undefined;

/** A Tết of nine days is one line. */
const extend = (runs: Uncounted[], day: VietnamDay, why: string | Pause): void => {
  const last = runs.at(-1);
  const continues = last?.why === why && plusDays(last.to, 1) === day;
  if (last && continues) runs[runs.length - 1] = { ...last, to: day };
  else runs.push({ from: day, to: day, why });
};

/** Days off from one day to another, both included, of a time that has been counted already. */
export const daysOff = (
  book: CalendarBook,
  from: VietnamDay,
  to: VietnamDay,
): readonly Uncounted[] => {
  const runs: Uncounted[] = [];
  for (let day = from; day <= to; day = plusDays(day, 1)) {
    const why = dayOffReason(book, day);
    if (why.ok && why.value !== undefined) extend(runs, day, why.value);
  }
  return runs;
};

const dayOffReason = (book: CalendarBook, day: VietnamDay): CalendarParsed<string | undefined> => {
  const works = book.isWorkingDay(day);
  if (!works.ok) return works;
  return { ok: true, value: works.value ? undefined : (book.holidayName(day) ?? 'weekend') };
};
