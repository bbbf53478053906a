import type { Procedure } from '#domain/catalogue/procedure.ts';
import { dueDate } from '#domain/deadline/due-date.ts';
import type { CalendarBook } from '#domain/deadline/working-calendar.ts';
import { endOfWork } from '#domain/deadline/working-time.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Dossier } from '../dossier.ts';
import { type LeaseClaim, unfit } from './lease.ts';
import { type Decision, forbidden } from './step.ts';

export interface ExtensionAsked {
  readonly reason: string;
  readonly newDueDay: VietnamDay;
  /** A leader's reason for a second extension; the law knows one only. */
  readonly override?: string;
}

/**
 * Xin lỗi và hẹn lại (Mẫu 04): at least a day before the appointment, once, with reason and new date
 * (NĐ 61/2018 art. 19(9)). The new day is a working day, later, and by no more than the procedure's own
 * term again.
 */
export const extendDeadline = (
  dossier: Dossier,
  procedure: Procedure,
  claim: LeaseClaim,
  asked: ExtensionAsked,
  book: CalendarBook,
): Decision => {
  const refused = forbidden('extend-deadline', dossier.status) ?? unfit(dossier, claim);
  if (refused) return refused;
  const previousDueAt = dossier.acceptance?.dueAt;
  if (previousDueAt === undefined) return refuse({ code: 'no-deadline' });
  if (dayOf(claim.now) >= dayOf(previousDueAt)) return refuse({ code: 'extension-too-late' });
  if (dossier.extension && !asked.override) return refuse({ code: 'extension-repeated' });
  const dueAt = extendedTo(previousDueAt, procedure, asked.newDueDay, book);
  if (!dueAt.ok) return dueAt;
  return done([
    {
      type: 'deadline-extended',
      leaseNo: claim.leaseNo,
      agency: dossier.department?.agency ?? '',
      reason: asked.reason,
      dueAt: dueAt.value,
      previousDueAt,
      extendedBy: claim.holder,
      ...(asked.override !== undefined && { override: asked.override }),
    },
  ]);
};

const extendedTo = (
  previousDueAt: Instant,
  { timeRule }: Procedure,
  day: VietnamDay,
  book: CalendarBook,
): Outcome<Instant> => {
  const longest = dueDate({ startedAt: previousDueAt, rule: timeRule, book });
  if (!longest.ok) return refuse({ code: 'calendar-missing', year: longest.year });
  const works = book.isWorkingDay(day);
  if (!works.ok) return refuse({ code: 'calendar-missing', year: works.year });
  const last = longest.value.dueAt ?? previousDueAt;
  const isLater = day > dayOf(previousDueAt) && day <= dayOf(last);
  return isLater && works.value
    ? done(endOfWork(book, day))
    : refuse({ code: 'extension-day-invalid', after: dayOf(previousDueAt), until: dayOf(last) });
};
