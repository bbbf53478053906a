import { type Assignment, type AssignmentState, stateOf } from '#domain/dossier/assignments.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Instant } from '#domain/time/instant.ts';

/** A line of what an agency was asked by others: no personal data, read from an index. */
export interface AssignmentLine {
  readonly dossierId: DossierId;
  readonly assignment: number;
  readonly purpose: Assignment['purpose'];
  readonly state: AssignmentState;
  readonly lead: string;
  readonly task: string;
  readonly procedure: string;
  readonly code?: string;
  readonly openedAt: Instant;
  readonly dueAt?: Instant;
  readonly leasedUntil?: Instant;
}

export type AssignmentBox = 'open' | 'closed';

/** Where the agency finds the task; undefined while it is only planned. */
export const boxOf = (assignment: Assignment): AssignmentBox | undefined => {
  if (assignment.openedAt === undefined) return undefined;
  return stateOf(assignment) === 'open' ? 'open' : 'closed';
};

export const assignmentLineOf = (
  { id: dossierId, procedure, acceptance }: Dossier,
  assignment: Assignment,
): AssignmentLine => {
  const { id, purpose, lead, task, openedAt, dueAt, lease } = assignment;
  if (openedAt === undefined) throw new Error(`assignment ${id} of ${dossierId} is not open yet`);
  return {
    dossierId,
    assignment: id,
    purpose,
    state: stateOf(assignment),
    lead,
    task,
    procedure: procedure.code,
    openedAt,
    ...(acceptance && { code: acceptance.code }),
    ...(dueAt !== undefined && { dueAt }),
    ...(lease && { leasedUntil: lease.until }),
  };
};
