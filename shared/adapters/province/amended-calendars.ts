import { amended } from '#domain/deadline/amendment.ts';
import { withProvisionalYears } from '#domain/deadline/provisional-year.ts';
import {
  type CalendarBook,
  makeCalendarBook,
  type WorkingCalendar,
} from '#domain/deadline/working-calendar.ts';
import { type Milliseconds, minus, seconds } from '#domain/time/instant.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Clock } from '#ports/clock.ts';
import { amendmentKind } from '#ports/kernel-records.ts';
import type { DossierIndex, UnitOfWork } from '#ports/unit-of-work.ts';

interface Stores {
  readonly ledger: Pick<UnitOfWork, 'record'>;
  readonly index: Pick<DossierIndex, 'listed'>;
  readonly clock: Clock;
}

/** How long a running function may count with the calendar before an amendment. */
const kept: Milliseconds = seconds(10);

/** More amendments in force than a few a year would be an error of their own. */
const most = 100;

/** The calendars that the province laid down, provisional ones after them, with every confirmed amendment. */
export const calendarsInForce = async (
  { ledger, index }: Pick<Stores, 'ledger' | 'index'>,
  laidDown: readonly WorkingCalendar[],
): Promise<readonly WorkingCalendar[]> => {
  const { items } = await index.listed(amendmentKind, 'in-force', { limit: most });
  const all = await Promise.all(items.map((id) => ledger.record(amendmentKind, id)));
  return amended(
    withProvisionalYears(laidDown),
    all.filter((amendment) => amendment !== undefined),
  );
};

/** What the calendars in force say, read again after ten seconds. */
export const makeCalendars = (stores: Stores, laidDown: readonly WorkingCalendar[]): Calendars => {
  let last: { readonly readAt: number; readonly book: CalendarBook } | undefined;
  return {
    current: async () => {
      const now = stores.clock.now();
      if (last && last.readAt > minus(now, kept)) return last.book;
      const book = makeCalendarBook(await calendarsInForce(stores, laidDown));
      last = { readAt: now, book };
      return book;
    },
  };
};
