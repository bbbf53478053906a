import type { Procedure } from '#domain/catalogue/procedure.ts';
import { type DueDate, dueDate, type ExplanationStep } from '#domain/deadline/due-date.ts';
import type { Pause, PauseReason } from '#domain/deadline/pause.ts';
import { isProvisionalEdition } from '#domain/deadline/provisional-year.ts';
import type { TimeRule } from '#domain/deadline/time-rule.ts';
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
import { ruleOfCase } from './circumstances-told.ts';
import type { Acceptance, Dossier } from './dossier.ts';
import { type Decision, forbidden } from './steps/step.ts';

type Timed = Pick<Procedure, 'timeRule' | 'cases' | 'consultationStopsClock'>;

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

/** When the lead waited for an opinion; NĐ 61/2018 (since replaced by NĐ 118/2025) leaves that inside the limit, some sector law does not. */
const waitsOf = ({ assignments }: Dossier, { consultationStopsClock }: Timed): readonly Pause[] =>
  assignments.flatMap((each) => {
    const { purpose, openedAt: from } = each;
    return consultationStopsClock && purpose === 'consultation' && from !== undefined
      ? [gap('opinion', from, endOf(each))]
      : [];
  });

/** The term by this rule, as the dossier's own history makes it. */
export const countedBy = (
  dossier: Dossier,
  timed: Timed,
  rule: TimeRule,
  book: CalendarBook,
  until?: Instant,
): Outcome<DueDate> => {
  if (!dossier.acceptance)
    return refuse({ code: 'step-not-allowed', state: dossier.status, step: 'appoint' });
  const due = dueDate({
    startedAt: startOf(dossier.acceptance),
    pauses: pausesOf(dossier, timed, until),
    prolonged: (dossier.prolongations ?? []).map((each) => ({
      at: each.prolongedAt,
      until: each.dueAt,
    })),
    rule,
    book,
  });
  if (!due.ok) return refuse({ code: 'calendar-missing', year: due.year });
  const explanation = withReceipt(dossier.acceptance, due.value.explanation);
  return done({ ...due.value, explanation: withEntry(dossier, explanation) });
};

/**
 * Ngày hẹn trả from the dossier's own history: the same start, rule and pauses give the same date and
 * the same explanation whenever they are asked. Where the law's own prolongation is in force, that date.
 */
export const appointmentOf = (
  dossier: Dossier,
  procedure: Timed,
  book: CalendarBook,
  until?: Instant,
): Outcome<DueDate> => {
  const rule = ruleOfCase(procedure, dossier.circumstances.case);
  const counted = countedBy(dossier, procedure, rule, book, until);
  return counted.ok ? done(asProlonged(dossier, counted.value)) : counted;
};

/** The explanation goes on with every prolongation of this term, and ends with the date in force. */
const asProlonged = (dossier: Dossier, due: DueDate): DueDate => {
  const dueAt = dossier.acceptance?.dueAt;
  const granted = (dossier.prolongations ?? []).filter(({ prolongedAt }) =>
    isOfThisTerm(dossier, prolongedAt),
  );
  if (granted.length === 0 || due.dueAt === undefined || dueAt === undefined) return due;
  const steps = granted.map(
    ({ ground, dueAt: at }) => ({ code: 'prolonged', ground, at }) as const,
  );
  return {
    ...due,
    dueAt,
    explanation: [...due.explanation.slice(0, -1), ...steps, { code: 'due', at: dueAt }],
  };
};

type Start = Pick<Acceptance, 'acceptedAt' | 'startsOn' | 'receivedAt' | 'transferBy'>;

/** When the term begins: at the counter, or once the competent agency has the dossier. */
export const startOf = ({ acceptedAt, startsOn, receivedAt, transferBy }: Start): Instant =>
  startsOn === 'counter' ? acceptedAt : (receivedAt ?? transferBy);

/** Says that the term did not begin at the counter, and whether the receipt is only supposed yet. */
export const withReceipt = (
  { acceptedAt, startsOn, receivedAt }: Omit<Start, 'transferBy'>,
  explanation: readonly ExplanationStep[],
): readonly ExplanationStep[] =>
  startsOn === 'counter'
    ? explanation
    : [
        {
          code: receivedAt === undefined ? 'awaits-receipt' : 'began-with-receipt',
          at: acceptedAt,
        },
        ...fromReceipt(explanation),
      ];

/** What is counted from the moment at which the competent agency has the papers. */
export const fromReceipt = (steps: readonly ExplanationStep[]): readonly ExplanationStep[] =>
  steps.map((step) => (step.code === 'starts' ? { ...step, code: 'there' } : step));

export interface TermsOn {
  readonly dueAt?: Instant;
  readonly calendarVersions: readonly string[];
}

/**
 * The date with which a case goes on after a wait that only stood still: since `from`, until now. Where the
 * department has named a date itself (hẹn lại, kéo dài theo luật), that one moves by the working days of the waiting. It never
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
  const moved = isNamed(dossier) ? movedBy(promised, wait, book) : done(dueAt ?? promised);
  return moved.ok
    ? done({ calendarVersions, dueAt: Math.max(promised, moved.value) as Instant })
    : moved;
};

/** Papers that were asked for since have started, or will start, the limit anew. */
export const isOfThisTerm = ({ supplements }: Dossier, at: Instant): boolean =>
  !supplements.some(({ requestedAt }) => requestedAt >= at);

/** The department has named the date in force itself: with an apology, or by the law's prolongation. */
const isNamed = (dossier: Dossier): boolean =>
  [dossier.extension?.extendedAt, dossier.prolongations?.at(-1)?.prolongedAt].some(
    (at) => at !== undefined && isOfThisTerm(dossier, at),
  );

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
  if (isNamed(dossier)) return done(undefined);
  const due = appointmentOf(dossier, procedure, book);
  if (!due.ok) return due;
  const { dueAt, calendarVersions } = due.value;
  return done(
    dueAt !== undefined && dueAt > previousDueAt
      ? { dueAt, previousDueAt, calendarVersions }
      : undefined,
  );
};

/** Ngày hẹn dự kiến: counted over a year whose calendar is not decided, so it may be announced again. */
export const isProvisional = ({ acceptance }: Pick<Dossier, 'acceptance'>): boolean =>
  acceptance?.calendarVersions.some(isProvisionalEdition) === true;

/** Its term begins with the receipt by the competent agency, which is still to come. */
export const awaitsReceipt = ({ acceptance }: Pick<Dossier, 'acceptance'>): boolean =>
  acceptance?.startsOn === 'receipt' && acceptance.receivedAt === undefined;

/**
 * The later date that a dossier has whose term began only now, with the receipt by the competent agency;
 * undefined where it had begun, or where the date that was told stands.
 */
export const movedByReceipt = (
  dossier: Dossier,
  procedure: Timed,
  book: CalendarBook,
  receivedAt: Instant,
): Outcome<MovedAppointment | undefined> => {
  const { acceptance } = dossier;
  if (!acceptance || !awaitsReceipt(dossier)) return done(undefined);
  return movedAppointment(
    { ...dossier, acceptance: { ...acceptance, receivedAt } },
    procedure,
    book,
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
