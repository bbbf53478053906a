import { personLinks } from '#application/person-links.ts';
import { senderLinks } from '#application/sender-links.ts';
import type { RecordWrite } from '#ports/records.ts';
import type { Seals } from '#ports/seals.ts';
import type { StoredDossier, UnitOfWork } from '#ports/unit-of-work.ts';

/**
 * Who was corrected is found by what is right now: by their card, their telephone, and when they come again
 * with the same procedure. What was wrong finds nothing: whoever looks there is asked against the record.
 */
export const linksAnew = async (
  deps: { readonly ledger: UnitOfWork; readonly seals: Seals },
  { dossier, applicant }: Pick<StoredDossier, 'dossier' | 'applicant'>,
): Promise<readonly RecordWrite[]> => {
  const { id: dossierId, office, procedure, registeredAt: at } = dossier;
  return [
    ...(await senderLinks(deps, { office, dossierId, applicant })),
    ...(await personLinks(deps, { office, dossierId, applicant, procedure: procedure.code, at })),
  ];
};
