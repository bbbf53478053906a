import type { Instant } from '#domain/time/instant.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import { type Assignment, type AssignmentState, endOf, stateOf } from './assignments.ts';
import type { Dossier } from './dossier.ts';

/**
 * A row of the Phiếu kiểm soát quá trình giải quyết hồ sơ (Mẫu 05 of TT 01/2018/TT-VPCP, 06 of
 * TT 03/2025/TT-VPCP): who gave, who received, when, and whose the lost time is.
 */
export interface ControlRow {
  readonly from: string;
  readonly to: string;
  /** Absent for the lead agency's own work. */
  readonly assignment?: number;
  readonly state: AssignmentState | 'lead';
  readonly handedAt: Instant;
  /** When somebody there took it up. */
  readonly receivedAt?: Instant;
  readonly dueAt?: Instant;
  readonly endedAt?: Instant;
  /**
   * Trước hạn, đúng hạn (on the last day), quá hạn. Absent where no limit runs, while there is still
   * time, and where the agency was let off within its time.
   */
  readonly timeliness?: 'early' | 'on-time' | 'late';
}

/** `by`: when it was over, or now; `doneAt`: when the agency itself had finished. */
const timelinessOf = (
  dueAt: Instant | undefined,
  by: Instant,
  doneAt: Instant | undefined,
): Pick<ControlRow, 'timeliness'> => {
  if (dueAt === undefined) return {};
  if (by > dueAt) return { timeliness: 'late' };
  if (doneAt === undefined) return {};
  return { timeliness: dayOf(doneAt) < dayOf(dueAt) ? 'early' : 'on-time' };
};

/** Every agency's part of the dossier, the lead's first. A task that was only planned has no row yet. */
export const controlRows = (dossier: Dossier, now: Instant): readonly ControlRow[] => [
  ...leadRow(dossier, now),
  ...dossier.assignments.flatMap((assignment) => assignmentRow(assignment, now)),
];

const leadRow = (dossier: Dossier, now: Instant): readonly ControlRow[] => {
  const { acceptance, department, decision, office } = dossier;
  if (!acceptance || !department) return [];
  const { acceptedAt, dueAt } = acceptance;
  return [
    {
      from: office,
      to: department.agency,
      state: 'lead',
      handedAt: acceptedAt,
      ...(department.receivedAt !== undefined && { receivedAt: department.receivedAt }),
      ...(dueAt !== undefined && { dueAt }),
      ...(decision && { endedAt: decision.decidedAt }),
      ...timelinessOf(dueAt, decision?.decidedAt ?? now, decision?.decidedAt),
    },
  ];
};

const assignmentRow = (assignment: Assignment, now: Instant): readonly ControlRow[] => {
  const { id, lead, agency, openedAt, takenAt, dueAt } = assignment;
  if (openedAt === undefined) return [];
  const endedAt = endOf(assignment);
  return [
    {
      from: lead,
      to: agency,
      assignment: id,
      state: stateOf(assignment),
      handedAt: openedAt,
      ...(takenAt !== undefined && { receivedAt: takenAt }),
      ...(dueAt !== undefined && { dueAt }),
      ...(endedAt !== undefined && { endedAt }),
      ...timelinessOf(dueAt, endedAt ?? now, assignment.answer?.answeredAt),
    },
  ];
};
