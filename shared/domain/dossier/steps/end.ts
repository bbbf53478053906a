import type { Staff } from '#domain/actor/actor.ts';
import { lastDayFrom } from '#domain/deadline/last-day.ts';
import type { CalendarBook } from '#domain/deadline/working-calendar.ts';
import { done, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { Dossier } from '../dossier.ts';
import { departmentOf, endingOf, lastSupplementOf } from '../required.ts';
import { type LeaseClaim, unfit } from './lease.ts';
import { type Decision, forbidden } from './step.ts';

/**
 * Từ chối tiếp nhận (Mẫu 03, status 3): the department that would have to settle it does not take it in,
 * in writing and with its reason. A postal clerk cannot: the counter guides, it does not judge (QĐ
 * 45/2016 art. 16(5)). Filing again gets a new code.
 */
export const refuseReception = (
  dossier: Dossier,
  { staff, now }: { readonly staff: Staff; readonly now: Instant },
  reason: string,
): Decision => {
  const refused = forbidden('refuse-reception', dossier.status);
  if (refused) return refused;
  if (!staff.agency || dossier.slip?.agency !== staff.agency)
    return refuse({ code: 'dossier-unknown' });
  return done([
    {
      type: 'reception-refused',
      agency: staff.agency,
      reason,
      refusedBy: staff.id,
      refusedAt: now,
    },
  ]);
};

/** What the clerk has said and the citizen does not heed: the dossier goes its way all the same. */
export const recordWarning = (dossier: Dossier, text: string): Decision =>
  forbidden('record-warning', dossier.status) ?? done([{ type: 'warning-recorded', text }]);

/**
 * Rút hồ sơ (status 7): the citizen's right until there is a decision. What no department has yet is
 * closed at once; otherwise the department confirms, because it must give the papers back.
 */
export const requestWithdrawal = (dossier: Dossier, reason: string): Decision => {
  const refused = forbidden('request-withdrawal', dossier.status);
  if (refused) return refused;
  return done([
    { type: 'withdrawal-requested', reason },
    ...(dossier.department ? [] : [{ type: 'withdrawal-granted' } as const]),
  ]);
};

export const grantWithdrawal = (dossier: Dossier): Decision =>
  forbidden('grant-withdrawal', dossier.status) ?? done([{ type: 'withdrawal-granted' }]);

/** Dừng giải quyết (TT 03/2025 Mẫu 05, status 8), with its reason; the clock stands still. */
export const stopDossier = (dossier: Dossier, claim: LeaseClaim, reason: string): Decision =>
  forbidden('stop', dossier.status) ??
  unfit(dossier, claim) ??
  done([
    {
      type: 'dossier-stopped',
      agency: departmentOf(dossier).agency,
      why: 'department',
      reason,
      stoppedBy: claim.holder,
    },
  ]);

/** Hết hạn bổ sung: what was asked for did not come in time (status 8). */
export const expireSupplement = (dossier: Dossier, now: Instant, book: CalendarBook): Decision => {
  const refused = forbidden('expire-supplement', dossier.status);
  if (refused) return refused;
  const asked = lastSupplementOf(dossier);
  const last = lastDayFrom(book, asked.answerBy);
  if (!last.ok) return last;
  if (dayOf(now) <= last.value) return refuse({ code: 'supplement-runs' });
  return done([
    {
      type: 'dossier-stopped',
      agency: departmentOf(dossier).agency,
      why: 'supplement-expired',
      reason: asked.reason,
      stoppedBy: 'system',
    },
  ]);
};

/** Giải quyết tiếp: only what the department has stopped, never what the citizen has withdrawn. */
export const resumeDossier = (
  dossier: Dossier,
  terms: { readonly dueAt?: Instant; readonly calendarVersions: readonly string[] },
): Decision => {
  const refused = forbidden('resume', dossier.status);
  if (refused) return refused;
  const { why } = endingOf(dossier);
  return why === 'department'
    ? done([{ type: 'dossier-resumed', ...terms }])
    : refuse({ code: 'step-not-allowed', state: why, step: 'resume' });
};
