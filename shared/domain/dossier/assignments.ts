import type { TaskRule } from '#domain/deadline/time-rule.ts';
import type { ScanId } from '#domain/identifiers/scan-id.ts';
import type { Instant } from '#domain/time/instant.ts';

/**
 * What another agency is asked for. `consultation`: lấy ý kiến (NĐ 61/2018 art. 19(5), since replaced by NĐ 118/2025); `leg`: its
 * part of a liên thông under the lead agency (art. 19(6)). The lead is the dossier's department.
 */
export interface Task {
  /** 1, 2, 3 … in the dossier. */
  readonly id: number;
  readonly purpose: 'consultation' | 'leg';
  readonly agency: string;
  /** Who asked. */
  readonly lead: string;
  /** What to do, for the agency to read. */
  readonly task: string;
  /** Its own time limit, counted from when it is opened. */
  readonly limit: TaskRule;
  /** Of a leg: it opens once all legs of earlier turns are settled; parallel legs share one turn. */
  readonly turn?: number;
  /** The task that another agency gave back. */
  readonly replaces?: number;
}

export interface AssignmentAnswer {
  /** `returned`: không thuộc thẩm quyền, somebody else's task. */
  readonly outcome: 'agreed' | 'disagreed' | 'returned';
  readonly opinion: string;
  readonly scan?: ScanId;
  readonly answeredAt: Instant;
  readonly answeredBy: string;
}

/** Phân công phối hợp: a task in the hands of another agency, with its own deadline. */
export interface Assignment extends Task {
  readonly openedAt?: Instant;
  readonly dueAt?: Instant;
  readonly takenAt?: Instant;
  readonly lease?: { readonly holder: string; readonly until: Instant };
  /** The fence of this task's officers, apart from the lead's. */
  readonly leaseNo: number;
  readonly answer?: AssignmentAnswer;
  readonly recall?: { readonly reason: string; readonly recalledAt: Instant };
  /** Who does it after it was returned. */
  readonly replacedBy?: number;
  /** The dossier ended without an answer. */
  readonly lapsedAt?: Instant;
}

export type AssignmentState =
  | 'planned'
  | 'open'
  | 'answered'
  | 'returned'
  | 'replaced'
  | 'recalled'
  | 'lapsed';

export const stateOf = (assignment: Assignment): AssignmentState => {
  const { openedAt, answer, recall, replacedBy, lapsedAt } = assignment;
  if (recall) return 'recalled';
  if (lapsedAt !== undefined) return 'lapsed';
  if (replacedBy !== undefined) return 'replaced';
  if (answer) return answer.outcome === 'returned' ? 'returned' : 'answered';
  return openedAt === undefined ? 'planned' : 'open';
};

const over: ReadonlySet<AssignmentState> = new Set(['answered', 'recalled', 'replaced', 'lapsed']);

/** A returned leg is not settled: the lead gives it to somebody else or does without it. */
const isSettled = (assignment: Assignment): boolean => over.has(stateOf(assignment));

const isLeg = ({ purpose }: Assignment): boolean => purpose === 'leg';

export const unsettledLegs = (assignments: readonly Assignment[]): readonly Assignment[] =>
  assignments.filter((each) => isLeg(each) && !isSettled(each));

/** Whether a liên thông was planned; one that lapsed with a stopped dossier may be planned anew. */
export const hasLegs = (assignments: readonly Assignment[]): boolean =>
  assignments.some((each) => isLeg(each) && stateOf(each) !== 'lapsed');

/** Planned legs whose turn has come; every leg has one. */
export const nextInTurn = (assignments: readonly Assignment[]): readonly Assignment[] => {
  const unsettled = unsettledLegs(assignments);
  const turn = Math.min(...unsettled.map((leg) => Number(leg.turn)));
  return unsettled.filter((leg) => leg.turn === turn && stateOf(leg) === 'planned');
};

/** When it ended, however it did. */
export const endOf = ({ answer, recall, lapsedAt }: Assignment): Instant | undefined =>
  answer?.answeredAt ?? recall?.recalledAt ?? lapsedAt;

export const isLate = (assignment: Assignment, now: Instant): boolean =>
  assignment.dueAt !== undefined && (endOf(assignment) ?? now) > assignment.dueAt;

export const findAssignment = (
  { assignments }: { readonly assignments: readonly Assignment[] },
  id: number,
): Assignment | undefined => assignments.find((assignment) => assignment.id === id);

const withoutLease = ({ lease: _, ...assignment }: Assignment): Assignment => assignment;

export const answered = (assignment: Assignment, answer: AssignmentAnswer): Assignment => ({
  ...withoutLease(assignment),
  answer,
});

export const recalled = (
  assignment: Assignment,
  recall: NonNullable<Assignment['recall']>,
): Assignment => ({ ...withoutLease(assignment), recall });

export const lapsed = (assignment: Assignment, lapsedAt: Instant): Assignment =>
  ['planned', 'open', 'returned'].includes(stateOf(assignment))
    ? { ...withoutLease(assignment), lapsedAt }
    : assignment;

/** The list with one assignment changed; the others stay the same objects. */
export const changed = (
  assignments: readonly Assignment[],
  id: number,
  change: (assignment: Assignment) => Assignment,
): readonly Assignment[] =>
  assignments.map((assignment) => (assignment.id === id ? change(assignment) : assignment));
