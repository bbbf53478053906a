import type { Procedure } from '#domain/catalogue/procedure.ts';
import { type DueDate, dueDate } from '#domain/deadline/due-date.ts';
import type { Pause } from '#domain/deadline/pause.ts';
import type { CalendarBook } from '#domain/deadline/working-calendar.ts';
import { withEntry } from '#domain/offline/back-entry.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
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
  ...(dossier.stops ?? []).map(({ from, to }) => gap(from, to ?? until)),
  ...waitsOf(dossier, timed),
];

const pause = (from: Instant, to: Instant | undefined): Pause => ({
  from,
  ...(to !== undefined && { to }),
});

const gap = (from: Instant, to: Instant | undefined): Pause => ({
  ...pause(from, to),
  policy: 'pause',
});

/** When the lead waited for an opinion; NĐ 61/2018 leaves that inside the limit, some sector law does not. */
const waitsOf = ({ assignments }: Dossier, { consultationStopsClock }: Timed): readonly Pause[] =>
  assignments.flatMap((each) => {
    const { purpose, openedAt: from } = each;
    return consultationStopsClock && purpose === 'consultation' && from !== undefined
      ? [gap(from, endOf(each))]
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
