import { loadToAct } from '#application/authority.ts';
import { type Attempt, type Deciding, decideOnce, writeOf } from '#application/deciding.ts';
import { entitledTo } from '#application/entitled.ts';
import { procedureOf } from '#application/procedure-of.ts';
import type { CaseStatus } from '#domain/dossier/case-status.ts';
import { pickUpParcel } from '#domain/dossier/steps/give-back-papers.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import type { PickUpId } from '#domain/identifiers/record-ids.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import type { Instant } from '#domain/time/instant.ts';
import { isAtCounter } from '#functions/returns/domain/shipment.ts';
import { pickUpKind, shipmentKind } from '#functions/returns/records.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Ids } from '#ports/ids.ts';
import { recordWrite } from '#ports/records.ts';
import type { Seals } from '#ports/seals.ts';
import { type AtTheCounter, collected, handedTo, pickUpRecord } from './hand-over.ts';

export interface PickUpResult extends AtTheCounter {
  readonly dossierId: DossierId;
}

export interface ResultPickedUp {
  readonly pickUpId: PickUpId;
  /** `returned` with a result; papers of an ended dossier leave it as it was. */
  readonly status: CaseStatus;
  readonly dossierVersion: number;
  readonly proofSha256: string;
}

interface Deps extends Deciding {
  readonly ids: Ids;
  readonly seals: Pick<Seals, 'sha256'>;
  readonly catalogue: Pick<Catalogue, 'procedureVersion'>;
}

/**
 * Trả kết quả tại quầy: to the applicant, the owner, or whom they have authorised in writing before
 * (QĐ 45/2016 art. 10). Names stay in the record of the handing over; the fact holds its hash.
 */
export const makePickUpResult = (deps: Deps) => (request: PickUpResult) =>
  decideOnce<ResultPickedUp>(deps, request.idempotency, (now) => handOver(deps, request, now));

const handOver = async (
  deps: Deps,
  request: PickUpResult,
  now: Instant,
): Promise<Outcome<Attempt<ResultPickedUp>>> => {
  const { ledger, ids, seals } = deps;
  const found = await loadToAct(ledger, 'hand-over-result', request.actor, request.dossierId);
  if (!found.ok) return found;
  const procedure = procedureOf(deps.catalogue, found.value.dossier);
  if (!procedure.ok) return procedure;
  const { delivery } = found.value.dossier;
  const shipment = delivery && (await ledger.record(shipmentKind, delivery.shipment));
  const { dossierId } = request;
  const to = handedTo(await entitledTo(ledger, found.value), request);
  if (!to.ok) return to;
  const handed = { id: ids.next(now) as PickUpId, now, receivedAs: to.value };
  const record = pickUpRecord(request, { dossierId }, handed);
  const proofSha256 = seals.sha256(JSON.stringify(record));
  const { id: pickUp, receiver, handedAt } = record;
  const facts = pickUpParcel(
    found.value.dossier,
    procedure.value,
    { pickUp, receiver, handedAt, proofSha256 },
    { isAtCounter: isAtCounter(shipment), takeBack: request.takeBack },
  );
  if (!facts.ok) return facts;
  const write = writeOf(found.value, facts.value, { actor: request.actor, now });
  const { version: dossierVersion, status } = write.change.after;
  return done({
    result: { pickUpId: pickUp, status, dossierVersion, proofSha256 },
    commit: {
      dossiers: [write],
      records: [recordWrite(pickUpKind, undefined, record), ...collected(shipment, pickUp)],
    },
  });
};
