import { everyListed } from '#application/every-listed.ts';
import type { DossierFact } from '#domain/dossier/dossier-event.ts';
import type { DossierId } from '#domain/identifiers/dossier-id.ts';
import {
  authorisationOfNobody,
  pickUpOfNobody,
  watchOfNobody,
} from '#domain/retention/without-persons.ts';
import { correctionOfNobody } from '#functions/corrections/domain/without-persons.ts';
import { correctionKind } from '#functions/corrections/records.ts';
import { shipmentOfNobody } from '#functions/returns/domain/without-persons.ts';
import { pickUpKind, shipmentKind } from '#functions/returns/records.ts';
import { authorisationKind, numberWatchKind } from '#ports/kernel-records.ts';
import { type KeptRecord, type RecordKind, type RecordWrite, recordWrite } from '#ports/records.ts';
import type { DossierIndex, UnitOfWork } from '#ports/unit-of-work.ts';

interface Deps {
  readonly ledger: UnitOfWork;
  readonly index: DossierIndex;
}

/** Ids of the records that a history names. */
const namedIn = (facts: readonly DossierFact[]) => ({
  authorisations: facts.flatMap((fact) =>
    fact.type === 'recipient-authorised' ? [fact.authorisation] : [],
  ),
  shipments: facts.flatMap((fact) =>
    fact.type === 'result-dispatched' || fact.type === 'papers-dispatched' ? [fact.shipment] : [],
  ),
  pickUps: facts.flatMap((fact) =>
    fact.type === 'result-picked-up' || fact.type === 'papers-picked-up' ? [fact.pickUp] : [],
  ),
});

/**
 * The records beside a dossier that bear people, each as it is without them: authorisations, parcels, hand-overs,
 * corrections, the numbers that guarded it. The last reading of each counts: one that changes meanwhile is stale.
 */
export const personsOf = async (
  { ledger, index }: Deps,
  dossierId: DossierId,
): Promise<readonly RecordWrite[]> => {
  const facts = (await ledger.history(dossierId)).map(({ fact }) => fact);
  const { authorisations, shipments, pickUps } = namedIn(facts);
  const corrections = await everyListed((page) => index.listed(correctionKind, dossierId, page));
  const erased = async <T extends KeptRecord>(
    kind: RecordKind<T>,
    ids: readonly string[],
    by: (record: T) => T,
  ): Promise<readonly RecordWrite[]> => {
    const found = await Promise.all([...new Set(ids)].map((id) => ledger.record(kind, id)));
    return found.flatMap((record) =>
      record === undefined ? [] : [recordWrite(kind, record, by(record)) as RecordWrite],
    );
  };
  return [
    ...(await erased(authorisationKind, authorisations, authorisationOfNobody)),
    ...(await erased(shipmentKind, shipments, shipmentOfNobody)),
    ...(await erased(pickUpKind, pickUps, pickUpOfNobody)),
    ...(await erased(correctionKind, corrections, correctionOfNobody)),
    ...(await erased(numberWatchKind, [dossierId], watchOfNobody)),
  ];
};
