import type { Instant } from '#domain/time/instant.ts';
import type { Dossier } from './dossier.ts';

/** Ended without a decision, and not to be taken up again: only the department's own stop may be. */
export const isOverForGood = ({ status, ending }: Dossier): boolean =>
  status === 'not-accepted' || (status === 'stopped' && ending?.why !== 'department');

/** When the post had done with the dossier; undefined while it has not. */
export const servedUntil = ({ status, delivery, pickUp, ending }: Dossier): Instant | undefined => {
  if (status === 'returned') return pickUp?.handedAt ?? delivery?.deliveredAt;
  return status === 'not-accepted' || status === 'stopped' ? ending?.at : undefined;
};
