import type { Actor } from '#domain/actor/actor.ts';

/**
 * Who answers for national copies: the province's supervisor for all, a leader for the dossiers that are
 * the own agency's now.
 */
export const answersFor = (actor: Actor, agency: string | undefined): boolean => {
  if (actor.kind !== 'staff') return actor.kind === 'system';
  if (actor.role === 'supervisor') return true;
  return agency !== undefined && actor.role === 'leader' && actor.agency === agency;
};
