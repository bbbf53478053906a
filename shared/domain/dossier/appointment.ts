import type { Procedure } from '#domain/catalogue/procedure.ts';
import { type DueDate, dueDate } from '#domain/deadline/due-date.ts';
import type { Pause } from '#domain/deadline/pause.ts';
import type { CalendarBook } from '#domain/deadline/working-calendar.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import type { Dossier } from './dossier.ts';
import { type Decision, forbidden } from './steps/step.ts';

/** When the department waited for the citizen; the last one still runs without an end. */
export const pausesOf = ({ supplements }: Dossier, until?: Instant): readonly Pause[] =>
  supplements.map(({ requestedAt, receivedAt = until }) => ({
    from: requestedAt,
    ...(receivedAt !== undefined && { to: receivedAt }),
  }));

/**
 * Ngày hẹn trả from the dossier's own history: the same start, rule and pauses give the same date and
 * the same explanation whenever they are asked.
 */
export const appointmentOf = (
  dossier: Dossier,
  { timeRule }: Pick<Procedure, 'timeRule'>,
  book: CalendarBook,
  until?: Instant,
): Outcome<DueDate> => {
  if (!dossier.acceptance)
    return refuse({ code: 'step-not-allowed', status: dossier.status, step: 'appoint' });
  const due = dueDate({
    startedAt: dossier.acceptance.acceptedAt,
    rule: timeRule,
    pauses: pausesOf(dossier, until),
    book,
  });
  return due.ok ? done(due.value) : refuse({ code: 'calendar-missing', year: due.year });
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
  procedure: Pick<Procedure, 'timeRule'>,
  book: CalendarBook,
): Outcome<MovedAppointment | undefined> => {
  const previousDueAt = dossier.acceptance?.dueAt;
  if (previousDueAt === undefined) return done(undefined);
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
