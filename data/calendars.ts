import type { WorkingCalendar } from '#domain/deadline/working-calendar.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';
import calendar2025 from './calendars/2025.json' with { type: 'json' };
import calendar2026 from './calendars/2026.json' with { type: 'json' };
import calendar2027 from './calendars/2027.json' with { type: 'json' };

/** A year's calendar as a province edits it. */
export interface CalendarFile {
  readonly year: number;
  readonly version: string;
  /** `provisional`: the decisions of that year are not out; appointments may move. */
  readonly status: 'final' | 'provisional';
  readonly source: string;
  readonly holidays: readonly { readonly day: VietnamDay; readonly name: string }[];
  readonly makeUpDays: readonly {
    readonly day: VietnamDay;
    readonly insteadOf: VietnamDay;
    readonly reason: string;
  }[];
  /** Days that may become holidays. They are worked until the law says otherwise. */
  readonly proposed: readonly {
    readonly day: VietnamDay;
    readonly name: string;
    readonly note: string;
  }[];
  readonly sessions: readonly (readonly [from: string, to: string])[];
}

export const calendarFiles = [
  calendar2025,
  calendar2026,
  calendar2027,
] as unknown as readonly CalendarFile[];

const toWorkingCalendar = (file: CalendarFile): WorkingCalendar => ({
  year: file.year,
  version: file.version,
  holidays: Object.fromEntries(file.holidays.map(({ day, name }) => [day, name])),
  makeUpDays: Object.fromEntries(file.makeUpDays.map(({ day, reason }) => [day, reason])),
  sessions: file.sessions,
});

export const calendars: readonly WorkingCalendar[] = /* @__PURE__ */ calendarFiles.map(
  toWorkingCalendar,
);
