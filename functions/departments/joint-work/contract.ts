import * as z from 'zod';
import { route } from '#edge/contract.ts';
import { leaseNo } from '#edge/desk-bodies.ts';
import * as shape from '#edge/shapes.ts';
import { dossier, onLease, who } from '#functions/departments/api/desk-shapes.ts';
import {
  AssignedCaseView,
  AssignedListView,
  AssignmentsView,
  AssignmentWorkedView,
  JointWorkView,
} from '#functions/departments/api/views/assignment.ts';

const number = z.coerce.number().int().min(1).max(999);
const assignment = z.object({ dossierId: shape.ulid, assignment: number });

/** Counted from when the task opens: days from the day after, hours at once. */
const limit = z.strictObject({
  unit: z.enum(['working-days', 'calendar-days', 'working-hours']),
  amount: z.int().min(1).max(400),
});
const task = z.strictObject({ agency: shape.slug, task: shape.text(500), limit });

/** Phối hợp giải quyết: consultations and liên thông. The lead asks, other agencies answer. */
export const contract = {
  /**
   * Lấy ý kiến: the asked agency sees the task and what it needs of the case, nothing more; the
   * term goes on.
   */
  openConsultation: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/consultations',
    who,
    summary: 'Lấy ý kiến cơ quan khác · Ask another agency for its opinion by a date',
    idempotent: true,
    params: dossier,
    body: task.extend({ leaseNo }),
    answers: { 200: JointWorkView },
    refuses: [
      ...onLease,
      'agency-is-lead',
      'agency-unknown',
      'calendar-missing',
      'procedure-not-in-force',
      'too-many-assignments',
    ],
  }),
  /**
   * Liên thông: one after the other or all at once, each with its own `limit`. Without `plan`, as
   * the procedure has it. Once only.
   */
  planLegs: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/legs',
    who,
    summary:
      'Phân công liên thông · Lay down each agency’s task and deadline; without a plan, the procedure’s own',
    idempotent: true,
    params: dossier,
    body: z.strictObject({
      leaseNo,
      plan: z
        .strictObject({
          /** On paper one after the other, electronically all at once. */
          mode: z.enum(['sequential', 'parallel']),
          legs: z.array(task).min(1).max(10),
        })
        .optional(),
    }),
    answers: { 200: JointWorkView },
    refuses: [
      ...onLease,
      'agency-is-lead',
      'agency-unknown',
      'calendar-missing',
      'legs-planned',
      'legs-unknown',
      'procedure-not-in-force',
      'too-many-assignments',
    ],
  }),
  /** Phiếu kiểm soát quá trình giải quyết (TT 01/2018, since replaced by TT 03/2025): from hand to hand, each in time or late. */
  listAssignments: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/assignments',
    who: ['clerk', ...who],
    reads: { what: 'assignments', of: 'path' },
    summary: 'Phiếu kiểm soát quá trình · Every agency’s task, answer and timeliness',
    params: dossier,
    answers: { 200: AssignmentsView },
    refuses: ['dossier-unknown'],
  }),
  /** Of the asked agency only, while it is asked: a recalled task is `assignment-unknown`. */
  readAssignment: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/assignments/{assignment}',
    who,
    reads: { what: 'assignments', of: 'path' },
    summary: 'Xem việc phối hợp · The task and what its agency needs of the case; recorded',
    params: assignment,
    answers: { 200: AssignedCaseView },
    refuses: ['assignment-unknown', 'dossier-unknown'],
  }),
  /** The lead no longer waits for it; an answer that comes later is refused. */
  recallAssignment: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/assignments/{assignment}/recall',
    who,
    summary: 'Rút việc phối hợp · The lead does without, and says why',
    idempotent: true,
    params: assignment,
    body: z.strictObject({ leaseNo, reason: shape.text(500) }),
    answers: { 200: JointWorkView },
    refuses: [
      ...onLease,
      'assignment-state',
      'assignment-unknown',
      'calendar-missing',
      'procedure-not-in-force',
    ],
  }),
  /** What one agency returned goes to another with the same task, and counts anew. */
  reassignAssignment: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/assignments/{assignment}/reassign',
    who,
    summary: 'Giao lại việc bị trả · Give a returned task to another agency',
    idempotent: true,
    params: assignment,
    body: z.strictObject({ leaseNo, agency: shape.slug }),
    answers: { 200: JointWorkView },
    refuses: [
      ...onLease,
      'agency-is-lead',
      'agency-unknown',
      'assignment-state',
      'assignment-unknown',
      'calendar-missing',
      'procedure-not-in-force',
      'too-many-assignments',
    ],
  }),
  /**
   * One officer works on it for `leaseSeconds`; a colleague is told `assignment-of-another` until
   * then.
   */
  takeAssignment: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/assignments/{assignment}/take',
    who,
    summary: 'Nhận việc phối hợp · An officer of the asked agency takes the task up',
    idempotent: true,
    params: assignment,
    body: z.strictObject({ leaseSeconds: z.int().min(60).max(28_800) }),
    answers: { 200: AssignmentWorkedView },
    refuses: [
      'assignment-of-another',
      'assignment-state',
      'assignment-unknown',
      'dossier-unknown',
      'lease-stale',
    ],
  }),
  /**
   * Thu hồi việc đang giữ: of an officer of the asked agency who is not there; `leaseNo` in the answer is one
   * higher.
   */
  takeBackAssignment: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/assignments/{assignment}/take-back',
    who: ['leader'],
    summary: 'Lãnh đạo thu hồi việc phối hợp · Take a task back from an officer who is away',
    idempotent: true,
    params: assignment,
    body: z.strictObject({ leaseNo, reason: shape.text(500) }),
    answers: { 200: AssignmentWorkedView },
    refuses: [
      'assignment-of-another',
      'assignment-state',
      'assignment-unknown',
      'dossier-unknown',
      'lease-expired',
      'lease-not-held',
      'lease-stale',
    ],
  }),
  /**
   * Ý kiến: `returned` says that it is not this agency's task. `scanId` is a verified scan of this
   * assignment.
   */
  answerAssignment: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/assignments/{assignment}/answer',
    who,
    summary: 'Trả lời · Agree, disagree, or return what is not this agency’s task',
    idempotent: true,
    params: assignment,
    body: z.strictObject({
      leaseNo,
      outcome: z.enum(['agreed', 'disagreed', 'returned']),
      opinion: shape.text(1_000),
      scanId: shape.ulid.optional(),
    }),
    answers: { 200: AssignmentWorkedView },
    refuses: [
      ...onLease,
      'assignment-of-another',
      'assignment-state',
      'assignment-unknown',
      'calendar-missing',
      'procedure-not-in-force',
      'scan-unknown',
      'scan-unverified',
    ],
  }),
  /** Việc được phối hợp, the earliest limit first; `next` as in every list. */
  listAssigned: route({
    method: 'GET',
    path: '/v1/departments/{agencyId}/assignments',
    who,
    reads: 'nothing-personal',
    summary: 'Việc được phối hợp · What this agency was asked, the most urgent first',
    params: z.object({ agencyId: shape.slug }),
    query: z.strictObject({
      state: z.enum(['open', 'closed']).default('open'),
      limit: shape.page.limit,
      after: z
        .string()
        .max(60)
        .regex(/^\d{14}#[0-9A-Z]{26}#\d{1,3}$/)
        .optional(),
    }),
    answers: { 200: AssignedListView },
    refuses: ['dossier-unknown'],
  }),
} as const;
