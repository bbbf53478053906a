import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Calendars } from '#ports/calendars.ts';

export interface DayOff {
  readonly day: VietnamDay;
  /** Of a holiday. */
  readonly name?: string;
}

/** The days between two, both included, on which nobody works. */
export const makeListDaysOff =
  ({ calendars }: { readonly calendars: Calendars }) =>
  async (from: VietnamDay, to: VietnamDay): Promise<Outcome<readonly DayOff[]>> => {
    const book = await calendars.current();
    const off: DayOff[] = [];
    for (let day = from; day <= to; day = plusDays(day, 1)) {
      const works = book.isWorkingDay(day);
      if (!works.ok) return refuse({ code: 'calendar-missing', year: works.year });
      const name = book.holidayName(day);
      if (!works.value) off.push({ day, ...(name !== undefined && { name }) });
    }
    return done(off);
  };
