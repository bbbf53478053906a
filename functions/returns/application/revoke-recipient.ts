import { loadToAct } from '#application/authority.ts';
import { type Deciding, decideOnce, type Idempotency, writeOf } from '#application/deciding.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { revokeRecipient } from '#domain/dossier/steps/return-result.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import { done } from '#domain/refusal.ts';
import { shipmentKind } from '#functions/returns/records.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

interface RevokeRecipient {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
}

interface RecipientRevoked {
  readonly dossierVersion: number;
}

/** Huỷ ủy quyền: the paper was taken down wrong, or the citizen takes it back; a parcel under way learns of it. */
export const makeRevokeRecipient = (deps: Deciding) => (request: RevokeRecipient) =>
  decideOnce<RecipientRevoked>(deps, request.idempotency, async (now) => {
    const { actor, dossierId } = request;
    const found = await loadToAct(deps.ledger, 'authorise-recipient', actor, dossierId);
    if (!found.ok) return found;
    const facts = revokeRecipient(found.value.dossier);
    if (!facts.ok) return facts;
    const write = writeOf(found.value, facts.value, { actor, now });
    const shipment = found.value.dossier.delivery?.shipment;
    return done({
      result: { dossierVersion: write.change.after.version },
      commit: {
        dossiers: [write],
        records: shipment ? await toldTo(deps.ledger, shipment) : [],
      },
    });
  });

const toldTo = async (ledger: UnitOfWork, id: string): Promise<readonly RecordWrite[]> => {
  const before = await ledger.record(shipmentKind, id);
  if (!before) return [];
  const { authorised: _, ...rest } = before;
  return [recordWrite(shipmentKind, before, { ...rest, version: before.version + 1 })];
};
