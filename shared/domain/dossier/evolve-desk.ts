import type { Instant } from '#domain/time/instant.ts';
import type { Applications, FactOf } from './apply.ts';
import type { DepartmentSide, Dossier, Ending, Inbox } from './dossier.ts';

export const atDepartment = (dossier: Dossier, change: Partial<DepartmentSide>): Dossier => {
  if (!dossier.department) throw new Error(`${dossier.id} is at no department`);
  return { ...dossier, department: { ...dossier.department, ...change } };
};

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
  const stops = (dossier.stops ?? []).map((stop) => ({ ...stop, to: stop.to ?? at }));
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
  const { department } = dossier;
  if (!department) throw new Error(`${dossier.id} is at no department`);
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
