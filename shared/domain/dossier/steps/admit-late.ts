import type { Staff } from '#domain/actor/actor.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import { addWorkingDays, type CalendarBook } from '#domain/deadline/working-calendar.ts';
import { done, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Dossier } from '../dossier.ts';
import { departmentOf, endingOf, lastPaymentOf, lastSupplementOf } from '../required.ts';
import { type Decision, forbidden } from './step.ts';

/** What a dossier that nobody answered was stopped for, and the last day that was given. */
const expired = (
  dossier: Dossier,
): { readonly of: 'papers' | 'payment'; readonly lastDay: VietnamDay } | undefined => {
  const { why } = endingOf(dossier);
  if (why === 'supplement-expired')
    return { of: 'papers', lastDay: lastSupplementOf(dossier).answerBy };
  return why === 'payment-expired'
    ? { of: 'payment', lastDay: lastPaymentOf(dossier).payBy }
    : undefined;
};

/**
 * Nhận trả lời quá hạn: the last day for papers or a payment was named by the department, so its own word, with
 * a reason, takes in what came after it; the case waits once more, until the next working day is over. Not where
 * the law itself says until when (NĐ 217/2026/NĐ-CP art. 54), and not once the papers have gone back.
 */
export const admitLateAnswer = (
  dossier: Dossier,
  { answerWithin }: Pick<Procedure, 'answerWithin'>,
  { staff, now }: { readonly staff: Staff; readonly now: Instant },
  reason: string,
  book: CalendarBook,
): Decision => {
  const refused = forbidden('admit-late-answer', dossier.status);
  if (refused) return refused;
  const missed = expired(dossier);
  if (!missed)
    return refuse({
      code: 'step-not-allowed',
      state: endingOf(dossier).why,
      step: 'admit-late-answer',
    });
  const { of, lastDay } = missed;
  if (answerWithin && of === 'papers')
    return refuse({ code: 'answer-day-of-law', answerBy: lastDay, ground: answerWithin.source });
  const isGoing = ({ kind }: { readonly kind: string }) => kind === 'citizen' || kind === 'carrier';
  if (dossier.custody.some(({ holder }) => isGoing(holder)))
    return refuse({ code: 'papers-elsewhere' });
  const answerBy = addWorkingDays(book, dayOf(now), 1);
  if (!answerBy.ok) return refuse({ code: 'calendar-missing', year: answerBy.year });
  return done([
    {
      type: 'late-answer-admitted',
      agency: departmentOf(dossier).agency,
      of,
      reason,
      lastDay,
      answerBy: answerBy.value,
      admittedBy: staff.id,
    },
  ]);
};
