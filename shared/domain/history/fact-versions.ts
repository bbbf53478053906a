import type { FactType } from '#domain/dossier/dossier-event.ts';
import type { Telling } from '#domain/sight/fields.ts';
import { beforePublications, type Upcast, versionAfter } from './upcast.ts';

/** Until then texts stood in the chain itself. Opened, both forms are one. */
const textsBeside: Upcast = (fact) => fact;

const textsMoved: { readonly [T in Telling]: readonly Upcast[] } = {
  'dossier-registered': [
    // Before there were two ways of intake, every post office was a one-stop.
    (fact) => ({ intakeMode: 'onestop', ...fact }),
    // Until then every dossier was told to the national portal as postal.
    (fact) => ({ channel: 'postal', ...fact }),
    // Until then a post office's own commune settled what was handed in there, by the usual term.
    (fact) => ({ circumstances: {}, ...fact }),
    textsBeside,
  ],
  'papers-counted': [textsBeside],
  'supplement-requested': [textsBeside],
  'warning-recorded': [textsBeside],
  'reception-refused': [textsBeside],
  'withdrawal-requested': [textsBeside],
  'dossier-stopped': [textsBeside],
  'deadline-extended': [textsBeside],
  // Written beside from its first day on: no step.
  'deadline-prolonged': [],
  'late-answer-admitted': [],
  'dossier-transferred': [textsBeside],
  'decision-proposed': [textsBeside],
  'proposal-returned': [textsBeside],
  'dossier-decided': [textsBeside],
  'assignment-planned': [textsBeside],
  'assignment-answered': [textsBeside],
  'assignment-recalled': [textsBeside],
  'lease-taken-back': [textsBeside],
  'assignment-taken-back': [textsBeside],
  'payment-requested': [textsBeside],
  'payment-cancelled': [textsBeside],
  'delivery-chosen': [],
  'hold-laid': [],
  'hold-lifted': [],
};

/**
 * The steps from each version of a stored fact to the next. Whoever changes what a fact holds adds a
 * step here and a frozen sample of the new version; a sample is never edited.
 */
const steps: { readonly [T in FactType]?: readonly Upcast[] } = {
  ...textsMoved,
  // Before the catalogue was published apart from the code, nobody recorded which one decided.
  'dossier-accepted': [
    (fact) => ({ catalogueVersion: beforePublications, ...fact }),
    // Until then every term began at the counter.
    (fact) => ({ startsOn: 'counter', ...fact }),
  ],
  // Until then nobody wrote down out of whose hands it came.
  'result-picked-up': [(fact) => fact],
  // Until then the carrier's word alone booked it back to whoever it was sent back to.
  'result-returned-to-agency': [(fact) => fact],
  'papers-came-back': [(fact) => fact],
  // Until then one clerk's word was enough, and a pouch's loss was made good by nobody.
  'papers-recovered': [(fact) => fact],
  'result-reissued': [(fact) => fact],
  // Until then only our own couriers brought anything back to a counter.
  'papers-taken-back': [(fact) => fact],
};

export const factSteps = (type: FactType): readonly Upcast[] => steps[type] ?? [];

/** The version in which facts of this type are written today. */
export const factVersion = (type: FactType): number => versionAfter(factSteps(type));

/** The first version of which every text lies beside; 1 where it never was otherwise. */
export const sealedSince = (type: FactType): number => factSteps(type).indexOf(textsBeside) + 2;
