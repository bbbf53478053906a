import type { Instant } from '#domain/time/instant.ts';
import { dayOf, minuteOf } from '#domain/time/vietnam-time.ts';
import { type CalendarBook, type CalendarParsed, nextWorkingDay } from './working-calendar.ts';
import { endOfWork, startOfWork } from './working-time.ts';

const lateFrom = 15 * 60;

/**
 * When the paper must be at the department: the same working day; received from 15:00 on, or on a
 * day off, the start of the next working day (NĐ 118/2025 art. 18(2)). It moves the transfer, not the
 * start of the procedure's clock (domain §3).
 */
export const transferBy = (receivedAt: Instant, book: CalendarBook): CalendarParsed<Instant> => {
  const today = dayOf(receivedAt);
  const works = book.isWorkingDay(today);
  if (!works.ok) return works;
  if (works.value && minuteOf(receivedAt) < lateFrom)
    return { ok: true, value: endOfWork(book, today) };
  const next = nextWorkingDay(book, today);
  return next.ok ? { ok: true, value: startOfWork(book, next.value) } : next;
};
