import type { Procedure } from '#domain/catalogue/procedure.ts';
import { lastDayFrom } from '#domain/deadline/last-day.ts';
import {
  addWorkingDays,
  type CalendarBook,
  type CalendarParsed,
} from '#domain/deadline/working-calendar.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf, plusDays, type VietnamDay } from '#domain/time/vietnam-time.ts';
import { closingManifest, stillComing } from '../abandoned-scans.ts';
import { startOf } from '../appointment.ts';
import type { Dossier, SupplementItem } from '../dossier.ts';
import { handing } from '../handing.ts';
import { acceptanceOf, departmentOf, lastSupplementOf } from '../required.ts';
import { type LeaseClaim, unfit } from './lease.ts';
import { unshown } from './scans.ts';
import { type Decision, forbidden } from './step.ts';

export interface SupplementAsked {
  readonly items: readonly SupplementItem[];
  readonly reason: string;
  /** As typed; it binds as the calendar says. */
  readonly answerBy: VietnamDay;
  /** The officer has read that a second request counts as overdue, and asks all the same. */
  readonly confirmsRepeat: boolean;
}

/** Longest time that a citizen is given; what has no end is never closed. */
const longestAnswer = 180;

/**
 * Yêu cầu bổ sung: one consolidated list (NĐ 61/2018 art. 15(3), 19(4), since replaced by NĐ 118/2025). Only components of the
 * published procedure may be asked for (QĐ 45/2016 art. 16(5)). A second request counts as overdue
 * in QĐ 766/QĐ-TTg, so the officer must say that it is meant.
 */
export const requestSupplement = (
  dossier: Dossier,
  procedure: Procedure,
  claim: LeaseClaim,
  asked: SupplementAsked,
  book: CalendarBook,
): Decision => {
  const refused = forbidden('request-supplement', dossier.status) ?? unfit(dossier, claim);
  if (refused) return refused;
  const published = new Set(procedure.components.map(({ id }) => id));
  const foreign = asked.items.find(({ id }) => !published.has(id));
  if (foreign) return refuse({ code: 'component-unknown', component: foreign.id });
  // NĐ 309/2026 art. 2(2a): what is in a published data base may not be demanded on paper.
  const kept = keptInDataBase(procedure, asked);
  if (kept) return refuse({ code: 'paper-in-data-base', ...kept });
  const answerBy = answerDay(book, asked.answerBy, dayOf(claim.now));
  if (!answerBy.ok) return answerBy;
  if (dossier.supplements.length > 0 && !asked.confirmsRepeat)
    return refuse({ code: 'supplement-repeated', earlier: dossier.supplements.length });
  const late = askedAfter(dossier, book, claim.now);
  const { items, reason } = asked;
  return done([
    {
      type: 'supplement-requested',
      leaseNo: claim.leaseNo,
      agency: departmentOf(dossier).agency,
      items,
      reason,
      answerBy: answerBy.value,
      ...(late !== undefined && { askBy: late }),
      requestedAt: claim.now,
      requestedBy: claim.holder,
    },
  ]);
};

/** So many working days after the acceptance, or after the last answer, a request may still come. */
const askWithin = 3;

/**
 * The day until which the papers should have been asked for, where it has passed (NĐ 61/2018 art. 19(4), since replaced by NĐ 118/2025; whether
 * NĐ 118/2025 keeps it is not known here, so it is flagged and not refused).
 */
const askedAfter = (dossier: Dossier, book: CalendarBook, now: Instant): VietnamDay | undefined => {
  const since = dossier.supplements.at(-1)?.receivedAt ?? startOf(acceptanceOf(dossier));
  const last = addWorkingDays(book, dayOf(since), askWithin);
  // Where no calendar counts the days, nothing is flagged: a flag holds nobody up.
  return last.ok && dayOf(now) > last.value ? last.value : undefined;
};

/** The last day that binds the citizen who may be given until the typed one to answer. */
export const answerDay = (
  book: CalendarBook,
  typed: VietnamDay,
  today: VietnamDay,
): Outcome<VietnamDay> =>
  typed > today && typed <= plusDays(today, longestAnswer)
    ? lastDayFrom(book, typed)
    : refuse({ code: 'answer-day-invalid' });

/** The first asked component that a public data base holds. */
const keptInDataBase = ({ components }: Procedure, { items }: SupplementAsked) => {
  const asked = new Set(items.map(({ id }) => id));
  return components.flatMap(({ id: component, dataBase }) =>
    dataBase !== undefined && asked.has(component) ? [{ component, dataBase }] : [],
  )[0];
};

/** The one day until which the law lets a citizen answer, where it does; then the request is refused. */
export const answerDayOfLaw = (
  { answerWithin }: Pick<Procedure, 'answerWithin'>,
  book: CalendarBook,
  now: Instant,
): CalendarParsed<{ readonly answerBy: VietnamDay; readonly ground: string } | undefined> => {
  if (!answerWithin) return { ok: true, value: undefined };
  const day = addWorkingDays(book, dayOf(now), answerWithin.workingDays);
  return day.ok ? { ok: true, value: { answerBy: day.value, ground: answerWithin.source } } : day;
};

/** Whether everything that was asked for is here and readable; scans made before do not count. */
export const suppliedFully = (dossier: Dossier, now: Instant): Outcome<Dossier> => {
  const refused = forbidden('receive-supplement', dossier.status);
  if (refused) return refused;
  const asked = lastSupplementOf(dossier);
  const open = stillComing(dossier, now).filter((scan) => scan.requestedAt >= asked.requestedAt);
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
export const receiveSupplement = (dossier: Dossier, terms: NewTerms, now: Instant): Decision => {
  const supplied = suppliedFully(dossier, now);
  return supplied.ok
    ? handing(dossier, [
        ...closingManifest(dossier, now),
        { type: 'supplement-received', ...terms },
      ])
    : supplied;
};

/** Another post office than the dossier's own takes what was asked for in; once it is known, nothing. */
export const joinOffice = (dossier: Dossier, office: string): Decision => {
  const refused = forbidden('join-office', dossier.status);
  if (refused) return refused;
  return [dossier.office, dossier.guestOffice].includes(office)
    ? done([])
    : done([{ type: 'office-joined', office }]);
};
