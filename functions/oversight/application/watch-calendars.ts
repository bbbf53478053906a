import { isProvisionalEdition } from '#domain/deadline/provisional-year.ts';
import type { WorkingCalendar } from '#domain/deadline/working-calendar.ts';
import { days, plus } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { Clock } from '#ports/clock.ts';

interface Deps {
  readonly clock: Clock;
  /** In force: laid down, amended, and provisional where a year's decisions are not out. */
  readonly calendars: () => Promise<readonly WorkingCalendar[]>;
}

/** Before the year's first day: decisions for Tết come in autumn, and terms reach over the turn. */
const ahead = days(120);

interface CalendarYear {
  readonly year: number;
  readonly version: string;
  readonly isProvisional: boolean;
  /** It begins soon or has begun, and appointments are being given by it. */
  readonly isDue: boolean;
}

/** Lịch chưa chốt: the calendars in force, and which of them somebody must see decided now. */
export const makeWatchCalendars =
  ({ clock, calendars }: Deps) =>
  async (): Promise<readonly CalendarYear[]> => {
    const until = Number(dayOf(plus(clock.now(), ahead)).slice(0, 4));
    return (await calendars()).map(({ year, version }) => {
      const isProvisional = isProvisionalEdition(version);
      return { year, version, isProvisional, isDue: isProvisional && year <= until };
    });
  };
