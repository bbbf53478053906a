import type { Instant } from '#domain/time/instant.ts';
import { at, dayOf, minuteOf, plusDays } from '#domain/time/vietnam-time.ts';
import { type CalendarBook, type CalendarParsed, workingDayFrom } from './working-calendar.ts';

const endOfWork = 17 * 60;
const startOfWork = 7 * 60;
const lateFrom = 15 * 60;

/**
 * When the paper must be at the department: the same working day; received from 15:00 on, or on a
 * day off, the start of the next working day (NĐ 61/2018 art. 18(1)).
 */
export const transferBy = (receivedAt: Instant, book: CalendarBook): CalendarParsed<Instant> => {
  const today = dayOf(receivedAt);
  const works = book.isWorkingDay(today);
  if (works === undefined) return { ok: false, reason: 'calendar-missing' };
  if (works && minuteOf(receivedAt) < lateFrom) return { ok: true, value: at(today, endOfWork) };
  const next = workingDayFrom(book, plusDays(today, 1));
  return next.ok ? { ok: true, value: at(next.value, startOfWork) } : next;
};
