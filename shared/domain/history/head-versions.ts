import type { Upcast } from './upcast.ts';

/** The steps from each version of a stored dossier head to the next. */
export const headSteps: readonly Upcast[] = [
  // Heads written before tasks, custody and the second way of intake existed.
  (head) => ({ supplements: [], assignments: [], custody: [], intakeMode: 'onestop', ...head }),
];
