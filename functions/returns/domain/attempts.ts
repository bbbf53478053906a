import {
  addWorkingDays,
  type CalendarBook,
  type CalendarParsed,
} from '#domain/deadline/working-calendar.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf, type VietnamDay } from '#domain/time/vietnam-time.ts';

/** How often a citizen is invited before the result goes back. */
export interface InvitationRule {
  readonly invitations: number;
  readonly workingDaysApart: number;
}

/** At least two invitations, two working days apart (TT 17/2017/TT-BTTTT). */
const lawful: InvitationRule = { invitations: 2, workingDaysApart: 2 };

export interface AttemptPlan {
  /** Invitations that count; a visit too soon after the last one counts for nothing. */
  readonly counted: readonly Instant[];
  readonly tooSoon: readonly Instant[];
  readonly next:
    | { readonly step: 'deliver' }
    | { readonly step: 'invite-again'; readonly notBefore: VietnamDay }
    | { readonly step: 'return-to-agency'; readonly notBefore: VietnamDay };
}

/**
 * What to do with a result that could not be handed over. The citizen gets the same working days to
 * answer the last invitation as between the others: TT 17/2017 names no time for it, and returning
 * it within the hour would make that invitation empty.
 */
export const attemptPlan = (
  failedAt: readonly Instant[],
  book: CalendarBook,
  rule: InvitationRule = lawful,
): CalendarParsed<AttemptPlan> => {
  const counted: Instant[] = [];
  const tooSoon: Instant[] = [];
  let notBefore: VietnamDay | undefined;
  for (const moment of [...failedAt].sort((a, b) => a - b)) {
    if (notBefore !== undefined && dayOf(moment) < notBefore) {
      tooSoon.push(moment);
      continue;
    }
    const next = addWorkingDays(book, dayOf(moment), rule.workingDaysApart);
    if (!next.ok) return next;
    counted.push(moment);
    notBefore = next.value;
  }
  return { ok: true, value: { counted, tooSoon, next: nextStep(counted.length, notBefore, rule) } };
};

const nextStep = (
  counted: number,
  notBefore: VietnamDay | undefined,
  { invitations }: InvitationRule,
): AttemptPlan['next'] => {
  if (notBefore === undefined) return { step: 'deliver' };
  return { step: counted < invitations ? 'invite-again' : 'return-to-agency', notBefore };
};
