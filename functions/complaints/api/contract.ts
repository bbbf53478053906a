import * as z from 'zod';
import { route } from '#edge/contract.ts';
import * as shape from '#edge/shapes.ts';
import {
  complaintOutcomes,
  complaintRoutes,
  complaintStates,
  complaintSubjects,
} from '#functions/complaints/domain/complaint.ts';
import { ComplaintLine, ComplaintView, LodgedView } from './views/complaint.ts';

/** Khiếu nại about the postal service (TT 17/2017/TT-BTTTT art. 8). */
export const contract = {
  /**
   * `route`: where papers or parcel went; beyond the province seven working days are given for the answer, within
   * it five. Taken until six months after the service has ended; `until` in the refusal says when that was.
   */
  lodgeComplaint: route({
    method: 'POST',
    path: '/v1/dossiers/{dossierId}/complaints',
    who: ['clerk'],
    summary: 'Tiếp nhận khiếu nại · A complaint about the postal service, and when it is answered',
    idempotent: true,
    params: z.object({ dossierId: shape.ulid }),
    body: z.strictObject({
      subject: z.enum(complaintSubjects),
      route: z.enum(complaintRoutes).default('within-province'),
      text: shape.text(2_000),
    }),
    answers: { 201: LodgedView },
    refuses: ['calendar-missing', 'complaint-too-late', 'dossier-unknown'],
  }),
  /** What is to be answered first stands first. A supervisor names one `office`, or sees all. */
  listComplaints: route({
    method: 'GET',
    path: '/v1/complaints',
    who: ['clerk', 'supervisor'],
    reads: 'nothing-personal',
    summary: 'Danh sách khiếu nại · Open or answered, by the day of the answer; `isLate`',
    query: z.strictObject({
      state: z.enum(complaintStates).default('open'),
      office: shape.slug.optional(),
      ...shape.page,
    }),
    answers: { 200: z.object({ items: z.array(ComplaintLine), next: z.string().optional() }) },
    refuses: ['office-unknown'],
  }),
  /** With the citizen's words and the answer, to its own office and to supervisors; the reading is recorded. */
  readComplaint: route({
    method: 'GET',
    path: '/v1/complaints/{complaintId}',
    who: ['clerk', 'supervisor'],
    reads: { what: 'complaint', of: 'answer' },
    summary: 'Xem khiếu nại · One complaint whole',
    params: z.object({ complaintId: shape.ulid }),
    answers: { 200: ComplaintView },
    refuses: ['complaint-unknown'],
  }),
  /** Once. The citizen gets an SMS that the answer lies at the post office. */
  answerComplaint: route({
    method: 'POST',
    path: '/v1/complaints/{complaintId}/answer',
    who: ['supervisor'],
    summary: 'Trả lời khiếu nại · By somebody who is not of the office; the citizen is told',
    idempotent: true,
    params: z.object({ complaintId: shape.ulid }),
    body: z.strictObject({ outcome: z.enum(complaintOutcomes), text: shape.text(2_000) }),
    answers: { 200: LodgedView },
    refuses: ['complaint-answered', 'complaint-unknown'],
  }),
} as const;
