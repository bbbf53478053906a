import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Ulid } from '#domain/identifiers/ulid.ts';
import type { Handlers } from '#edge/call.ts';
import { shown } from '#edge/reply.ts';
import type { makeAnswerComplaint } from '#functions/complaints/application/answer-complaint.ts';
import type { makeLodgeComplaint } from '#functions/complaints/application/lodge-complaint.ts';
import type { makeReadComplaints } from '#functions/complaints/application/read-complaints.ts';
import type { contract } from './contract.ts';
import { complaintView, lineView, lodgedView } from './views/complaint.ts';

interface UseCases {
  readonly lodge: ReturnType<typeof makeLodgeComplaint>;
  readonly answer: ReturnType<typeof makeAnswerComplaint>;
  readonly read: ReturnType<typeof makeReadComplaints>;
}

export const makeHandlers = ({ lodge, answer, read }: UseCases): Handlers<typeof contract> => ({
  lodgeComplaint: async ({ actor, idempotency, params, body }) => {
    const dossierId = params.dossierId as DossierId;
    return shown(await lodge({ actor, idempotency, dossierId, ...body }), lodgedView, 201);
  },
  listComplaints: async ({ actor, query: { after, ...query } }) => {
    const found = await read.list(actor, { ...query, ...(after !== undefined && { after }) });
    if (!found.ok) return found;
    const { items, next } = found.value;
    return {
      status: 200,
      body: { items: items.map(lineView), ...(next !== undefined && { next }) },
    };
  },
  readComplaint: async ({ actor, params }) => {
    const found = await read.one(actor, params.complaintId as Ulid);
    return found.ok
      ? { status: 200, about: [found.value.dossierId], body: complaintView(found.value) }
      : found;
  },
  answerComplaint: async ({ actor, idempotency, params, body }) => {
    const complaintId = params.complaintId as Ulid;
    return shown(await answer({ actor, idempotency, complaintId, ...body }), lodgedView, 200);
  },
});
