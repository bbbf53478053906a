import type { CalendarBook } from '#domain/deadline/working-calendar.ts';
import { endOfWork } from '#domain/deadline/working-time.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Dossier } from '../dossier.ts';
import { departmentOf } from '../required.ts';
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
 * (NĐ 61/2018 art. 19(9), since replaced by NĐ 118/2025). The new day is a working day, and later; how much later the law does not say.
 */
export const extendDeadline = (
  dossier: Dossier,
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
  const dueAt = extendedTo(previousDueAt, asked.newDueDay, book);
  if (!dueAt.ok) return dueAt;
  return done([
    {
      type: 'deadline-extended',
      leaseNo: claim.leaseNo,
      agency: departmentOf(dossier).agency,
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
  day: VietnamDay,
  book: CalendarBook,
): Outcome<Instant> => {
  const works = book.isWorkingDay(day);
  if (!works.ok) return refuse({ code: 'calendar-missing', year: works.year });
  const after = dayOf(previousDueAt);
  return day > after && works.value
    ? done(endOfWork(book, day))
    : refuse({ code: 'extension-day-invalid', after });
};
