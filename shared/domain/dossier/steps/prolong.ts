import type { Procedure, Prolongation } from '#domain/catalogue/procedure.ts';
import { addWorkingDays, type CalendarBook } from '#domain/deadline/working-calendar.ts';
import { endOfWork } from '#domain/deadline/working-time.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { countedBy, isOfThisTerm } from '../appointment.ts';
import type { Dossier } from '../dossier.ts';
import { countedDueOf, departmentOf } from '../required.ts';
import { type LeaseClaim, unfit } from './lease.ts';
import { type Decision, forbidden } from './step.ts';

export interface ProlongationAsked {
  /** Which of the procedure's prolongations. */
  readonly prolongation: string;
  /** What has to be verified, for the citizen to read. */
  readonly reason: string;
  readonly newDueDay: VietnamDay;
  /** Number and day of the written agreement with the citizen, where the law lets one go beyond. */
  readonly agreement?: string;
}

/**
 * Kéo dài thời hạn theo luật (Luật Hộ tịch 60/2014/QH13 art. 18(2), 25(2), 28(2); NĐ 23/2015/NĐ-CP art. 21,
 * 37): the law itself gives more time where something must be verified. No apology, and nobody is late by
 * it: also on the day itself, by at most what the procedure's article says, once a term for each ground.
 */
export const prolongTerm = (
  dossier: Dossier,
  procedure: Procedure,
  claim: LeaseClaim,
  asked: ProlongationAsked,
  book: CalendarBook,
): Decision => {
  const refused = forbidden('prolong', dossier.status) ?? unfit(dossier, claim);
  if (refused) return refused;
  const previousDueAt = dossier.acceptance?.dueAt;
  if (previousDueAt === undefined) return refuse({ code: 'no-deadline' });
  const granted = grantedBy(dossier, procedure, asked);
  if (!granted.ok) return granted;
  if (dayOf(claim.now) > dayOf(previousDueAt)) return refuse({ code: 'prolongation-too-late' });
  const limits = { after: dayOf(previousDueAt), law: granted.value };
  const day = newDayOf(dossier, procedure, asked, { ...limits, book });
  if (!day.ok) return day;
  const { prolongation, reason, agreement } = asked;
  return done([
    {
      type: 'deadline-prolonged',
      leaseNo: claim.leaseNo,
      agency: departmentOf(dossier).agency,
      prolongation,
      ground: granted.value.ground,
      reason,
      dueAt: endOfWork(book, day.value),
      previousDueAt,
      prolongedBy: claim.holder,
      ...(agreement !== undefined && { agreement }),
    },
  ]);
};

/** What the procedure's law grants under that name, if it may be used now. */
const grantedBy = (
  dossier: Dossier,
  { prolongations = [] }: Pick<Procedure, 'prolongations'>,
  { prolongation, agreement }: ProlongationAsked,
): Outcome<Prolongation> => {
  const law = prolongations.find(({ id }) => id === prolongation);
  if (!law)
    return refuse({
      code: 'prolongation-unknown',
      prolongations: prolongations.map(({ id }) => id),
    });
  if (agreement !== undefined && !law.byAgreement)
    return refuse({ code: 'prolongation-not-by-agreement' });
  if (agreement === undefined && !law.most) return refuse({ code: 'prolongation-unagreed' });
  const isUsed = (dossier.prolongations ?? []).some(
    (each) => each.prolongation === prolongation && isOfThisTerm(dossier, each.prolongedAt),
  );
  // What both have put in writing may be put in writing again.
  return isUsed && agreement === undefined ? refuse({ code: 'prolongation-repeated' }) : done(law);
};

/** The asked day, where it is worked, later than the date in force and within what the law gives. */
const newDayOf = (
  dossier: Dossier,
  procedure: Procedure,
  { newDueDay, agreement }: ProlongationAsked,
  {
    after,
    law,
    book,
  }: { readonly after: VietnamDay; readonly law: Prolongation; readonly book: CalendarBook },
): Outcome<VietnamDay> => {
  const last: Outcome<VietnamDay | undefined> =
    law.most && agreement === undefined
      ? lastDay(dossier, procedure, law.most, { after, book })
      : done(undefined);
  if (!last.ok) return last;
  const works = book.isWorkingDay(newDueDay);
  if (!works.ok) return refuse({ code: 'calendar-missing', year: works.year });
  const until = last.value;
  const isWithin = newDueDay > after && (until === undefined || newDueDay <= until);
  return isWithin && works.value
    ? done(newDueDay)
    : refuse({
        code: 'prolongation-day-invalid',
        after,
        ...(until !== undefined && { until }),
      });
};

/** Of a whole term, its last day counted as the term itself is; of extra days, so many after the date in force. */
const lastDay = (
  dossier: Dossier,
  procedure: Procedure,
  { workingDays, of }: NonNullable<Prolongation['most']>,
  { after, book }: { readonly after: VietnamDay; readonly book: CalendarBook },
): Outcome<VietnamDay> => {
  if (of === 'extra') {
    const day = addWorkingDays(book, after, workingDays);
    return day.ok ? done(day.value) : refuse({ code: 'calendar-missing', year: day.year });
  }
  const rule = { unit: 'working-days', amount: workingDays, startPolicy: 'next-day' } as const;
  const counted = countedBy(dossier, procedure, rule, book);
  return counted.ok ? done(dayOf(countedDueOf(dossier, counted.value))) : counted;
};
