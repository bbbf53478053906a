import { procedureOf } from '#application/procedure-of.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierEvent } from '#domain/dossier/dossier-event.ts';
import { evolve } from '#domain/dossier/evolve.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import type { NationalSource } from '#functions/portal/domain/national-dossier.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { StoredDossier, UnitOfWork } from '#ports/unit-of-work.ts';

export interface SourceDeps {
  readonly ledger: Pick<UnitOfWork, 'history'>;
  readonly catalogue: Pick<Catalogue, 'procedureVersion' | 'agency' | 'office'>;
}

/** What the national document of a dossier is made from, all of one version. */
export const sourceOf = async (
  { ledger, catalogue }: SourceDeps,
  { dossier, applicant }: StoredDossier,
): Promise<Outcome<NationalSource>> => {
  const procedure = procedureOf(catalogue, dossier);
  if (!procedure.ok) return procedure;
  const history = await ledger.history(dossier.id);
  return done({
    dossier,
    // An event may have come between the two readings.
    events: history.filter(({ version }) => version <= dossier.version),
    applicant,
    procedure: procedure.value,
    agencyName: (id) => catalogue.agency(id)?.name ?? id,
  });
};

/** The same as it was after one of the events. */
export const sourceAt = (source: NationalSource, version: number): NationalSource => {
  const events = source.events.filter((event) => event.version <= version);
  const dossier = events.reduce<Dossier | undefined>(
    (before, event: DossierEvent) => evolve(before, event),
    undefined,
  );
  return dossier ? { ...source, dossier, events } : source;
};
