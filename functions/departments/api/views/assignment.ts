import * as z from 'zod';
import { type Assignment, isLate, stateOf } from '#domain/dossier/assignments.ts';
import type { ControlRow } from '#domain/dossier/control-sheet.ts';
import { isShown } from '#domain/scan/scan.ts';
import type { Instant } from '#domain/time/instant.ts';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import { ScanLine, scanLine } from '#edge/views/dossier.ts';
import type { AssignmentWorked } from '#functions/departments/application/answer-assignment.ts';
import type { JointWork } from '#functions/departments/application/joint-work.ts';
import type {
  AllAssignments,
  AssignedCase,
} from '#functions/departments/application/read-assignments.ts';
import type { AssignmentLine } from '#ports/assignment-line.ts';
import type { Page } from '#ports/unit-of-work.ts';

const time = shape.isoTime.optional();

const Answer = z.object({
  outcome: z.enum(['agreed', 'disagreed', 'returned']),
  opinion: z.string(),
  scan: shape.ulid.optional(),
  answeredAt: shape.isoTime,
});

const AssignmentView = z.object({
  assignment: z.int(),
  purpose: z.enum(['consultation', 'leg']),
  agency: z.string(),
  lead: z.string(),
  task: z.string(),
  turn: z.int().optional(),
  state: z.string(),
  leaseNo: z.int(),
  openedAt: time,
  dueAt: time,
  takenAt: time,
  isLate: z.boolean(),
  answer: Answer.optional(),
  recall: z.object({ reason: z.string(), recalledAt: shape.isoTime }).optional(),
  replaces: z.int().optional(),
  replacedBy: z.int().optional(),
  lapsedAt: time,
});

export const AssignmentsView = z.object({
  dossierId: shape.ulid,
  /** For departments; a counter gets none. */
  assignments: z.array(AssignmentView),
  /** Phiếu kiểm soát quá trình giải quyết hồ sơ, row by row. */
  control: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      assignment: z.int().optional(),
      state: z.string(),
      handedAt: shape.isoTime,
      receivedAt: time,
      dueAt: time,
      endedAt: time,
      timeliness: z.enum(['early', 'on-time', 'late']).optional(),
    }),
  ),
});

export const AssignedCaseView = z.object({
  dossierId: shape.ulid,
  code: z.string().optional(),
  procedure: z.object({ code: z.string(), version: z.string() }),
  applicant: z.object({ name: z.string(), address: z.string() }),
  components: z.array(z.object({ id: z.string(), copyKind: z.string(), count: z.int() })),
  scans: z.array(ScanLine),
  assignment: AssignmentView,
  /** What the legs before this one answered. */
  earlier: z.array(z.object({ agency: z.string(), task: z.string(), answer: Answer })),
});

export const AssignedListView = z.object({
  items: z.array(
    z.object({
      dossierId: shape.ulid,
      assignment: z.int(),
      purpose: z.string(),
      state: z.string(),
      lead: z.string(),
      task: z.string(),
      procedure: z.string(),
      code: z.string().optional(),
      openedAt: shape.isoTime,
      dueAt: time,
      leasedUntil: time,
    }),
  ),
  next: z.string().optional(),
});

export const JointWorkView = z.object({
  dossierId: shape.ulid,
  version: z.int(),
  /** The dossier's own appointment. */
  dueAt: time,
  assignments: z.array(
    z.object({ assignment: z.int(), agency: z.string(), state: z.string(), dueAt: time }),
  ),
});

export const AssignmentWorkedView = z.object({
  dossierId: shape.ulid,
  version: z.int(),
  assignment: z.int(),
  state: z.string(),
  leaseNo: z.int(),
  leasedUntil: time,
  dueAt: time,
});

/** The times that are there, as the outside writes them. */
const times = <K extends string>(
  from: {
    readonly [Key in K]?: Instant | undefined;
  },
): { [Key in K]?: string } =>
  Object.fromEntries(
    Object.entries<Instant | undefined>(from).flatMap(([name, at]) =>
      at === undefined ? [] : [[name, isoVietnam(at)]],
    ),
  ) as { [Key in K]?: string };

const answerView = ({ outcome, opinion, scan, answeredAt }: NonNullable<Assignment['answer']>) => ({
  outcome,
  opinion,
  ...(scan !== undefined && { scan }),
  answeredAt: isoVietnam(answeredAt),
});

const assignmentView = (assignment: Assignment, now: Instant): z.output<typeof AssignmentView> => {
  const { id, purpose, agency, lead, task, turn, leaseNo, answer, recall } = assignment;
  const { openedAt, dueAt, takenAt, lapsedAt, replaces, replacedBy } = assignment;
  return {
    assignment: id,
    purpose,
    agency,
    lead,
    task,
    state: stateOf(assignment),
    leaseNo,
    isLate: isLate(assignment, now),
    ...times({ openedAt, dueAt, takenAt, lapsedAt }),
    ...(turn !== undefined && { turn }),
    ...(answer && { answer: answerView(answer) }),
    ...(recall && { recall: { ...recall, recalledAt: isoVietnam(recall.recalledAt) } }),
    ...(replaces !== undefined && { replaces }),
    ...(replacedBy !== undefined && { replacedBy }),
  };
};

const controlView = ({ handedAt, receivedAt, dueAt, endedAt, ...row }: ControlRow) => ({
  ...row,
  handedAt: isoVietnam(handedAt),
  ...times({ receivedAt, dueAt, endedAt }),
});

export const assignmentsView = (
  { dossierId, assignments, control }: AllAssignments,
  now: Instant,
): z.output<typeof AssignmentsView> => ({
  dossierId,
  assignments: assignments.map((each) => assignmentView(each, now)),
  control: control.map(controlView),
});

export const assignedCaseView = (
  { dossier, assignment, applicant, scans, earlier }: AssignedCase,
  now: Instant,
): z.output<typeof AssignedCaseView> => ({
  dossierId: dossier.id,
  ...(dossier.acceptance && { code: dossier.acceptance.code }),
  procedure: dossier.procedure,
  applicant,
  components: [...dossier.components],
  scans: scans.filter(isShown).map(scanLine),
  assignment: assignmentView(assignment, now),
  earlier: earlier.flatMap(({ agency, task, answer }) =>
    answer ? [{ agency, task, answer: answerView(answer) }] : [],
  ),
});

export const assignedListView = ({
  items,
  next,
}: Page<AssignmentLine>): z.output<typeof AssignedListView> => ({
  items: items.map(({ openedAt, dueAt, leasedUntil, ...line }) => ({
    ...line,
    openedAt: isoVietnam(openedAt),
    ...times({ dueAt, leasedUntil }),
  })),
  ...(next !== undefined && { next }),
});

export const jointWorkView = ({
  dueAt,
  assignments,
  ...rest
}: JointWork): z.output<typeof JointWorkView> => ({
  ...rest,
  ...times({ dueAt }),
  assignments: assignments.map(({ dueAt: due, ...line }) => ({
    ...line,
    ...times({ dueAt: due }),
  })),
});

export const assignmentWorkedView = ({
  leasedUntil,
  dueAt,
  ...rest
}: AssignmentWorked): z.output<typeof AssignmentWorkedView> => ({
  ...rest,
  ...times({ leasedUntil, dueAt }),
});
