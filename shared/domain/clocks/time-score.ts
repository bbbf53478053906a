import type { Dossier } from '#domain/dossier/dossier.ts';
import type { Instant } from '#domain/time/instant.ts';

/** How a dossier's time is scored (QĐ 766/QĐ-TTg, tiến độ giải quyết). */
export interface TimeScore {
  readonly supplementRequests: number;
  readonly isAskedTwice: boolean;
  readonly isLate: boolean;
  readonly countsAsOverdue: boolean;
}

/** Ended before there was a decision: nobody is late any more. */
const ended: readonly Dossier['status'][] = [
  'not-accepted',
  'supplement-requested',
  'payment-requested',
  'withdrawal-requested',
  'stopped',
];

/**
 * On time is what is decided by the date in force (NgayKetThucXuLy ≤ NgayHenTra). More than one request for
 * papers counts as overdue whatever the dates say: the citizen was not told completely, once.
 */
export const timeScoreOf = (dossier: Dossier, now: Instant): TimeScore => {
  const { status, acceptance, decision, supplements } = dossier;
  const dueAt = acceptance?.dueAt;
  const until = decision?.decidedAt ?? (ended.includes(status) ? undefined : now);
  const isLate = dueAt !== undefined && until !== undefined && until > dueAt;
  const isAskedTwice = supplements.length > 1;
  return {
    supplementRequests: supplements.length,
    isAskedTwice,
    isLate,
    countsAsOverdue: isLate || isAskedTwice,
  };
};
