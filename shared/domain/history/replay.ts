import { canonical } from '#domain/dossier/chain.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierEvent } from '#domain/dossier/dossier-event.ts';
import { evolve } from '#domain/dossier/evolve.ts';

/** The dossier that its events make. Throws on a history that no `decide` could have written. */
export const replayed = (events: readonly DossierEvent[]): Dossier | undefined => {
  let dossier: Dossier | undefined;
  for (const event of events) dossier = evolve(dossier, event);
  return dossier;
};

/** One member of a thing that is kept in two places, where they differ. Canonical JSON. */
export interface Difference {
  readonly member: string;
  readonly stored: string;
  readonly replayed: string;
}

/** Of two objects, member by member; a member that is undefined is not there. */
export const differences = (stored: object, replayed: object): readonly Difference[] => {
  const members = new Set([...Object.keys(stored), ...Object.keys(replayed)]);
  const of = (thing: object, member: string): string => canonical(Reflect.get(thing, member));
  return [...members]
    .sort()
    .map((member) => ({ member, stored: of(stored, member), replayed: of(replayed, member) }))
    .filter((each) => each.stored !== each.replayed);
};
