import { loadToAct } from '#application/authority.ts';
import { type Deciding, decideOnce, type Idempotency, writeOf } from '#application/deciding.ts';
import { tellNumbers } from '#application/tell-numbers.ts';
import type { Staff } from '#domain/actor/actor.ts';
import { actorName } from '#domain/dossier/record.ts';
import { authoriseRecipient } from '#domain/dossier/steps/return-result.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { AuthorisationId } from '#domain/identifiers/record-ids.ts';
import type { ShipmentId } from '#domain/identifiers/shipment-id.ts';
import { done } from '#domain/refusal.ts';
import type { Authorisation } from '#domain/shipment/pick-up.ts';
import { shipmentKind } from '#functions/returns/records.ts';
import type { Ids } from '#ports/ids.ts';
import { authorisationKind } from '#ports/kernel-records.ts';
import { type RecordWrite, recordWrite } from '#ports/records.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';

export interface AuthoriseRecipient {
  readonly actor: Staff;
  readonly idempotency: Idempotency | undefined;
  readonly dossierId: DossierId;
  readonly person: Pick<Authorisation, 'name' | 'personalNumber' | 'reference'>;
}

export interface RecipientAuthorised {
  readonly authorisationId: AuthorisationId;
  readonly dossierVersion: number;
}

interface Deps extends Deciding {
  readonly ids: Ids;
}

/** Records whom the applicant sends, and tells the applicant; a parcel that is under way learns of it. */
export const makeAuthoriseRecipient = (deps: Deps) => (request: AuthoriseRecipient) =>
  decideOnce<RecipientAuthorised>(deps, request.idempotency, async (now) => {
    const { actor, dossierId, person } = request;
    const found = await loadToAct(deps.ledger, 'authorise-recipient', actor, dossierId);
    if (!found.ok) return found;
    const id = deps.ids.next(now) as AuthorisationId;
    const facts = authoriseRecipient(found.value.dossier, id);
    if (!facts.ok) return facts;
    const recordedBy = actorName(actor);
    const after: Authorisation = {
      ...person,
      id,
      version: 1,
      dossierId,
      recordedAt: now,
      recordedBy,
    };
    const { dossier, applicant } = found.value;
    const change = 'recipient-authorised';
    const told = await tellNumbers(deps, { dossier, applicant, change, now });
    if (!told.ok) return told;
    const write = writeOf(found.value, facts.value, { actor, now });
    const shipment = dossier.delivery?.shipment;
    return done({
      result: { authorisationId: id, dossierVersion: write.change.after.version },
      commit: {
        dossiers: [write],
        records: [
          recordWrite(authorisationKind, undefined, after),
          ...told.value,
          ...(await toldTo(deps.ledger, shipment, person)),
        ],
      },
    });
  });

const toldTo = async (
  ledger: UnitOfWork,
  id: ShipmentId | undefined,
  { name, reference }: AuthoriseRecipient['person'],
): Promise<readonly RecordWrite[]> => {
  const before = id && (await ledger.record(shipmentKind, id));
  if (!before) return [];
  const after = { ...before, version: before.version + 1, authorised: { name, reference } };
  return [recordWrite(shipmentKind, before, after)];
};
