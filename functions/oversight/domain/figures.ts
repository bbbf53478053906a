import type { Dossier } from '#domain/dossier/dossier.ts';
import type { FilingCount } from '#domain/dossier/filing.ts';
import type { VietnamDay } from '#domain/time/vietnam-time.ts';

/** What is counted. A name never changes its meaning: another meaning is another name. */
export type FigureName =
  | 'dossiers-accepted'
  /** The same, by how they were filed. */
  | `dossiers-accepted-${FilingCount}`
  | 'dossiers-decided'
  /** Results that came into the citizen's hands, by a parcel or over the counter. */
  | 'dossiers-returned'
  | 'tickets-taken'
  | 'tickets-served';

/** Whose figure it is. */
export type Unit = `office#${string}` | `agency#${string}`;

/** One counter: a name, a unit and a day of Vietnam. */
export interface FigureKey {
  readonly name: FigureName;
  readonly unit: Unit;
  readonly day: VietnamDay;
}

/** Of a post office and of the agency that the dossier was with, where there is one. */
export const unitsOf = ({ office, department }: Dossier): readonly Unit[] => [
  `office#${office}`,
  ...(department ? ([`agency#${department.agency}`] as const) : []),
];

/** A line a counter, in the order of their keys: what two counts are compared by, byte for byte. */
export const figureText = (counts: readonly (FigureKey & { readonly count: number })[]): string =>
  counts
    .map(({ name, unit, day, count }) => `${name} ${unit} ${day} ${count}\n`)
    .sort()
    .join('');
