import type { Procedure } from '#domain/catalogue/procedure.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf, plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import type { Dossier, SupplementItem } from '../dossier.ts';
import { type LeaseClaim, unfit } from './lease.ts';
import { unshown } from './scans.ts';
import { type Decision, forbidden } from './step.ts';

export interface SupplementAsked {
  readonly items: readonly SupplementItem[];
  readonly reason: string;
  readonly answerBy: VietnamDay;
  /** The officer has read that a second request counts as overdue, and asks all the same. */
  readonly confirmsRepeat: boolean;
}

/** Longest time that a citizen is given; what has no end is never closed. */
const longestAnswer = 180;

/**
 * Yêu cầu bổ sung: one consolidated list (NĐ 61/2018 art. 15(3), 19(4)). Only components of the
 * published procedure may be asked for (QĐ 45/2016 art. 16(5)). A second request counts as overdue
 * in QĐ 766/QĐ-TTg, so the officer must say that it is meant.
 */
export const requestSupplement = (
  dossier: Dossier,
  procedure: Procedure,
  claim: LeaseClaim,
  asked: SupplementAsked,
): Decision => {
  const refused = forbidden('request-supplement', dossier.status) ?? unfit(dossier, claim);
  if (refused) return refused;
  const published = new Set(procedure.components.map(({ id }) => id));
  const foreign = asked.items.find(({ id }) => !published.has(id));
  if (foreign) return refuse({ code: 'component-unknown', component: foreign.id });
  if (!isAnswerDay(asked.answerBy, dayOf(claim.now))) return refuse({ code: 'answer-day-invalid' });
  if (dossier.supplements.length > 0 && !asked.confirmsRepeat)
    return refuse({ code: 'supplement-repeated', earlier: dossier.supplements.length });
  const { items, reason, answerBy } = asked;
  return done([
    {
      type: 'supplement-requested',
      leaseNo: claim.leaseNo,
      agency: dossier.department?.agency ?? '',
      items,
      reason,
      answerBy,
      requestedAt: claim.now,
      requestedBy: claim.holder,
    },
  ]);
};

/** Whether a citizen may be given until this day to answer. */
export const isAnswerDay = (day: VietnamDay, today: VietnamDay): boolean =>
  day > today && day <= plusDays(today, longestAnswer);

/** Whether everything that was asked for is here and readable; scans made before do not count. */
export const suppliedFully = (dossier: Dossier): Outcome<Dossier> => {
  const refused = forbidden('receive-supplement', dossier.status);
  if (refused) return refused;
  const asked = dossier.supplements.at(-1);
  if (!asked) throw new Error(`${dossier.id} is asked for nothing`);
  const since = dossier.scans.filter((scan) => scan.requestedAt >= asked.requestedAt);
  const open = since.filter(({ state }) => state === 'quarantined');
  if (open.length > 0) return refuse({ code: 'scan-unverified', scans: open.map(({ id }) => id) });
  const unscanned = unshown(dossier);
  return unscanned.length > 0
    ? refuse({ code: 'component-unscanned', components: unscanned.map(({ id }) => id) })
    : done(dossier);
};

export interface NewTerms {
  readonly manifestHash: string;
  readonly office: string;
  readonly dueAt?: Instant;
  readonly calendarVersions: readonly string[];
}

/** The papers are complete: the dossier lies in the inbox again, with a new term and manifest. */
export const receiveSupplement = (dossier: Dossier, terms: NewTerms): Decision => {
  const supplied = suppliedFully(dossier);
  return supplied.ok ? done([{ type: 'supplement-received', ...terms }]) : supplied;
};

/** Another post office than the dossier's own takes what was asked for in; once it is known, nothing. */
export const joinOffice = (dossier: Dossier, office: string): Decision => {
  const refused = forbidden('join-office', dossier.status);
  if (refused) return refused;
  return [dossier.office, dossier.guestOffice].includes(office)
    ? done([])
    : done([{ type: 'office-joined', office }]);
};
