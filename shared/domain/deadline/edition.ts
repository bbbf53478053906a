import type { WorkingCalendar } from './working-calendar.ts';

/** Which editions of the calendars were laid down: another text, and promised dates are looked at again. */
export interface CalendarEdition {
  readonly id: string;
  readonly version: number;
  /** `2026-2 2027-0` */
  readonly editions: string;
}

export const editionsOf = (calendars: readonly WorkingCalendar[]): string =>
  calendars
    .map(({ version }) => version)
    .sort()
    .join(' ');
