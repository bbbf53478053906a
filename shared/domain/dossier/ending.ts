import type { Dossier } from './dossier.ts';

/** Ended without a decision, and not to be taken up again: only the department's own stop may be. */
export const isOverForGood = ({ status, ending }: Dossier): boolean =>
  status === 'not-accepted' || (status === 'stopped' && ending?.why !== 'department');
