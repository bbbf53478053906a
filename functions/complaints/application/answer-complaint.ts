import { type Deciding, decideOnce, type Idempotency } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import type { NumberNotice } from '#domain/dossier/number-notice.ts';
import { actorName } from '#domain/dossier/record.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Ulid } from '#domain/identifiers/ulid.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import {
  answered,
  type Complaint,
  type ComplaintOutcome,
} from '#functions/complaints/domain/complaint.ts';
import { complaintKind } from '#functions/complaints/records.ts';
import type { Ids } from '#ports/ids.ts';
import { numberNoticeKind } from '#ports/kernel-records.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';

export interface AnswerComplaint {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly complaintId: Ulid;
  readonly outcome: ComplaintOutcome;
  readonly text: string;
}

interface Deps extends Deciding {
  readonly ids: Ids;
}

/** A supervisor answers, nobody of the office that is complained of; the citizen is told that it is there. */
export const makeAnswerComplaint =
  (deps: Deps) =>
  ({ actor, idempotency, complaintId, outcome, text }: AnswerComplaint) =>
    decideOnce<Complaint>(deps, idempotency, async (now): Promise<Outcome<Answering>> => {
      const before = await deps.ledger.record(complaintKind, complaintId);
      if (!before) return refuse({ code: 'complaint-unknown' });
      const after = answered(before, { at: now, by: actorName(actor), outcome, text });
      if (!after.ok) return after;
      const records = [
        recordWrite(complaintKind, before, after.value),
        ...(await noticeOf(deps, after.value, now)),
      ];
      return done({ result: after.value, commit: { records } });
    });

interface Answering {
  readonly result: Complaint;
  readonly commit: { readonly records: readonly RecordWrite[] };
}

/** To the dossier's telephone as it is now; who has none is written to. */
const noticeOf = async (
  { ledger, ids }: Deps,
  { dossierId, dossierNumber: number, office }: Complaint,
  now: Instant,
): Promise<readonly RecordWrite[]> => {
  const phone = (await ledger.load(dossierId as DossierId))?.applicant.phone;
  if (phone === undefined) return [];
  const notice: NumberNotice = {
    id: ids.next(now),
    version: 1,
    dossierId,
    number,
    office,
    change: 'complaint-answered',
    createdAt: now,
    phone,
  };
  return [recordWrite(numberNoticeKind, undefined, notice)];
};
