import * as z from 'zod';
import { isoVietnam } from '#domain/time/vietnam-time.ts';
import * as shape from '#edge/shapes.ts';
import type { SeenComplaint } from '#functions/complaints/application/read-complaints.ts';
import {
  type Complaint,
  complaintOutcomes,
  complaintRoutes,
  complaintStates,
  complaintSubjects,
  stateOf,
} from '#functions/complaints/domain/complaint.ts';

const line = {
  complaintId: shape.ulid,
  dossierId: shape.ulid,
  dossierNumber: z.string(),
  office: z.string(),
  subject: z.enum(complaintSubjects),
  route: z.enum(complaintRoutes),
  state: z.enum(complaintStates),
  lodgedAt: shape.isoTime,
  /** The end of the fifth working day within the province, of the seventh beyond (TT 17/2017 art. 8). */
  answerBy: shape.isoTime,
};

export const LodgedView = z.object(line);

/** `isLate`: its day has passed, or had when the answer came. */
export const ComplaintLine = z.object({ ...line, isLate: z.boolean() });

export const ComplaintView = ComplaintLine.extend({
  text: z.string(),
  answer: z
    .object({ at: shape.isoTime, outcome: z.enum(complaintOutcomes), text: z.string() })
    .optional(),
});

export const lodgedView = (complaint: Complaint): z.output<typeof LodgedView> => ({
  complaintId: complaint.id,
  dossierId: complaint.dossierId,
  dossierNumber: complaint.dossierNumber,
  office: complaint.office,
  subject: complaint.subject,
  route: complaint.route,
  state: stateOf(complaint),
  lodgedAt: isoVietnam(complaint.lodgedAt),
  answerBy: isoVietnam(complaint.answerBy),
});

export const lineView = (complaint: SeenComplaint): z.output<typeof ComplaintLine> => ({
  ...lodgedView(complaint),
  isLate: complaint.isLate,
});

export const complaintView = (complaint: SeenComplaint): z.output<typeof ComplaintView> => {
  const { text, answer } = complaint;
  return {
    ...lineView(complaint),
    text,
    ...(answer && {
      answer: { at: isoVietnam(answer.at), outcome: answer.outcome, text: answer.text },
    }),
  };
};
