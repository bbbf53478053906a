import type { Instant } from '#domain/time/instant.ts';
import type { Applications, Apply, FactOf } from './apply.ts';
import type { DepartmentSide, Dossier, Ending, Inbox } from './dossier.ts';
import { departmentOf, lastPaymentOf, lastSupplementOf, paymentsOf, stopsOf } from './required.ts';

export const atDepartment = (dossier: Dossier, change: Partial<DepartmentSide>): Dossier => ({
  ...dossier,
  department: { ...departmentOf(dossier), ...change },
});

export const withoutLease = (dossier: Dossier): Dossier => {
  if (!dossier.department) return dossier;
  const { lease: _, ...department } = dossier.department;
  return { ...dossier, department };
};

/** The dossier in this list of its department, if it is at one, and without a lease. */
const releasedInto = (dossier: Dossier, inbox: Inbox): Dossier => {
  const free = withoutLease(dossier);
  return free.department ? atDepartment(free, { inbox }) : free;
};

const ended = (dossier: Dossier, ending: Ending): Dossier => ({ ...dossier, ending });

const stopped = (dossier: Dossier, { why, reason }: FactOf<'dossier-stopped'>, at: Instant) => {
  const down = releasedInto(dossier, why === 'department' ? 'stopped' : 'closed');
  const stops = [...(dossier.stops ?? []), { from: at }];
  return ended({ ...down, status: 'stopped', stops }, { why, reason, at });
};

const resumed = (
  dossier: Dossier,
  { dueAt, calendarVersions }: FactOf<'dossier-resumed'>,
  at: Instant,
): Dossier => {
  const { ending: _, ...rest } = dossier;
  const stops = stopsOf(dossier).map((stop) => ({ ...stop, to: stop.to ?? at }));
  const { acceptance } = dossier;
  return {
    ...atDepartment(rest, { inbox: 'working' }),
    status: 'in-progress',
    stops,
    ...(acceptance && {
      acceptance: { ...acceptance, calendarVersions, ...(dueAt !== undefined && { dueAt }) },
    }),
  };
};

/** The new department starts from the beginning; the fence goes on counting. */
const transferred = (
  dossier: Dossier,
  { to, why, transferBy }: FactOf<'dossier-transferred'>,
): Dossier => {
  const department = departmentOf(dossier);
  const waits = why === 'reorganisation' && !['waiting', 'working'].includes(department.inbox);
  return {
    ...dossier,
    department: waits
      ? { ...department, agency: to }
      : {
          agency: to,
          inbox: 'on-its-way',
          leaseNo: department.leaseNo,
          ...(transferBy !== undefined && { arriveBy: transferBy }),
        },
  };
};

/** The case waits for the citizen again, where it had waited. */
const admitted: Apply<'late-answer-admitted'> = (dossier, { of, answerBy }, { recordedAt }) => {
  const { ending: _, ...rest } = dossier;
  const stops = stopsOf(dossier).map((stop) => ({ ...stop, to: stop.to ?? recordedAt }));
  const waiting = { ...atDepartment(rest, { inbox: 'with-citizen' }), stops };
  if (of === 'papers') {
    const asked = { ...lastSupplementOf(dossier), answerBy };
    const supplements = [...dossier.supplements.slice(0, -1), asked];
    return { ...waiting, status: 'supplement-requested', supplements };
  }
  const asked = { ...lastPaymentOf(dossier), payBy: answerBy };
  const payments = [...paymentsOf(dossier).slice(0, -1), asked];
  return { ...waiting, status: 'payment-requested', payments };
};

const prolonged: Apply<'deadline-prolonged'> = (dossier, fact, { recordedAt }) => {
  const { prolongation, ground, reason, agreement, previousDueAt, dueAt } = fact;
  const given = { prolongation, ground, reason, previousDueAt, dueAt, prolongedAt: recordedAt };
  return {
    ...dossier,
    prolongations: [
      ...(dossier.prolongations ?? []),
      { ...given, ...(agreement !== undefined && { agreement }) },
    ],
    ...(dossier.acceptance && { acceptance: { ...dossier.acceptance, dueAt } }),
  };
};

/** Facts of the department's desk, and of the citizen's own will. */
export const deskApplications: Applications<
  | 'warning-recorded'
  | 'office-joined'
  | 'reception-refused'
  | 'withdrawal-requested'
  | 'withdrawal-granted'
  | 'dossier-stopped'
  | 'dossier-resumed'
  | 'deadline-extended'
  | 'deadline-prolonged'
  | 'late-answer-admitted'
  | 'deadline-reannounced'
  | 'dossier-transferred'
  | 'decision-proposed'
  | 'proposal-returned'
> = {
  'warning-recorded': (dossier, { text }) => ({
    ...dossier,
    warnings: [...(dossier.warnings ?? []), text],
  }),
  'office-joined': (dossier, { office }) => ({ ...dossier, guestOffice: office }),
  'reception-refused': (dossier, { reason, refusedAt }) =>
    ended(
      { ...dossier, status: 'not-accepted' },
      { why: 'reception-refused', reason, at: refusedAt },
    ),
  'withdrawal-requested': (dossier, { reason }, { recordedAt }) =>
    ended(
      { ...releasedInto(dossier, 'withdrawing'), status: 'withdrawal-requested' },
      { why: 'withdrawn', reason, at: recordedAt },
    ),
  'withdrawal-granted': (dossier) => ({ ...releasedInto(dossier, 'closed'), status: 'stopped' }),
  'dossier-stopped': (dossier, fact, { recordedAt }) => stopped(dossier, fact, recordedAt),
  'dossier-resumed': (dossier, fact, { recordedAt }) => resumed(dossier, fact, recordedAt),
  'deadline-extended': (dossier, { reason, dueAt, previousDueAt }, { recordedAt }) => ({
    ...dossier,
    extension: { reason, previousDueAt, extendedAt: recordedAt },
    ...(dossier.acceptance && { acceptance: { ...dossier.acceptance, dueAt } }),
  }),
  'deadline-prolonged': prolonged,
  'late-answer-admitted': admitted,
  'deadline-reannounced': (dossier, { dueAt, calendarVersions }) => ({
    ...dossier,
    ...(dossier.acceptance && {
      acceptance: { ...dossier.acceptance, dueAt, calendarVersions },
    }),
  }),
  'dossier-transferred': transferred,
  'decision-proposed': (dossier, { type: _, leaseNo: __, ...proposal }) => ({
    ...releasedInto(dossier, 'approving'),
    proposal,
  }),
  'proposal-returned': (dossier) => {
    const { proposal: _, ...rest } = releasedInto(dossier, 'working');
    return rest;
  },
};
