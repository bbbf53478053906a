import type { VietnamDay } from '#domain/time/vietnam-time.ts';

type Times = readonly (readonly [from: string, to: string])[];

/**
 * Giờ tiếp nhận: when a counter is open. Not the legal working time (`WorkingCalendar`), which alone
 * moves a deadline: a counter may serve on Saturday, and the term runs on.
 */
export interface OpeningHours {
  /** Weekdays 1 (Monday) … 7 with their sessions, `HH:MM`; a weekday that stands nowhere is closed. */
  readonly weekly: readonly { readonly weekdays: readonly number[]; readonly sessions: Times }[];
  /** On public holidays of the working calendar. */
  readonly onHolidays: 'closed' | 'as-usual';
  /** Single days that differ; without a session the counter is closed. */
  readonly exceptions?: readonly {
    readonly day: VietnamDay;
    readonly sessions: Times;
    readonly reason: string;
  }[];
}
