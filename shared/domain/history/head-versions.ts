import { beforePublications, type Upcast } from './upcast.ts';

/** The steps from each version of a stored dossier head to the next. */
export const headSteps: readonly Upcast[] = [
  // Heads written before tasks, custody and the second way of intake existed.
  (head) => ({ supplements: [], assignments: [], custody: [], intakeMode: 'onestop', ...head }),
  // Before the channel was told.
  (head) => ({ channel: 'postal', ...head }),
  // Accepted before the catalogue was published apart from the code.
  ({ acceptance, ...head }) => ({
    ...head,
    ...(typeof acceptance === 'object' && {
      acceptance: { catalogueVersion: beforePublications, ...acceptance },
    }),
  }),
  // Before cases, communes and data bases were told at the counter.
  ({ acceptance, ...head }) => ({
    circumstances: {},
    ...head,
    ...(typeof acceptance === 'object' && { acceptance: { startsOn: 'counter', ...acceptance } }),
  }),
  // Before anything could be corrected, voided or declared lost.
  (head) => ({ corrections: [], ...head }),
];
