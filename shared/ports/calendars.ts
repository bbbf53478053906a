import type { CalendarBook } from '#domain/deadline/working-calendar.ts';

/** The working calendars as amended until now. Asked per decision: an amendment needs no deployment. */
export interface Calendars {
  current(): Promise<CalendarBook>;
}
