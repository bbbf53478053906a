import { lastDayFrom } from '#domain/deadline/last-day.ts';
import { addWorkingDays, type CalendarBook } from '#domain/deadline/working-calendar.ts';
import { endOfWork } from '#domain/deadline/working-time.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { servedUntil } from '#domain/dossier/ending.ts';
import { knownAs } from '#domain/dossier/paper-number.ts';
import type { Ulid } from '#domain/identifiers/ulid.ts';
import { done, type Outcome, type Refused, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf, monthsAfter } from '#domain/time/vietnam-time.ts';

/** What of the service is complained of. */
export const complaintSubjects = ['delay', 'loss', 'damage', 'fee', 'conduct', 'other'] as const;
export type ComplaintSubject = (typeof complaintSubjects)[number];

/** Nội tỉnh, or liên tỉnh: where the parcel or the papers went beyond the province. */
export const complaintRoutes = ['within-province', 'inter-province'] as const;
export type ComplaintRoute = (typeof complaintRoutes)[number];

export const complaintOutcomes = ['upheld', 'rejected'] as const;
export type ComplaintOutcome = (typeof complaintOutcomes)[number];

export const complaintStates = ['open', 'answered'] as const;
export type ComplaintState = (typeof complaintStates)[number];

/** Khiếu nại of the postal service with one dossier. */
export interface Complaint {
  readonly id: Ulid;
  readonly version: number;
  readonly dossierId: string;
  /** What is written on the citizen's paper. */
  readonly dossierNumber: string;
  readonly office: string;
  readonly subject: ComplaintSubject;
  readonly route: ComplaintRoute;
  /** In the citizen's words. */
  readonly text: string;
  readonly lodgedAt: Instant;
  /** The clerk's pseudonym. */
  readonly lodgedBy: string;
  /** The end of the last day on which it is to be answered. */
  readonly answerBy: Instant;
  readonly answer?: ComplaintAnswer;
}

export interface ComplaintAnswer {
  readonly at: Instant;
  readonly by: string;
  readonly outcome: ComplaintOutcome;
  readonly text: string;
}

/** Within so many working days it is answered (TT 17/2017/TT-BTTTT art. 8). */
const answeredWithin: Readonly<Record<ComplaintRoute, number>> = {
  'within-province': 5,
  'inter-province': 7,
};

/** So long after the service has ended somebody may complain of it (TT 17/2017 art. 8). */
const months = 6;

export const stateOf = ({ answer }: Pick<Complaint, 'answer'>): ComplaintState =>
  answer ? 'answered' : 'open';

/** Late in being answered: its day has passed, or had when the answer came. */
export const isLate = ({ answer, answerBy }: Complaint, now: Instant): boolean =>
  (answer?.at ?? now) > answerBy;

const tooLate = (dossier: Dossier, now: Instant, book: CalendarBook): Refused | undefined => {
  // While the post has not done with it there is no last day.
  const served = servedUntil(dossier);
  if (served === undefined) return undefined;
  const until = lastDayFrom(book, monthsAfter(dayOf(served), months));
  if (!until.ok) return until;
  return dayOf(now) > until.value
    ? refuse({ code: 'complaint-too-late', until: until.value })
    : undefined;
};

export interface ComplaintLodged
  extends Pick<Complaint, 'id' | 'subject' | 'route' | 'text' | 'lodgedBy'> {
  readonly now: Instant;
}

/** Tiếp nhận khiếu nại: with the day by which it is answered. */
export const lodge = (
  dossier: Dossier,
  { now, ...told }: ComplaintLodged,
  book: CalendarBook,
): Outcome<Complaint> => {
  const refused = tooLate(dossier, now, book);
  if (refused) return refused;
  const last = addWorkingDays(book, dayOf(now), answeredWithin[told.route]);
  if (!last.ok) return refuse({ code: 'calendar-missing', year: last.year });
  return done({
    ...told,
    version: 1,
    dossierId: dossier.id,
    dossierNumber: knownAs(dossier),
    office: dossier.office,
    lodgedAt: now,
    answerBy: endOfWork(book, last.value),
  });
};

/** Trả lời khiếu nại: once, in writing; who is not content goes to the authority. */
export const answered = (complaint: Complaint, answer: ComplaintAnswer): Outcome<Complaint> =>
  complaint.answer
    ? refuse({ code: 'complaint-answered' })
    : done({ ...complaint, version: complaint.version + 1, answer });
