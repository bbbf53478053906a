import { loadVisible } from '#application/authority.ts';
import { type Deciding, decideOnce, type Idempotency } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { actorName } from '#domain/dossier/record.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { Ulid } from '#domain/identifiers/ulid.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import { type Complaint, lodge } from '#functions/complaints/domain/complaint.ts';
import { complaintKind } from '#functions/complaints/records.ts';
import type { Calendars } from '#ports/calendars.ts';
import type { Ids } from '#ports/ids.ts';
import { recordWrite } from '#ports/records.ts';

export interface LodgeComplaint extends Pick<Complaint, 'subject' | 'route' | 'text'> {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
}

interface Deps extends Deciding {
  readonly ids: Ids;
  readonly calendars: Calendars;
}

/** Takes a citizen's complaint down at a counter that may see the dossier, once a key. */
export const makeLodgeComplaint =
  (deps: Deps) =>
  ({ actor, idempotency, dossierId, ...told }: LodgeComplaint): Promise<Outcome<Complaint>> =>
    decideOnce<Complaint>(deps, idempotency, async (now) => {
      const found = await loadVisible(deps.ledger, actor, dossierId);
      if (!found.ok) return found;
      const id = deps.ids.next(now) as Ulid;
      const lodged = { ...told, id, lodgedBy: actorName(actor), now };
      const complaint = lodge(found.value.dossier, lodged, await deps.calendars.current());
      if (!complaint.ok) return complaint;
      const records = [recordWrite(complaintKind, undefined, complaint.value)];
      return done({ result: complaint.value, commit: { records } });
    });
