import type { Procedure } from '#domain/catalogue/procedure.ts';
import { type DueDate, dueDate } from '#domain/deadline/due-date.ts';
import type { Pause, PauseReason } from '#domain/deadline/pause.ts';
import {
  addWorkingDays,
  type CalendarBook,
  workingDaysBetween,
} from '#domain/deadline/working-calendar.ts';
import { endOfWork } from '#domain/deadline/working-time.ts';
import { withEntry } from '#domain/offline/back-entry.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { endOf } from './assignments.ts';
import type { Dossier } from './dossier.ts';
import { type Decision, forbidden } from './steps/step.ts';

type Timed = Pick<Procedure, 'timeRule' | 'consultationStopsClock'>;

/**
 * When the department waited, for the citizen or by its own word; the last one may still run. A
 * supplement starts the limit anew, everything else only leaves its own time out.
 */
const pausesOf = (dossier: Dossier, timed: Timed, until?: Instant): readonly Pause[] => [
  ...dossier.supplements.map(({ requestedAt, receivedAt }) =>
    pause(requestedAt, receivedAt ?? until),
  ),
  ...(dossier.payments ?? []).map(({ requestedAt, end }) =>
    gap('payment', requestedAt, end?.at ?? until),
  ),
  ...(dossier.stops ?? []).map(({ from, to }) => gap('stop', from, to ?? until)),
  ...waitsOf(dossier, timed),
];

const pause = (from: Instant, to: Instant | undefined): Pause => ({
  from,
  ...(to !== undefined && { to }),
});

const gap = (waitsFor: PauseReason, from: Instant, to: Instant | undefined): Pause => ({
  ...pause(from, to),
  waitsFor,
  policy: 'pause',
});

/** When the lead waited for an opinion; NĐ 61/2018 leaves that inside the limit, some sector law does not. */
const waitsOf = ({ assignments }: Dossier, { consultationStopsClock }: Timed): readonly Pause[] =>
  assignments.flatMap((each) => {
    const { purpose, openedAt: from } = each;
    return consultationStopsClock && purpose === 'consultation' && from !== undefined
      ? [gap('opinion', from, endOf(each))]
      : [];
  });

/**
 * Ngày hẹn trả from the dossier's own history: the same start, rule and pauses give the same date and
 * the same explanation whenever they are asked.
 */
export const appointmentOf = (
  dossier: Dossier,
  procedure: Timed,
  book: CalendarBook,
  until?: Instant,
): Outcome<DueDate> => {
  if (!dossier.acceptance)
    return refuse({ code: 'step-not-allowed', status: dossier.status, step: 'appoint' });
  const due = dueDate({
    startedAt: dossier.acceptance.acceptedAt,
    pauses: pausesOf(dossier, procedure, until),
    rule: procedure.timeRule,
    book,
  });
  if (!due.ok) return refuse({ code: 'calendar-missing', year: due.year });
  return done({ ...due.value, explanation: withEntry(dossier, due.value.explanation) });
};

export interface TermsOn {
  readonly dueAt?: Instant;
  readonly calendarVersions: readonly string[];
}

/**
 * The date with which a case goes on after a wait that only stood still: since `from`, until now. Where the
 * department has named a date itself (hẹn lại), that one moves by the working days of the waiting. It never
 * comes earlier than was promised.
 */
export const termsAfterWait = (
  dossier: Dossier,
  procedure: Timed,
  book: CalendarBook,
  wait: { readonly from: Instant; readonly to: Instant },
): Outcome<TermsOn> => {
  const counted = appointmentOf(dossier, procedure, book, wait.to);
  if (!counted.ok) return counted;
  const { dueAt, calendarVersions } = counted.value;
  const promised = dossier.acceptance?.dueAt;
  if (promised === undefined)
    return done({ calendarVersions, ...(dueAt !== undefined && { dueAt }) });
  const moved = isExtended(dossier) ? movedBy(promised, wait, book) : done(dueAt ?? promised);
  return moved.ok
    ? done({ calendarVersions, dueAt: Math.max(promised, moved.value) as Instant })
    : moved;
};

/** Papers that came after the apology have started the limit anew. */
const isExtended = ({ extension, supplements }: Dossier): boolean =>
  extension !== undefined &&
  !supplements.some(({ requestedAt }) => requestedAt >= extension.extendedAt);

/** A wait that begins after the date has passed gives no more time. */
const movedBy = (
  promised: Instant,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  book: CalendarBook,
): Outcome<Instant> => {
  if (from > promised) return done(promised);
  const waited = workingDaysBetween(book, dayOf(from), dayOf(to));
  if (!waited.ok) return refuse({ code: 'calendar-missing', year: waited.year });
  if (waited.value === 0) return done(promised);
  const day = addWorkingDays(book, dayOf(promised), waited.value);
  return day.ok
    ? done(endOfWork(book, day.value))
    : refuse({ code: 'calendar-missing', year: day.year });
};

export interface MovedAppointment {
  readonly dueAt: Instant;
  readonly previousDueAt: Instant;
  readonly calendarVersions: readonly string[];
}

/**
 * The later date that an amended calendar gives a running dossier; undefined where the promise stands. A
 * date that would come sooner stays as well: the citizen was told the other.
 */
export const movedAppointment = (
  dossier: Dossier,
  procedure: Timed,
  book: CalendarBook,
): Outcome<MovedAppointment | undefined> => {
  const previousDueAt = dossier.acceptance?.dueAt;
  if (previousDueAt === undefined) return done(undefined);
  // A date that the department named itself does not follow from the calendar.
  if (dossier.extension) return done(undefined);
  const due = appointmentOf(dossier, procedure, book);
  if (!due.ok) return due;
  const { dueAt, calendarVersions } = due.value;
  return done(
    dueAt !== undefined && dueAt > previousDueAt
      ? { dueAt, previousDueAt, calendarVersions }
      : undefined,
  );
};

/** Hẹn lại because the calendar has changed; nobody's fault and no extension. */
export const reannounce = (
  dossier: Dossier,
  amendment: string,
  moved: MovedAppointment,
): Decision =>
  forbidden('reannounce', dossier.status) ??
  done([{ type: 'deadline-reannounced', amendment, ...moved }]);
