import type { Staff } from '#domain/actor/actor.ts';
import type { Procedure } from '#domain/catalogue/procedure.ts';
import type { CaseDecision, Dossier } from '#domain/dossier/dossier.ts';
import { sightOf } from '#domain/sight/reader.ts';
import { proposalSeenBy } from '#domain/sight/seen.ts';
import { dayOf } from '#domain/time/vietnam-time.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { UnitOfWork } from '#ports/unit-of-work.ts';
import { placeNamed } from './delivery-place.ts';
import { type Named, staffNamed } from './staff-names.ts';

/** What stands beside the ids of a dossier, as this reader may know it. */
export interface DossierNames {
  readonly office?: string;
  readonly agency?: string;
  /** Where the citizen wants the result: an office, or the commune of a door. */
  readonly chosenPlace?: string;
  /** In the version that the dossier keeps. */
  readonly procedure?: Procedure;
  /** Who holds it, and what waits for a leader: for its agency alone. */
  readonly holder?: Named;
  readonly proposal?: CaseDecision & { readonly by: Named };
}

interface Deps {
  readonly ledger: Pick<UnitOfWork, 'record'>;
  readonly catalogue: Catalogue;
}

/** A place or procedure that the catalogue no longer names has no name here. */
export const dossierNames = async (
  { ledger, catalogue }: Deps,
  actor: Staff,
  dossier: Dossier,
): Promise<DossierNames> => {
  const sight = sightOf(actor, dossier);
  const holder = sight(['owning-agency']) ? dossier.department?.lease?.holder : undefined;
  const proposal = proposalSeenBy(sight, dossier);
  const ids = [holder, proposal?.decidedBy].filter((id) => id !== undefined);
  const staff = await staffNamed(ledger, ids);
  const named = (id: string): Named => staff.get(id) ?? { id };
  const procedure = catalogue.procedureVersion(dossier.procedure.code, dossier.procedure.version);
  const office = catalogue.office(dossier.office)?.name;
  const agency = catalogue.agency(dossier.department?.agency ?? '')?.name;
  const chosenPlace = placeChosen(catalogue, dossier);
  return {
    ...(chosenPlace !== undefined && { chosenPlace }),
    ...(office !== undefined && { office }),
    ...(agency !== undefined && { agency }),
    ...(procedure && { procedure }),
    ...(holder !== undefined && { holder: named(holder) }),
    ...(proposal && { proposal: { ...proposal, by: named(proposal.decidedBy) } }),
  };
};

const placeChosen = (catalogue: Catalogue, { chosenDelivery }: Dossier): string | undefined =>
  chosenDelivery?.to && placeNamed(chosenDelivery.to, catalogue, dayOf(chosenDelivery.chosenAt));
