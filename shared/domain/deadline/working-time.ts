import type { Instant } from '#domain/time/instant.ts';
import { at, dayOf, minuteOf, plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { CalendarBook, CalendarParsed } from './working-calendar.ts';

/** Working sessions of a day, minutes after midnight: 07:00–11:30 and 13:30–17:00 (domain §3). */
const sessions = [
  { from: 7 * 60, to: 11 * 60 + 30 },
  { from: 13 * 60 + 30, to: 17 * 60 },
] as const;

export const endOfDay = (day: VietnamDay): Instant => at(day, 17 * 60);

/** The moment when so many working minutes have passed since `start`. */
export const addWorkingMinutes = (
  book: CalendarBook,
  start: Instant,
  amount: number,
): CalendarParsed<Instant> => {
  let left = amount;
  let from = minuteOf(start);
  for (let day = dayOf(start); ; day = plusDays(day, 1), from = 0) {
    const works = book.isWorkingDay(day);
    if (works === undefined) return { ok: false, reason: 'calendar-missing' };
    if (!works) continue;
    for (const session of sessions) {
      const begin = Math.max(session.from, from);
      const length = Math.max(0, session.to - begin);
      if (length >= left && length > 0) return { ok: true, value: at(day, begin + left) };
      left -= length;
    }
  }
};
