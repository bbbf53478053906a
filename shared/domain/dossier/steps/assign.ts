import type { Joint, Procedure } from '#domain/catalogue/procedure.ts';
import { dueDate } from '#domain/deadline/due-date.ts';
import type { TaskRule } from '#domain/deadline/time-rule.ts';
import type { CalendarBook } from '#domain/deadline/working-calendar.ts';
import { done, type Outcome, type Refused, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { movedAppointment } from '../appointment.ts';
import {
  type Assignment,
  changed,
  findAssignment,
  hasLegs,
  isLate,
  nextInTurn,
  recalled,
  stateOf,
  type Task,
  unsettledLegs,
} from '../assignments.ts';
import type { Step } from '../case-status.ts';
import type { Dossier } from '../dossier.ts';
import type { DossierFact } from '../dossier-event.ts';
import type { DecidedFact } from '../handing.ts';
import { departmentOf } from '../required.ts';
import { type LeaseClaim, unfit } from './lease.ts';
import { type Decision, forbidden } from './step.ts';

/** What the deadlines of a dossier's tasks are counted with. */
export interface Rules {
  readonly procedure: Procedure;
  readonly book: CalendarBook;
}

/** As many as a head record holds with their texts. */
const assignmentLimit = 20;

export type Asked = Pick<Task, 'agency' | 'task' | 'limit'>;

/** Lấy ý kiến: NĐ 61/2018 art. 19(5), since replaced by NĐ 118/2025. */
export const consult = (
  dossier: Dossier,
  claim: LeaseClaim,
  rules: Rules,
  asked: Asked,
): Decision =>
  unleading('assign', dossier, claim) ??
  assign(dossier, claim, rules, [{ ...asked, purpose: 'consultation' }]);

/**
 * Liên thông: every agency's task and deadline, laid down once (NĐ 61/2018 art. 19(6), since replaced by NĐ 118/2025). On paper one
 * agency after the other, electronically all at once.
 */
export const planLegs = (
  dossier: Dossier,
  claim: LeaseClaim,
  rules: Rules,
  { mode, legs }: Pick<Joint, 'mode' | 'legs'>,
): Decision => {
  const refused = unleading('assign', dossier, claim);
  if (refused) return refused;
  if (hasLegs(dossier.assignments)) return refuse({ code: 'legs-planned' });
  const turnOf = (n: number) => (mode === 'parallel' ? 1 : n + 1);
  const tasks = legs.map((leg, n) => ({ ...leg, purpose: 'leg' as const, turn: turnOf(n) }));
  return assign(dossier, claim, rules, tasks);
};

/** A returned task goes to another agency, with its limit counted anew. */
export const reassign = (
  dossier: Dossier,
  claim: LeaseClaim,
  rules: Rules,
  { id, agency }: { readonly id: number; readonly agency: string },
): Decision => {
  const refused = unleading('assign', dossier, claim);
  if (refused) return refused;
  const found = inState(dossier, id, ['returned']);
  if (!found.ok) return found;
  const { purpose, task, limit, turn } = found.value;
  const again = { purpose, task, limit, agency, replaces: id, ...(turn !== undefined && { turn }) };
  return assign(dossier, claim, rules, [again]);
};

/** Why this claim does not lead: only the officer who holds the dossier does. */
const unleading = (step: Step, dossier: Dossier, claim: LeaseClaim): Refused | undefined =>
  forbidden(step, dossier.status) ?? unfit(dossier, claim);

const assign = (
  dossier: Dossier,
  claim: LeaseClaim,
  rules: Rules,
  tasks: readonly Omit<Task, 'id' | 'lead'>[],
): Decision => {
  const { agency: lead } = departmentOf(dossier);
  if (tasks.some(({ agency }) => agency === lead)) return refuse({ code: 'agency-is-lead' });
  const { assignments } = dossier;
  if (assignments.length + tasks.length > assignmentLimit)
    return refuse({ code: 'too-many-assignments', limit: assignmentLimit });
  const made = tasks.map((task, n) => ({
    ...task,
    limit: lawfulLimit(rules.procedure, task.limit),
    id: assignments.length + n + 1,
    lead,
  }));
  const planned: readonly DecidedFact[] = made.map((task) => ({
    type: 'assignment-planned',
    leaseNo: claim.leaseNo,
    ...task,
  }));
  const first = Math.min(...made.map(({ turn = 0 }) => turn));
  const opened = opening(
    made.filter(({ turn = 0 }) => turn === first),
    claim.now,
    rules,
  );
  return opened.ok ? done([...planned, ...opened.value]) : opened;
};

/** Where the law says when silence is consent, it says so to whoever is asked (NĐ 217/2026 art. 54). */
const lawfulLimit = (
  { silenceIsConsent }: Pick<Procedure, 'silenceIsConsent'>,
  asked: TaskRule,
): TaskRule =>
  silenceIsConsent
    ? { unit: 'working-days', amount: silenceIsConsent.workingDays, startPolicy: 'next-day' }
    : asked;

/** Opens tasks now: each deadline is counted from this moment. */
const opening = (
  tasks: readonly Pick<Task, 'id' | 'agency' | 'limit'>[],
  now: Instant,
  { book }: Rules,
): Decision => {
  const facts: DecidedFact[] = [];
  for (const { id, agency, limit } of tasks) {
    const due = dueDate({ startedAt: now, rule: limit, book });
    if (!due.ok) return refuse({ code: 'calendar-missing', year: due.year });
    const { dueAt, calendarVersions } = due.value;
    const opened = { type: 'assignment-opened', id, agency, calendarVersions } as const;
    facts.push({ ...opened, ...(dueAt !== undefined && { dueAt }) });
  }
  return done(facts);
};

/** The lead does without: a planned, an open or a returned task, with its reason. */
export const recall = (
  dossier: Dossier,
  claim: LeaseClaim,
  rules: Rules,
  { id, reason }: { readonly id: number; readonly reason: string },
): Decision => {
  const refused = unleading('recall-assignment', dossier, claim);
  if (refused) return refused;
  const found = inState(dossier, id, ['planned', 'open', 'returned']);
  if (!found.ok) return found;
  const { agency } = found.value;
  const fact = { type: 'assignment-recalled', leaseNo: claim.leaseNo, id, agency, reason } as const;
  return closing(dossier, fact, rules, claim.now, (open) =>
    recalled(open, { reason, recalledAt: claim.now }),
  );
};

/** What follows when a task ends: the next turn opens, and a stopped clock goes on. */
export const closing = (
  dossier: Dossier,
  fact: Extract<DossierFact, { type: 'assignment-answered' | 'assignment-recalled' }>,
  rules: Rules,
  now: Instant,
  close: (assignment: Assignment) => Assignment,
): Decision => {
  const after = changed(dossier.assignments, fact.id, close);
  const opened = opening(nextInTurn(after), now, rules);
  if (!opened.ok) return opened;
  const resumed = resuming({ ...dossier, assignments: after }, fact.id, rules);
  return resumed.ok ? done([fact, ...opened.value, ...resumed.value]) : resumed;
};

/**
 * Where sector law stops the limit for a consultation, the waiting is left out of it; elsewhere the
 * limit runs on. A date that was promised never moves to an earlier one.
 */
const resuming = (dossier: Dossier, id: number, { procedure, book }: Rules): Decision => {
  const isAsked = findAssignment(dossier, id)?.purpose === 'consultation';
  if (!procedure.consultationStopsClock || !isAsked) return done([]);
  const moved = movedAppointment(dossier, procedure, book);
  if (!moved.ok) return moved;
  if (!moved.value) return done([]);
  const { dueAt, calendarVersions } = moved.value;
  return done([{ type: 'clock-resumed', dueAt, calendarVersions }]);
};

export const inState = (
  dossier: Dossier,
  id: number,
  states: readonly string[],
): Outcome<Assignment> => {
  const found = findAssignment(dossier, id);
  if (!found) return refuse({ code: 'assignment-unknown' });
  const state = stateOf(found);
  return states.includes(state) ? done(found) : refuse({ code: 'assignment-state', state });
};

/**
 * Why the lead may not decide yet. A leg is part of the work and must be settled. An opinion may be
 * waited for or not: the lead that goes on before its term says so, and after the term the silent
 * agency answers for it (NĐ 61/2018 art. 19(5), since replaced by NĐ 118/2025). Where the law takes silence for consent, a leg whose term
 * has passed is settled too.
 */
export const awaited = (
  { assignments }: Dossier,
  confirmsOpen: boolean,
  now: Instant,
  silenceIsConsent = false,
): Refused | undefined => {
  const legs = unsettledLegs(assignments).filter((leg) => !(silenceIsConsent && isLate(leg, now)));
  if (legs.length > 0) return refuse({ code: 'legs-open', assignments: legs.map(({ id }) => id) });
  const opinions = assignments.filter((each) => stateOf(each) === 'open' && !isLate(each, now));
  return opinions.length > 0 && !confirmsOpen
    ? refuse({ code: 'consultations-open', assignments: opinions.map(({ id }) => id) })
    : undefined;
};
