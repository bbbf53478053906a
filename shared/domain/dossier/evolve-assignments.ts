import type { Instant } from '#domain/time/instant.ts';
import type { Applications } from './apply.ts';
import { type Assignment, answered, changed, lapsed, recalled } from './assignments.ts';
import type { CaseStatus } from './case-status.ts';
import type { Dossier } from './dossier.ts';
import { acceptanceOf } from './required.ts';

const withAssignment = (
  dossier: Dossier,
  id: number,
  change: (assignment: Assignment) => Assignment,
): Dossier => ({ ...dossier, assignments: changed(dossier.assignments, id, change) });

export const assignmentApplications: Applications<
  | 'assignment-planned'
  | 'assignment-opened'
  | 'assignment-taken'
  | 'assignment-taken-back'
  | 'assignment-answered'
  | 'assignment-recalled'
  | 'clock-resumed'
> = {
  'assignment-planned': (dossier, { type: _, leaseNo: __, ...task }) => {
    const { replaces } = task;
    const rest =
      replaces === undefined
        ? dossier
        : withAssignment(dossier, replaces, (old) => ({ ...old, replacedBy: task.id }));
    return { ...rest, assignments: [...rest.assignments, { ...task, leaseNo: 0 }] };
  },
  'assignment-opened': (dossier, { id, dueAt }, { recordedAt }) =>
    withAssignment(dossier, id, (assignment) => ({
      ...assignment,
      openedAt: recordedAt,
      ...(dueAt !== undefined && { dueAt }),
    })),
  'assignment-taken': (dossier, { id, leaseNo, holder, until }, { recordedAt }) =>
    withAssignment(dossier, id, (assignment) => ({
      takenAt: recordedAt,
      ...assignment,
      leaseNo,
      lease: { holder, until },
    })),
  'assignment-taken-back': (dossier, { id, leaseNo }) =>
    withAssignment(dossier, id, ({ lease: _, ...assignment }) => ({ ...assignment, leaseNo })),
  'assignment-answered': (dossier, { type: _, id, leaseNo: __, agency: ___, ...answer }) =>
    withAssignment(dossier, id, (assignment) => answered(assignment, answer)),
  'assignment-recalled': (dossier, { id, reason }, { recordedAt }) =>
    withAssignment(dossier, id, (assignment) =>
      recalled(assignment, { reason, recalledAt: recordedAt }),
    ),
  'clock-resumed': (dossier, { dueAt, calendarVersions }) => ({
    ...dossier,
    acceptance: { ...acceptanceOf(dossier), dueAt, calendarVersions },
  }),
};

/** Nothing more is done for the dossier. */
const ended: readonly CaseStatus[] = [
  'not-accepted',
  'withdrawal-requested',
  'stopped',
  'decided',
  'returned',
];

export const hasEnded = ({ status }: Dossier): boolean => ended.includes(status);

/** However a dossier ends, what agencies still had to do for it ends with it. */
export const withoutOpenTasks = (dossier: Dossier, now: Instant): Dossier =>
  hasEnded(dossier)
    ? { ...dossier, assignments: dossier.assignments.map((each) => lapsed(each, now)) }
    : dossier;
