import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import {
  AssignedCaseView,
  AssignedListView,
  AssignmentsView,
  AssignmentWorkedView,
  JointWorkView,
} from '#functions/departments/api/views/assignment.ts';

const who = ['officer', 'leader'] as const;
const number = z.coerce.number().int().min(1).max(999);
const dossier = z.object({ dossierId: shape.ulid });
const assignment = z.object({ dossierId: shape.ulid, assignment: number });
const leaseNo = z.int().min(1);

/** Counted from when the task opens: days from the day after, hours at once. */
const limit = z.strictObject({
  unit: z.enum(['working-days', 'calendar-days', 'working-hours']),
  amount: z.int().min(1).max(400),
});
const task = z.strictObject({ agency: shape.slug, task: shape.text(500), limit });

/** Phối hợp giải quyết: consultations and liên thông. The lead asks, other agencies answer. */
export const contract = {
  openConsultation: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/consultations',
    who,
    summary: 'Lấy ý kiến cơ quan khác · Ask another agency for its opinion by a date',
    idempotent: true,
    params: dossier,
    body: task.extend({ leaseNo }),
    answers: { 200: JointWorkView },
  }),
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
  }),
  listAssignments: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/assignments',
    who: ['clerk', ...who],
    summary: 'Phiếu kiểm soát quá trình · Every agency’s task, answer and timeliness',
    params: dossier,
    answers: { 200: AssignmentsView },
  }),
  readAssignment: route({
    method: 'GET',
    path: '/v1/dossiers/{dossierId}/assignments/{assignment}',
    who,
    summary: 'Xem việc phối hợp · The task and what its agency needs of the case; recorded',
    params: assignment,
    answers: { 200: AssignedCaseView },
  }),
  recallAssignment: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/assignments/{assignment}/recall',
    who,
    summary: 'Rút việc phối hợp · The lead does without, and says why',
    idempotent: true,
    params: assignment,
    body: z.strictObject({ leaseNo, reason: shape.text(500) }),
    answers: { 200: JointWorkView },
  }),
  reassignAssignment: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/assignments/{assignment}/reassign',
    who,
    summary: 'Giao lại việc bị trả · Give a returned task to another agency',
    idempotent: true,
    params: assignment,
    body: z.strictObject({ leaseNo, agency: shape.slug }),
    answers: { 200: JointWorkView },
  }),
  takeAssignment: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/assignments/{assignment}/take',
    who,
    summary: 'Nhận việc phối hợp · An officer of the asked agency takes the task up',
    idempotent: true,
    params: assignment,
    body: z.strictObject({ leaseSeconds: z.int().min(60).max(28_800) }),
    answers: { 200: AssignmentWorkedView },
  }),
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
  }),
  listAssigned: route({
    method: 'GET',
    path: '/v1/departments/{agencyId}/assignments',
    who,
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
  }),
} as const;
