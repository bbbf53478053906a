import { type Deciding, decideOnce, type Idempotency } from '#application/deciding.ts';
import { tellOfAnswer } from '#application/tell-numbers.ts';
import type { Staff } from '#domain/actor/actor.ts';
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

/** To each number that guards the dossier; who has none is written to. */
const noticeOf = async (
  deps: Deps,
  { dossierId }: Complaint,
  now: Instant,
): Promise<readonly RecordWrite[]> => {
  const stored = await deps.ledger.load(dossierId as DossierId);
  return stored ? tellOfAnswer(deps, stored, now) : [];
};
