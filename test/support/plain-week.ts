import { calendars as inForce } from '#data/calendars.ts';
import type { WorkingCalendar } from '#domain/deadline/working-calendar.ts';

/**
 * The province's calendars with a week from Monday 23/11/2026 that has no holiday in it: for tests of
 * steps, whose dates are not about 24/11. What that day does to a term is tested with the data itself.
 */
export const calendars: readonly WorkingCalendar[] = inForce.map((year) => ({
  ...year,
  holidays: Object.fromEntries(
    Object.entries(year.holidays).filter(([day]) => day !== '2026-11-24'),
  ),
}));
