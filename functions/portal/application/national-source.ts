import { procedureOf } from '#application/procedure-of.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierEvent } from '#domain/dossier/dossier-event.ts';
import { evolve } from '#domain/dossier/evolve.ts';
import { done, type Outcome } from '#domain/refusal.ts';
import { sightAs } from '#domain/sight/reader.ts';
import { dossierSeenBy, eventSeenBy } from '#domain/sight/seen.ts';
import type { NationalSource } from '#functions/portal/domain/national-dossier.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { WholeDossier } from '#ports/unit-of-work.ts';

const asPortal = sightAs('portal');

export interface SourceDeps {
  readonly catalogue: Pick<Catalogue, 'procedureVersion' | 'agency' | 'office'>;
}

/** What the national document of a dossier is made from, all of one version, as the portal may see it. */
export const sourceOf = (
  { catalogue }: SourceDeps,
  { dossier, applicant, events }: WholeDossier,
): Outcome<NationalSource> => {
  const procedure = procedureOf(catalogue, dossier);
  if (!procedure.ok) return procedure;
  return done({
    dossier: dossierSeenBy(asPortal, dossier),
    events: events.map((event) => eventSeenBy(asPortal, event)),
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
