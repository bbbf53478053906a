import { entitledToDossier } from '#domain/dossier/entitled.ts';
import { done, type Outcome, refuse } from '#domain/refusal.ts';
import type { Receiver } from '#domain/shipment/pick-up.ts';
import { type Entitled, receiverOf, type Shown } from '#domain/shipment/receiver.ts';
import { authorisationKind } from '#ports/kernel-records.ts';
import type { StoredDossier, UnitOfWork } from '#ports/unit-of-work.ts';

/** Who may have what this dossier's citizen gets, as it stands now. */
export const entitledTo = async (
  ledger: Pick<UnitOfWork, 'record'>,
  { dossier, applicant }: StoredDossier,
): Promise<readonly Entitled[]> => {
  const { authorisation: id } = dossier;
  return entitledToDossier(applicant, id && (await ledger.record(authorisationKind, id)));
};

/** At a counter: whether somebody comes in person or with a giấy ủy quyền is said, and has to be so. */
export const comingAs = (entitled: readonly Entitled[], receiver: Receiver): readonly Entitled[] =>
  entitled.filter(({ as }) => (as === 'authorised') === (receiver === 'authorised'));

/** Whether our own people may hand it over, and to whom they do; refused by what is wrong. */
export const handingTo = (entitled: readonly Entitled[], shown: Shown): Outcome<Entitled['as']> => {
  const verdict = receiverOf(entitled, shown);
  return verdict.ok ? done(verdict.as) : refuse({ code: verdict.flaw });
};
