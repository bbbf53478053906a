import { type Instant, minutes } from '#domain/time/instant.ts';
import { at, dayOf, plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { endOfPause, type Pause } from './pause.ts';
import { endOf, startOf } from './sessions.ts';
import type { CalendarBook, CalendarParsed } from './working-calendar.ts';

export const startOfWork = (book: CalendarBook, day: VietnamDay): Instant =>
  at(day, startOf(book.sessionsOn(day)));

/** A term that is counted in days ends with the work of its last day. */
export const endOfWork = (book: CalendarBook, day: VietnamDay): Instant =>
  at(day, endOf(book.sessionsOn(day)));

interface Span {
  readonly from: number;
  readonly to: number;
}

const MINUTE = minutes(1);

/**
 * The moment when so many working minutes have passed since `start`, pauses left out; undefined while
 * an open pause keeps them from passing.
 */
export const addWorkingMinutes = (
  book: CalendarBook,
  start: Instant,
  amount: number,
  pauses: readonly Pause[] = [],
): CalendarParsed<Instant | undefined> => {
  let left = amount * MINUTE;
  const stopsAt = Math.min(...pauses.filter(({ to }) => to === undefined).map(({ from }) => from));
  for (let day = dayOf(start); ; day = plusDays(day, 1)) {
    if (at(day, 0) > stopsAt) return { ok: true, value: undefined };
    const spans = spansOf(book, day, start, pauses);
    if (!spans.ok) return spans;
    const passed = pass(spans.value, left);
    if (passed.reached !== undefined) return { ok: true, value: passed.reached };
    left = passed.left;
  }
};

const pass = (spans: readonly Span[], amount: number): { reached?: Instant; left: number } => {
  let left = amount;
  for (const { from, to } of spans) {
    if (to - from >= left) return { reached: (from + left) as Instant, left: 0 };
    left -= to - from;
  }
  return { left };
};

/** Giờ làm việc between two moments, in whole minutes; none when `to` is not later. */
export const workingMinutesBetween = (
  book: CalendarBook,
  from: Instant,
  to: Instant,
): CalendarParsed<number> => {
  let total = 0;
  for (let day = dayOf(from); day <= dayOf(to); day = plusDays(day, 1)) {
    const spans = spansOf(book, day, from, [{ from: to }]);
    if (!spans.ok) return spans;
    total += spans.value.reduce((sum, span) => sum + span.to - span.from, 0);
  }
  return { ok: true, value: Math.floor(total / MINUTE) };
};

/** The day's sessions after `start`, without what the pauses take. */
const spansOf = (
  book: CalendarBook,
  day: VietnamDay,
  start: Instant,
  pauses: readonly Pause[],
): CalendarParsed<readonly Span[]> => {
  const works = book.isWorkingDay(day);
  if (!works.ok) return works;
  if (!works.value) return { ok: true, value: [] };
  const sessions = book
    .sessionsOn(day)
    .map(({ from, to }) => ({ from: Math.max(at(day, from), start), to: at(day, to) }));
  return { ok: true, value: pauses.reduce(without, sessions).filter(({ from, to }) => from < to) };
};

const without = (spans: readonly Span[], pause: Pause): Span[] =>
  spans.flatMap(({ from, to }) =>
    [
      { from, to: Math.min(to, pause.from) },
      { from: Math.max(from, endOfPause(pause)), to },
    ].filter((span) => span.from < span.to),
  );
