import type { FactType } from '#domain/dossier/dossier-event.ts';
import { type Upcast, versionAfter } from './upcast.ts';

/**
 * The steps from each version of a stored fact to the next. Whoever changes what a fact holds adds a
 * step here and a frozen sample of the new version; a sample is never edited.
 */
const steps: { readonly [T in FactType]?: readonly Upcast[] } = {
  // Before there were two ways of intake, every post office was a one-stop.
  'dossier-registered': [(fact) => ({ intakeMode: 'onestop', ...fact })],
};

export const factSteps = (type: FactType): readonly Upcast[] => steps[type] ?? [];

/** The version in which facts of this type are written today. */
export const factVersion = (type: FactType): number => versionAfter(factSteps(type));
