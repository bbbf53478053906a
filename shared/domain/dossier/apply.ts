import type { Dossier } from './dossier.ts';
import type { DossierEvent, DossierFact, FactType } from './dossier-event.ts';

export type FactOf<T extends FactType> = Extract<DossierFact, { type: T }>;

/** What a fact makes of a dossier. */
export type Apply<T extends FactType> = (
  dossier: Dossier,
  fact: FactOf<T>,
  event: DossierEvent,
) => Dossier;

export type Applications<T extends FactType> = { readonly [F in T]: Apply<F> };
