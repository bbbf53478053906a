import { type Outcome, refuse } from '#domain/refusal.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import { type CalendarBook, workingDayFrom } from './working-calendar.ts';

/**
 * Ngày cuối cùng của thời hạn: a day that somebody types binds as the law counts it. Where it is not worked,
 * the term ends with the next day that is (Bộ luật Dân sự 2015 art. 148(5)). Every typed day that binds a
 * citizen passes here, when it is set and again when it is held against somebody: a holiday may have been
 * decided in between.
 */
export const lastDayFrom = (book: CalendarBook, typed: VietnamDay): Outcome<VietnamDay> => {
  const day = workingDayFrom(book, typed);
  return day.ok ? day : refuse({ code: 'calendar-missing', year: day.year });
};
